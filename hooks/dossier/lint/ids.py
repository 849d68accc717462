"""Ids stand once: roles, rows and gaps of a dossier, metrics of a record, leads of the profile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.library import Library
from dossier.problems import Problem
from dossier.source import Source
from dossier.yaml_text import Path


def check(library: Library) -> Iterator[Problem]:
    """Name both places of an id that stands twice."""
    if library.profile:
        leads = [lead.id for lead in library.profile.profile.leads]
        yield from _twice("lead", leads, library.profile.source, ("leads",))
    for entry in library.applications.values():
        application = entry.application
        kinds: tuple[tuple[str, str, Iterable[str]], ...] = (
            ("role", "roles", (role.id for role in application.roles)),
            ("row", "proof_points", (row.id for row in application.proof_points)),
            ("gap", "gaps", (gap.id for gap in application.gaps)),
        )
        for kind, key, ids in kinds:
            yield from _twice(kind, ids, entry.source, (key,))
    for record in library.records.values():
        metrics = [metric.id for metric in record.record.metrics]
        yield from _twice("metric", metrics, record.source, (*record.path, "metrics"))


def _twice(kind: str, ids: Iterable[str], source: Source, path: Path) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for position, name in enumerate(ids):
        if first.setdefault(name, position) != position:
            before = source.locate((*path, first[name], "id"))
            where = source.locate((*path, position, "id"))
            message = f"the {kind} `{name}` stands twice, first at {before}"
            yield Problem("duplicate-id", where, message, "give one another id")
