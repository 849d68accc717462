"""What is planned, experimental or deprecated, told as more than that."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.claims.judge import Judge
from dossier.claims.standing import Standings
from dossier.claims.statements import statements
from dossier.library import Library
from dossier.problems import Problem
from dossier.references.passages import passages


def check(library: Library) -> Iterator[Problem]:
    """Hold what sentences say of a record against how far it has come."""
    standings = Standings(Judge(library))
    if not standings.known:
        return
    for passage in passages(library):
        for statement in statements(passage):
            for found in standings.judged(statement):
                where = found.statement.locate(found.start, found.end)
                yield Problem(found.code, where, found.message, found.hint)
