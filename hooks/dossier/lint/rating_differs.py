"""One record rated differently for one concept in two dossiers. Advisory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.lint.file_view import FileView
from dossier.lint.rule import AllFiles, Comparison, Rule
from dossier.match.coverage import is_above
from dossier.model.application import ProofPoint, Strength
from dossier.model.library import ApplicationEntry
from dossier.plain.problems import Problem, warning


@dataclass(frozen=True, slots=True)
class Rating:
    """A record that a row rates for a concept."""

    of: tuple[str, str]
    """The record's id, and the concept it is rated for."""
    entry: ApplicationEntry
    row: ProofPoint
    position: int
    """The row's, counted from 0."""


@dataclass(frozen=True, slots=True)
class Ratings:
    """The ratings of a dossier."""

    all: tuple[Rating, ...]
    told: frozenset[tuple[tuple[str, str], Strength]]
    """How strong each says that a record is for a concept. Thousands are put together at once."""


def read(view: FileView) -> Iterator[Ratings]:
    """Yield the ratings of a dossier."""
    entry = view.application
    if entry is None:
        return
    found = tuple(
        Rating((record, row.concept or ""), entry, row, position)
        for position, row in enumerate(entry.application.proof_points)
        for record in (row.evidence if row.concept else ())
    )
    yield Ratings(found, frozenset((rating.of, rating.row.strength) for rating in found))


def compare(files: AllFiles[Ratings]) -> Iterator[Problem]:
    """Compare the rows that cite a record for one concept."""
    told = frozenset().union(*(ratings.told for ratings in files.readings))
    unlike = [of for of, times in Counter(of for of, _ in told).items() if times > 1]
    earlier: dict[tuple[str, str], list[Rating]] = {key: [] for key in unlike}
    reported: set[tuple[str, str, str]] = set()
    for rating in (each for ratings in files.readings for each in ratings.all) if unlike else ():
        others = earlier.get(rating.of)
        if others is None:
            continue
        other = next((before for before in others if _differs(before, rating)), None)
        others.append(rating)
        key = (rating.entry.id, rating.row.id, other.entry.id if other else "")
        if other and key not in reported:
            reported.add(key)
            yield _problem(other, rating)


def _differs(one: Rating, two: Rating) -> bool:
    """Return whether two rows disagree. A better rating may stand on a record more."""
    first, second = one.row, two.row
    if one.entry.id == two.entry.id or first.strength is second.strength:
        return False
    is_first = is_above(first.strength, second.strength)
    better, worse = (first, second) if is_first else (second, first)
    return set(better.evidence) <= set(worse.evidence)


def _problem(one: Rating, two: Rating) -> Problem:
    place = one.entry.source.locate(("proof_points", one.position, "strength"))
    where = two.entry.source.locate(("proof_points", two.position, "strength"))
    record, concept = two.of
    message = (
        f"`{record}` is {two.row.strength} for `{concept}` here, "
        f"{one.row.strength} for `{one.entry.id}`"
    )
    return warning("rating-differs", where, message, f"rate both alike; the other is {place}")


RULE = Rule("rating-differs", across=Comparison(read, compare), private_only=True)
