"""Figures in prose: told otherwise than in their records, or standing in none."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.claims.mention import Finding
from dossier.lint.file_view import FileView
from dossier.plain.problems import Problem


def check(view: FileView) -> Iterator[Problem]:
    """Hold every figure against the metric that its sentence names."""
    for reading in view.readings:
        for found in reading.found:
            if isinstance(found, Finding):
                where = found.statement.locate(found.start, found.end)
                yield Problem(found.code, where, found.message, found.hint)
