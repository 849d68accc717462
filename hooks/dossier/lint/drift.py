"""Figures in prose: told otherwise than in their records, or standing in none."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.claims.judge import Finding, Judge
from dossier.claims.statements import statements
from dossier.library import Library
from dossier.problems import Problem
from dossier.references.passages import passages


def check(library: Library) -> Iterator[Problem]:
    """Hold every figure against the metric that its sentence names."""
    judge = Judge(library)
    for passage in passages(library):
        for statement in statements(passage):
            for found in judge.judge(statement):
                # While a record cannot be read, nobody knows what it backs.
                if isinstance(found, Finding) and (found.meaning or not library.unread):
                    where = found.statement.locate(found.start, found.end)
                    yield Problem(found.code, where, found.message, found.hint)
