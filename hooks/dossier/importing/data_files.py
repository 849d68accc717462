"""What `dossier export data` wrote to the files of content/ that hold it.

All of it is checked before any of it is written. Into a site that has something already, records
come as `unconfirmed`: a program may have written them, and only a person can vouch.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from dossier.importing.files import schema_line
from dossier.importing.recognize import depth_of
from dossier.lint.silence import without_effect
from dossier.load.tree import classify
from dossier.load.validate import validate
from dossier.model.application import Application
from dossier.model.base import Entry
from dossier.model.document import Document, FileKind
from dossier.model.evidence import EvidenceFile, Record
from dossier.model.guardrail import Guardrail
from dossier.model.ids import ID_FORM
from dossier.model.profile import Profile
from dossier.model.project import FreePage, Project
from dossier.model.story import Story
from dossier.plain.errors import ContentError
from dossier.plain.json_objects import once
from dossier.plain.patterns import pattern
from dossier.plain.yaml import MAX_DEPTH
from dossier.plain.yaml_writing import write_yaml
from dossier.prose.sections import SHARED

VERSION = 1
MAX_DATA = 50_000_000
"""The largest file of data that is read, in bytes."""
UNCONFIRMED = "unconfirmed"
_DEEPEST = MAX_DEPTH + 3
"""Entries stand some levels deep in it."""
_NEVER_COUNT = frozenset({"planned", UNCONFIRMED})
_BEGIN = pattern(rb'\A\s*\{\s*"dossier"\s*:')
_FILE = pattern(r"[\w-][\w.-]*(?:/[\w-][\w.-]*)*")
_TEXTS: Mapping[str, tuple[FileKind, type[Entry], str]] = {
    "projects": (FileKind.PROJECT, Project, "projects/{}.md"),
    "stories": (FileKind.STORY, Story, "stories/{}.md"),
    "applications": (FileKind.APPLICATION, Application, "applications/{}/index.md"),
    "pages": (FileKind.PAGE, FreePage, "{}"),
}
"""Parts of the data that are front matter and prose, and where each stands."""


def is_data(content: bytes) -> bool:
    """Return whether a file is one that `dossier export data` wrote, by how it begins."""
    return bool(_BEGIN.match(content))


def read_data(content: bytes) -> dict[str, Any]:
    """Return the data in a file. Raises ContentError."""
    try:
        data = json.loads(content, parse_float=Decimal, parse_constant=str, object_pairs_hook=once)
        json.dumps(data, default=str, ensure_ascii=False).encode()  # Half a sign is none.
    except (ValueError, RecursionError) as error:
        raise ContentError(f"this is no JSON: {error}") from None
    told = data.get("dossier")
    if not isinstance(told, dict) or told.get("version") != VERSION or depth_of(data) > _DEEPEST:
        hint = "export it again with the version that imports it"
        raise ContentError(f"this is data of another form than {VERSION}\n  hint: {hint}")
    found: dict[str, Any] = data
    return found


def files_of_data(data: Mapping[str, Any]) -> dict[str, str]:
    """Return the files of content/ that hold data, by their path. Raises ContentError."""
    try:
        files = dict(_files(data))
    except (TypeError, AttributeError, KeyError, ValueError) as error:
        hint = "docs/schemas/data.json describes what is expected"
        raise ContentError(f"this data has another form: {error}\n  hint: {hint}") from None
    postings = data.get("postings", {})
    # What silences a problem is the author's to write, and the data may be somebody else's.
    return {f: text if f in postings else without_effect(text) for f, text in files.items()}


def _files(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if "profile" in data:
        _refuse_wrong(Profile, data["profile"], "profile.yml")
        yield "profile.yml", schema_line("profile.yml") + write_yaml(data["profile"])
    for part, (kind, model, place) in _TEXTS.items():
        for name, entry in data.get(part, {}).items():
            file = place.format(name)
            _refuse_misplaced(file, kind)
            _refuse_wrong(model, entry["fields"], file)
            front = f"---\n{schema_line(file)}{write_yaml(entry['fields'])}---\n"
            yield file, front + _body(entry)
    for name, entry in data.get("evidence", {}).items():
        file = f"evidence/{name}.yml"
        _refuse_misplaced(file, FileKind.EVIDENCE)
        records = entry["evidence"]
        _refuse_wrong(EvidenceFile, {k: v for k, v in entry.items() if k != "evidence"}, file)
        for record in records:
            _refuse_wrong(Record, record, file)
        yield file, schema_line(file) + write_yaml({**entry, "evidence": records})
    if rules := data.get("guardrails"):
        for rule in rules:
            _refuse_wrong(Guardrail, rule, "guardrails.yml")
        # A list is written below a key only.
        lines = write_yaml({"rules": rules}).split("\n")[1:]
        yield "guardrails.yml", "\n".join(line[2:] for line in lines)
    for file, text in data.get("postings", {}).items():
        _refuse_misplaced(file, FileKind.OTHER)
        if not (file.startswith("applications/") and file.endswith((".md", ".txt", ".html"))):
            raise ContentError(f"`{file}` is no place of a posting")
        yield file, str(text)


def _refuse_wrong(model: type[Entry], fields: object, file: str) -> None:
    """Raise ContentError if fields are not those of a model."""
    _, problems = validate(model, fields, Document(f"content/{file}"))
    if problems:
        first = problems[0]
        hint = f"\n  hint: {first.hint}" if first.hint else ""
        raise ContentError(f"{file}: {first.message} [{first.code}]{hint}")


def _refuse_misplaced(file: str, kind: FileKind) -> None:
    """Raise ContentError if a name leads elsewhere than a file of a kind."""
    found, name = classify(file)
    is_named = kind in (FileKind.PAGE, FileKind.OTHER) or ID_FORM.fullmatch(name)
    if found is not kind or not is_named or not _FILE.fullmatch(file) or ".." in file:
        raise ContentError(f"`{file}` is no name of a file of content/")


def _body(entry: Mapping[str, Any]) -> str:
    if "body" in entry:
        return str(entry["body"])  # As it was, blank lines before it too.
    parts = []
    for section in entry.get("sections", ()):
        opened = "" if section["name"] in SHARED else " { audience=shared }"
        parts.append(f"\n## {section['title']}{opened}\n\n{section['text']}\n")
    return "".join(parts)


def without_vouching(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return data in which no record counts until somebody confirms it."""
    files = {}
    for name, entry in data.get("evidence", {}).items():
        records = (
            record if record.get("status") in _NEVER_COUNT else {**record, "status": UNCONFIRMED}
            for record in entry["evidence"]
        )
        files[name] = {**entry, "evidence": list(records)}
    return {**data, "evidence": files}
