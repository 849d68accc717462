"""Ids stand once: roles, rows and gaps of a dossier, metrics of a record, leads of the profile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.document import Document
from dossier.plain.problems import Problem
from dossier.plain.yaml_places import Path


def check(view: FileView) -> Iterator[Problem]:
    """Name both places of an id that stands twice."""
    if view.profile:
        leads = [lead.id for lead in view.profile.profile.leads]
        yield from _twice("lead", leads, view.source, ("leads",))
    if view.application:
        application = view.application.application
        kinds: tuple[tuple[str, str, Iterable[str]], ...] = (
            ("role", "roles", (role.id for role in application.roles)),
            ("row", "proof_points", (row.id for row in application.proof_points)),
            ("gap", "gaps", (gap.id for gap in application.gaps)),
        )
        for kind, key, ids in kinds:
            yield from _twice(kind, ids, view.source, (key,))
    for record in view.records:
        metrics = [metric.id for metric in record.record.metrics]
        yield from _twice("metric", metrics, record.source, (*record.path, "metrics"))


def _twice(kind: str, ids: Iterable[str], source: Document, path: Path) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for position, name in enumerate(ids):
        if first.setdefault(name, position) != position:
            before = source.locate((*path, first[name], "id"))
            where = source.locate((*path, position, "id"))
            message = f"the {kind} `{name}` stands twice, first at {before}"
            yield Problem("duplicate-id", where, message, "give one another id")


RULE = Rule("duplicate-id", check=check)
