"""What is planned, experimental or deprecated, told as more than that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.claims.reading import Reading
from dossier.claims.standing import Standings
from dossier.problems import Problem


def check(standings: Standings, readings: Iterable[Reading]) -> Iterator[Problem]:
    """Hold what sentences say of a record against how far it has come."""
    if not standings.known:
        return
    for reading in readings:
        for found in standings.judged(reading.statement):
            where = found.statement.locate(found.start, found.end)
            yield Problem(found.code, where, found.message, found.hint)
