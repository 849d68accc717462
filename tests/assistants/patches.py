"""A dossier on which patches are tried, and how to try one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dossier.assistants.patch_reading import read_patch
from dossier.assistants.trial import Ground, Trial, try_patch
from tests.builders import AS_OF, MINIMAL, tree_of

DOSSIER = "content/applications/acme/index.md"
QORTEX = "content/evidence/qortex.yml"
FRONT = """\
  - {id: loads, requirement: Loads, strength: weak, note: Small, evidence: [qortex/guess]}   # mine
events:
  - {date: 2026-01, what: saved}
gaps: []
---
"""
BODY = """
## Questions

### Why Rust? { about=ranking }

Because.

### Why us?

You measure.

## Notes

%% kept %% They know.
"""
GUESS = """\
  - id: guess   # from memory
    claim: Loads are fast
    kind: production
    check: statement
    status: unconfirmed
    must_say: [one cluster]
    metrics: [{id: time, name: load time, value: 11, unit: min}]
"""
FILES = {
    **MINIMAL,
    DOSSIER: MINIMAL[DOSSIER]
    .replace("---\n\n## Pitch", FRONT + "\n## Pitch")
    .replace("\n## Notes\n\nThey know [qortex](project:qortex).\n", BODY),
    QORTEX: MINIMAL[QORTEX].rstrip() + "\n" + GUESS,
}
UNSEEN = {**FILES, QORTEX: FILES[QORTEX].replace("  # from memory", "\n    audience: assistant")}
"""The same with a record that nobody confirmed and no reader sees: it may be replaced."""


def patch(*operations: Mapping[str, Any], application: str = "acme") -> str:
    """Return a patch as JSON."""
    return json.dumps({"version": 1, "application": application, "operations": operations})


def record(record_id: str = "new", file: str = "more", **fields: object) -> dict[str, Any]:
    """Return the operation that adds a record, or replaces one."""
    base = {"id": record_id, "claim": "It loads", "kind": "code", "check": "statement"}
    return {"op": "record", "file": file, "record": base | fields}


def row(row_id: str = "new", **fields: object) -> dict[str, Any]:
    """Return the operation that adds a row, or replaces one."""
    base = {"id": row_id, "requirement": "Kernels", "strength": "none", "priority": "nice"}
    return {"op": "row", "row": base | fields}


def section(name: str, text: str) -> dict[str, Any]:
    """Return the operation that writes a section."""
    return {"op": "section", "section": name, "text": text}


def answer(question: str, text: str, **fields: object) -> dict[str, Any]:
    """Return the operation that writes an answer."""
    return {"op": "answer", "question": question, "text": text, **fields}


def ground_of(files: Mapping[str, str]) -> Ground:
    """Return files to try patches on."""
    return Ground(tree_of(files), "content", AS_OF, replace)


def tried(text: str, files: Mapping[str, str] | None = None, **more: Any) -> Trial:  # noqa: ANN401
    """Return what a patch comes to."""
    every = FILES if files is None else files
    known = {name: content.encode() for name, content in every.items()}
    return try_patch(read_patch(text), ground_of(every), known.get, **more)


def after(trial: Trial, files: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the files as they would be."""
    new = {name: content.decode() for name, (_, content) in trial.files.items()}
    return {**(FILES if files is None else files), **new}
