"""A library to one JSON text: fields as they are typed, prose beside them, for one audience.

`importing/data_files.py` reads it again. What its audience may not see is not in the library; that
of comments, which no view shows, is taken out for everybody but the author.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any

from dossier.model.audience import Audience
from dossier.model.base import Entry
from dossier.model.document import Document
from dossier.model.library import ApplicationEntry, Library, RecordEntry
from dossier.plain.patterns import pattern
from dossier.plain.terminal import inert
from dossier.prose.markdown import HIDDEN

VERSION = 1
"""Of the form; `docs/schemas/data.json` describes it."""
_COMMENT = pattern(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HIDDEN = pattern(f"{HIDDEN}(?:[{HIDDEN} \\t]*{HIDDEN})?")
_BLANK = pattern(r"\n(?:[ \t]*\n)+")
"""Lines of which nobody may tell how many there were: what stood on them may be hidden."""
_NUMBER_BEGIN, _NUMBER_END = "\ue000", "\ue001"
_NUMBER = pattern(f'"{_NUMBER_BEGIN}([^"]*){_NUMBER_END}"')
Data = dict[str, Any]


def data_of(library: Library) -> Data:
    """Return what a library holds as plain values, everything by its id."""
    is_author = library.audience is Audience.PRIVATE
    data: Data = {"dossier": {"version": VERSION, "audience": library.audience.value}}
    if library.profile:
        data["profile"] = _fields(library.profile.profile)
    projects, pages = library.projects, library.pages
    data["projects"] = {e.id: _with_body(e.project, e.source, library) for e in projects.values()}
    data["pages"] = {e.path: _with_body(e.page, e.source, library) for e in pages.values()}
    data["evidence"] = _evidence(library.records.values())
    applications = library.applications.values()
    data["applications"] = {entry.id: _application(entry, library) for entry in applications}
    if is_author:
        stories = library.stories.values()
        data["stories"] = {e.id: _with_body(e.story, e.source, library) for e in stories}
        rules = library.guardrails.guardrails if library.guardrails else ()
        data["guardrails"] = [_fields(rule) for rule in rules]
        data["postings"] = dict(sorted(library.texts.items()))
        return data
    shown: Data = _without_comments(data)
    return shown


def spell_data(data: Data) -> str:
    """Return plain values as JSON, the digits of numbers as they are typed."""
    text = inert(json.dumps(_marked(data), indent=1, ensure_ascii=False))
    return _NUMBER.sub(r"\1", text) + "\n"


def _marked(value: Any) -> Any:  # noqa: ANN401 - any plain value
    if isinstance(value, Decimal):
        return f"{_NUMBER_BEGIN}{value}{_NUMBER_END}"
    if isinstance(value, Mapping):
        return {key: _marked(item) for key, item in value.items()}
    return [_marked(item) for item in value] if isinstance(value, list) else value


def _fields(entry: Entry) -> Data:
    """Return what was typed of an entry."""
    plain: Data = _plain(entry.model_dump(by_alias=True, exclude_unset=True))
    return plain


def _plain(value: Any) -> Any:  # noqa: ANN401 - any plain value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        # A number is kept as a range of one.
        is_number = len(value) == 1 and isinstance(value[0], Decimal)
        return value[0] if is_number else [_plain(item) for item in value]
    return value


def _with_body(entry: Entry, source: Document, library: Library) -> Data:
    body = _written(source) if library.audience is Audience.PRIVATE else source.body
    return {"fields": _fields(entry), "body": body}


def _written(source: Document) -> str:
    """Return prose as it stands in its file, comments of other tools included."""
    return "\n".join(source.lines[source.body_line :])


def _evidence(records: Iterable[RecordEntry]) -> Data:
    """Return records by their file, with what those that say nothing have from it."""
    files: dict[str, Data] = {}
    for entry in records:
        file = files.setdefault(entry.id.partition("/")[0], {"evidence": []})
        if entry.record.audience is None:
            file["audience"] = entry.audience.value
        if entry.record.project is None and entry.project:
            file["project"] = entry.project
        file["evidence"].append(_fields(entry.record))
    return files


def _application(entry: ApplicationEntry, library: Library) -> Data:
    fields = _fields(entry.application)
    if library.audience is Audience.PRIVATE:
        return {"fields": fields, "body": _written(entry.source)}
    sections = (
        {"title": part.title, "name": part.name or "", "text": part.text} for part in entry.sections
    )
    return {"fields": fields, "sections": list(sections)}


def _without_comments(value: Any) -> Any:  # noqa: ANN401 - any plain value
    if isinstance(value, str):
        shown = _HIDDEN.sub("", _COMMENT.sub("", value))
        return _BLANK.sub("\n\n", shown).strip("\n").rstrip()
    if isinstance(value, Mapping):
        return {key: _without_comments(item) for key, item in value.items()}
    return [_without_comments(item) for item in value] if isinstance(value, list) else value
