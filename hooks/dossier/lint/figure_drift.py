"""Figures in prose that are not what their records say, or stand in none."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.claims.findings import Finding
from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.document import FileKind
from dossier.plain.problems import Problem


def check(view: FileView) -> Iterator[Problem]:
    """Hold every figure against the metric that its sentence names."""
    for statement in view.statements:
        for found in statement.found:
            if isinstance(found, Finding):
                where = found.statement.locate(found.start, found.end)
                yield Problem(found.code, where, found.message, found.hint, found.severity)


ALSO = ("figure-unbacked", "text-heavy")
RULE = Rule("figure-drift", also=ALSO, check=check, needs=(FileKind.EVIDENCE,))
