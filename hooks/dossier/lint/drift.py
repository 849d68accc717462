"""Figures in prose: told otherwise than in their records, or standing in none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.claims.judge import Finding
from dossier.claims.reading import Reading
from dossier.problems import Problem


def check(readings: Iterable[Reading]) -> Iterator[Problem]:
    """Hold every figure against the metric that its sentence names."""
    for reading in readings:
        for found in reading.found:
            if isinstance(found, Finding):
                where = found.statement.locate(found.start, found.end)
                yield Problem(found.code, where, found.message, found.hint)
