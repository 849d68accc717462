"""The models to JSON Schemas, for editors that complete and check YAML while it is typed."""

from __future__ import annotations

import json
from collections.abc import Mapping

from dossier.model.application import Application
from dossier.model.base import Entry
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
    if kind in LISTS:
        schema = {"type": "array", "$defs": schema.pop("$defs", {}), "items": schema}
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
