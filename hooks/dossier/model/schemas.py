"""The models to JSON Schemas, for editors that complete and check YAML while it is typed."""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from textwrap import dedent
from typing import Any

from dossier.model.application import Application
from dossier.model.base import Entry, shape
from dossier.model.evidence import EvidenceFile
from dossier.model.guardrail import Guardrail
from dossier.model.profile import Profile
from dossier.model.project import FreePage, Project

KINDS: Mapping[str, type[Entry]] = {
    "application": Application,
    "evidence": EvidenceFile,
    "guardrails": Guardrail,
    "page": FreePage,
    "profile": Profile,
    "project": Project,
}
"""The kinds of files by the names of their schemas."""
LISTS = frozenset({"guardrails"})
"""Kinds of files that hold a list of entries."""


def json_schema(kind: str) -> str:
    """Return the JSON Schema of a kind of file."""
    model = KINDS[kind]
    schema = model.model_json_schema(by_alias=True, mode="validation")
    _describe(schema, model)
    for inner in _models_in(model):
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
    remarks = _remarks(model)
    for name, info in model.model_fields.items():
        for part in objects if name in remarks else ():
            part["properties"][info.alias or name]["description"] = remarks[name]


def _remarks(model: type[Entry]) -> Mapping[str, str]:
    """Return what is said below the fields of a class, by their names.

    pydantic could do it, but would read the source of each class whenever one is made.
    """
    remarks: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if issubclass(base, Entry):
            remarks |= _remarks_in(inspect.getsource(base))
    return remarks


def _remarks_in(source: str) -> Iterator[tuple[str, str]]:
    tree = ast.parse(dedent(source))
    body = [node for found in tree.body if isinstance(found, ast.ClassDef) for node in found.body]
    for node, remark in pairwise(body):
        match node, remark:
            case ast.AnnAssign(ast.Name(name)), ast.Expr(ast.Constant(str(text))):
                yield name, inspect.cleandoc(text)
