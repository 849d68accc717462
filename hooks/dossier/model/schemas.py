"""The models to JSON Schemas, for editors that complete and check YAML while it is typed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, get_args

from dossier.model.application import Application
from dossier.model.audience import Audience
from dossier.model.base import Entry, shape
from dossier.model.evidence import EvidenceFile
from dossier.model.guardrail import Guardrail
from dossier.model.patch import Operation, Patch
from dossier.model.profile import Profile
from dossier.model.project import FreePage, Project
from dossier.model.remarks import remarks
from dossier.model.story import Story

KINDS: Mapping[str, type[Entry]] = {
    "application": Application,
    "evidence": EvidenceFile,
    "guardrails": Guardrail,
    "page": FreePage,
    "profile": Profile,
    "project": Project,
    "story": Story,
}
"""The kinds of files by the names of their schemas."""
SCHEMAS: Mapping[str, type[Entry]] = {**KINDS, "patch": Patch}
"""All that has a schema: kinds of files, and what `dossier apply` takes."""
DATA = "data"
"""What `dossier export data` writes: all kinds of files in one."""
NAMES = tuple(sorted((*SCHEMAS, DATA)))
DIALECT = "https://json-schema.org/draft/2020-12/schema"
LISTS = frozenset({"guardrails"})
"""Kinds of files that hold a list of entries."""


@cache
def json_schema(kind: str) -> str:
    """Return the JSON Schema of a kind of file, or of `data`."""
    if kind == DATA:
        return _data_schema()
    model = SCHEMAS[kind]
    schema = model.model_json_schema(by_alias=True, mode="validation")
    _describe(schema, model)
    choices = get_args(Operation) if model is Patch else ()
    for inner in (*_models_in(model), *(m for c in choices for m in (c, *_models_in(c)))):
        _describe(schema["$defs"].get(inner.__name__, {}), inner)
    if kind in LISTS:
        schema = {"type": "array", "$defs": schema.pop("$defs", {}), "items": schema}
    schema = {"$schema": DIALECT, **schema}
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _data_schema() -> str:
    held: dict[str, Any] = {}
    for kind in KINDS:
        schema = json.loads(json_schema(kind))
        held |= schema.pop("$defs", {})
        held[kind] = {key: value for key, value in schema.items() if key != "$schema"}
    text = {"type": "string"}
    section = _object({"title": text, "name": text, "text": text})

    def prose(kind: str) -> dict[str, Any]:
        parts = {"fields": {"$ref": f"#/$defs/{kind}"}, "body": text}
        sections = {"type": "array", "items": section}
        return {"additionalProperties": _object(parts | {"sections": sections}, ("fields",))}

    audiences = [audience.value for audience in Audience]
    about = _object({"version": {"const": 1}, "audience": {"enum": audiences}})
    parts: dict[str, Any] = {
        "dossier": {**about, "description": "The version of this form, and who may see the data."},
        "profile": {"$ref": "#/$defs/profile"},
        "projects": {**prose("project"), "description": "Projects by id."},
        "pages": {**prose("page"), "description": "Pages of the author's own by path."},
        "evidence": {
            "additionalProperties": {"$ref": "#/$defs/evidence"},
            "description": "Files of records by name.",
        },
        "applications": {**prose("application"), "description": "Dossiers by id."},
        "stories": {**prose("story"), "description": "Stories by id."},
        "guardrails": {"$ref": "#/$defs/guardrails"},
        "postings": {"additionalProperties": text, "description": "Saved postings by path."},
    }
    schema = {**_object(parts, ("dossier",)), "$defs": held, "title": "Data", "$schema": DIALECT}
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _object(parts: Mapping[str, Any], required: Iterable[str] | None = None) -> dict[str, Any]:
    """Return the schema of an object with some keys and no others."""
    needed = list(parts if required is None else required)
    return {
        "type": "object",
        "properties": dict(parts),
        "required": needed,
        "additionalProperties": False,
    }


def _models_in(model: type[Entry]) -> Iterator[type[Entry]]:
    for field in shape(model).values():
        if field.model:
            yield field.model
            yield from _models_in(field.model)


def _describe(schema: dict[str, Any], model: type[Entry]) -> None:
    """Say in a schema what the fields of its model mean."""
    # A plain text may stand for some of the objects.
    objects = [part for part in schema.get("anyOf", [schema]) if "properties" in part]
    said = remarks(model)
    for name, info in model.model_fields.items():
        for part in objects if name in said else ():
            part["properties"][info.alias or name]["description"] = said[name]
