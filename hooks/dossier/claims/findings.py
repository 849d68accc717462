"""Statements with what is found of their figures: read once for all that is asked of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.claims.judge import Judge
from dossier.claims.mention import Finding, TypedMetric
from dossier.claims.statements import Statement, statements
from dossier.prose.passages import Passage


@dataclass(frozen=True, slots=True)
class StatementFindings:
    """A statement, and what its figures are held to be."""

    statement: Statement
    found: tuple[Finding | TypedMetric, ...]


def read(judge: Judge, passages: Iterable[Passage]) -> tuple[StatementFindings, ...]:
    """Return the statements of passages, in the order of the texts."""
    return tuple(
        StatementFindings(statement, tuple(judge.judge(statement)))
        for passage in passages
        for statement in statements(passage)
    )
