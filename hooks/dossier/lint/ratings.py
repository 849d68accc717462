"""One record rated differently for one concept in two dossiers. Advisory."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.audience import Audience
from dossier.coverage import is_above
from dossier.library import ApplicationEntry, Library
from dossier.model.application import ProofPoint
from dossier.problems import Problem, warning


def check(library: Library) -> Iterator[Problem]:
    """Compare the rows that cite a record, concept by concept."""
    if library.audience is not Audience.PRIVATE:
        return
    told: set[tuple[str, str, str]] = set()
    for record_id, rows in library.citations.items():
        first: dict[str, list[tuple[ApplicationEntry, ProofPoint]]] = {}
        for entry, row in rows:
            before = first.setdefault(row.concept or "", [])
            other = next((pair for pair in before if _differs(pair, (entry, row))), None)
            before.append((entry, row))
            key = (entry.id, row.id, other[0].id if other else "")
            if row.concept and other and key not in told:
                told.add(key)
                yield _problem(record_id, other, (entry, row))


def _differs(
    one: tuple[ApplicationEntry, ProofPoint], two: tuple[ApplicationEntry, ProofPoint]
) -> bool:
    """Return whether two rows disagree. A better rating may stand on a record more."""
    if one[0].id == two[0].id or one[1].strength is two[1].strength:
        return False
    is_first = is_above(one[1].strength, two[1].strength)
    better, worse = (one[1], two[1]) if is_first else (two[1], one[1])
    return set(better.evidence) <= set(worse.evidence)


def _problem(
    record_id: str,
    one: tuple[ApplicationEntry, ProofPoint],
    two: tuple[ApplicationEntry, ProofPoint],
) -> Problem:
    (other, first), (entry, row) = one, two
    place = other.source.locate(("proof_points", _position(other, first), "strength"))
    where = entry.source.locate(("proof_points", _position(entry, row), "strength"))
    message = (
        f"`{record_id}` is {row.strength} for `{row.concept}` here, "
        f"{first.strength} for `{other.id}`"
    )
    return warning("rating-differs", where, message, f"rate both alike; the other is {place}")


def _position(entry: ApplicationEntry, row: ProofPoint) -> int:
    return next(n for n, other in enumerate(entry.application.proof_points) if other is row)
