"""The guide to the fields as one page of Markdown: `docs/fields.md`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.model.base import Entry
from dossier.model.field_guide import FILES, FieldNote, field_notes, notes_below
from dossier.model.schemas import KINDS
from dossier.model.section_guide import SECTIONS

_HEAD = """\
# Every field

What each field is for, with an example, who sees it, and what stands for it where it is left out.
`dossier help application.events` tells the same of one. *Recipients* are those who were sent a
link; an `audience` that is wrong or unknown is private. This page is made of the models by
`dossier help --write docs/fields.md`.
"""


def field_page() -> str:
    """Return the page."""
    lines = [line for kind in KINDS for line in _kind(kind)]
    return "\n".join([_HEAD, *lines, *_sections()]).rstrip("\n") + "\n"


def _kind(kind: str) -> Iterator[str]:
    yield f"## {kind}"
    yield ""
    yield f"`{FILES[kind]}`"
    yield ""
    yield from _table(notes_below(kind))
    told: dict[type[Entry], str] = {}
    for note in field_notes():
        if note.model and note.path.startswith(f"{kind}."):
            yield f"### {note.path}"
            yield ""
            if note.model in told:
                yield f"The same fields as `{told[note.model]}`."
                yield ""
            else:
                told[note.model] = note.path
                yield from _table(notes_below(note.path))


def _table(notes: Iterable[FieldNote]) -> Iterator[str]:
    yield "| field | what it is for | example | who sees it | default |"
    yield "| --- | --- | --- | --- | --- |"
    for note in notes:
        words = f" One of {_words(note)}." if note.words else ""
        cells = (f"`{note.key}`", note.purpose + words, f"`{note.example}`")
        yield f"| {' | '.join(cells)} | {note.seen_by} | {note.default} |"
    yield ""


def _words(note: FieldNote) -> str:
    if not note.meanings:
        return ", ".join(f"`{word}`" for word in note.words)
    pairs = zip(note.words, note.meanings, strict=True)
    return ", ".join(f"`{word}` ({meaning})" for word, meaning in pairs)


def _sections() -> Iterator[str]:
    """Yield the sections of a dossier's prose."""
    yield "## sections"
    yield ""
    yield "Headings of level two in a dossier. Any other heading begins a section of your own,"
    yield "which stays private unless it says `{ audience=shared }`."
    yield ""
    yield "| section | what it is for | heading | who sees it | also called |"
    yield "| --- | --- | --- | --- | --- |"
    for section in SECTIONS:
        readers = "recipients" if section.is_shared else "you"
        aliases = ", ".join(section.aliases)
        cells = (f"`{section.name}`", section.purpose, f"`{section.heading}`", readers, aliases)
        yield f"| {' | '.join(cells)} |"
