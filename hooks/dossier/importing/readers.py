"""Files that an import writes to who will read which part of them: told before anybody does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.load.hide import stated_audience, visible_part
from dossier.load.parsed_file import ParsedFile
from dossier.load.tree import classify, parse
from dossier.model.application import Application
from dossier.model.audience import Audience
from dossier.model.base import Entry
from dossier.model.document import FileKind
from dossier.model.profile import Profile
from dossier.prose.sections import split_sections

_IN_PARTS: Mapping[FileKind, type[Entry]] = {
    FileKind.PROFILE: Profile,
    FileKind.APPLICATION: Application,
}
"""Kinds of files of which each field has an audience of its own."""
_TOLD = {
    Audience.PUBLIC: "anyone reads once it is published",
    Audience.SHARED: "recipients of a link read",
    Audience.PRIVATE: "nobody but you reads",
}
_HOME = "index.md"
_ALL = "all of it"
_LONGEST = 100
"""How long a line is that is told whole."""


def readers(files: Mapping[str, bytes], folder: str) -> Iterator[str]:
    """Yield who reads which parts of files, which are named by their path below a folder."""
    parts: dict[Audience, list[str]] = {audience: [] for audience in _TOLD}
    for name, content in files.items():
        kind, entry_id = classify(name)
        for audience, held in _parts(parse(kind, entry_id, name, content)):
            parts[audience].append(f"{folder}/{name} ({held})")
    for audience, told in _TOLD.items():
        if parts[audience]:
            yield f"{told}: {', '.join(parts[audience])}"


def _parts(file: ParsedFile) -> Iterator[tuple[Audience, str]]:
    """Yield the parts of a file, each with who may see it. What cannot be read nobody sees."""
    if file.problems:
        yield Audience.PRIVATE, _ALL
    elif file.kind in _IN_PARTS:
        yield from _fields(file, _IN_PARTS[file.kind])
    elif file.kind is FileKind.EVIDENCE:
        yield from _records(file)
    elif file.kind in (FileKind.PROJECT, FileKind.PAGE):
        is_home = file.kind is FileKind.PAGE and file.id == _HOME
        stated = stated_audience(file.raw)
        yield Audience.PUBLIC if is_home else _of(stated), _ALL
    else:
        yield Audience.PRIVATE, _ALL


def _fields(file: ParsedFile, model: type[Entry]) -> Iterator[tuple[Audience, str]]:
    is_dossier = file.kind is FileKind.APPLICATION
    is_open = is_dossier and stated_audience(file.raw) is Audience.PUBLIC
    sections = (split_sections(file.source, [str(file.raw.get("company"))])[0] or ()) * is_dossier
    known: set[str] = set()
    for audience in _TOLD:
        seen_as = Audience.SHARED if is_open and audience is Audience.PUBLIC else audience
        visible = visible_part(model, file.raw, seen_as)
        shown = visible if isinstance(visible, dict) else {}
        keys = [key for key in shown if key not in known]
        titles = [s.title for s in sections if seen_as.may_see(s.audience) and s.title not in known]
        known |= {*keys, *titles}
        told = [_told(key, shown[key], audience) for key in keys]
        if held := [*told, *filter(None, titles)]:
            yield audience, ", ".join(held)


def _told(key: str, value: object, audience: Audience) -> str:
    """Return a field; one line that anyone is to read with what it says, lest it be another's."""
    is_line = isinstance(value, str) and len(value) <= _LONGEST and "\n" not in value
    return f"{key} `{value}`" if is_line and audience is Audience.PUBLIC else key


def _records(file: ParsedFile) -> Iterator[tuple[Audience, str]]:
    of_file = stated_audience(file.raw)
    records = file.raw.get("evidence") or ()
    stated = [_of(stated_audience(record, of_file)) for record in records]
    for audience in _TOLD:
        if number := stated.count(audience):
            yield audience, f"{number} record{'s' if number > 1 else ''}"


def _of(audience: Audience) -> Audience:
    return audience if audience in _TOLD else Audience.PRIVATE
