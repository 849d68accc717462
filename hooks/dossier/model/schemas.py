"""The models to JSON Schemas, for editors that complete and check YAML while it is typed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from dossier.model.application import Application
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
LISTS = frozenset({"guardrails"})
"""Kinds of files that hold a list of entries."""


def json_schema(kind: str) -> str:
    """Return the JSON Schema of a kind of file."""
    model = SCHEMAS[kind]
    schema = model.model_json_schema(by_alias=True, mode="validation")
    _describe(schema, model)
    choices = get_args(Operation) if model is Patch else ()
    for inner in (*_models_in(model), *(m for c in choices for m in (c, *_models_in(c)))):
        _describe(schema["$defs"].get(inner.__name__, {}), inner)
    if kind in LISTS:
        schema = {"type": "array", "$defs": schema.pop("$defs", {}), "items": schema}
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


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
