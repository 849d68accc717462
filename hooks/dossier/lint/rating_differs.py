"""One record rated differently for one concept in two dossiers. Advisory."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.cited_rows import CitedRow, CitedRows, cited_rows
from dossier.lint.rule import AllFiles, Comparison, Rule
from dossier.match.coverage import is_above
from dossier.model.library import Library
from dossier.plain.frozen import frozen
from dossier.plain.problems import Place, Problem, warning


@frozen
class Rating:
    """A record that a row rates for a concept."""

    of: tuple[str, str]
    """The record's id, and the concept it is rated for."""
    row: CitedRow


def compare(files: AllFiles[CitedRows]) -> Iterator[Problem]:
    """Compare the rows that cite a record for one concept."""
    told = frozenset().union(*(known.told for known in files.readings))
    # There are thousands, and mostly one strength for each.
    of_each = dict(told)
    if len(of_each) == len(told):
        return
    unlike = frozenset(of for of, strength in told if of_each[of] != strength)
    earlier: dict[tuple[str, str], list[Rating]] = {key: [] for key in unlike}
    reported: set[tuple[str, str, str]] = set()
    rows = (
        row for known in files.readings if not unlike.isdisjoint(known.rated) for row in known.rows
    )
    ratings = (((r, row.concept), row) for row in rows for r in row.evidence)
    for rating in (Rating(of, row) for of, row in ratings if of in unlike):
        others = earlier[rating.of]
        other = next((before for before in others if _differs(before.row, rating.row)), None)
        others.append(rating)
        key = (rating.row.dossier, rating.row.id, other.row.dossier if other else "")
        if other and key not in reported:
            reported.add(key)
            yield _problem(other.row, rating, files.library)


def _differs(first: CitedRow, second: CitedRow) -> bool:
    """Return whether two rows disagree. A better rating may stand on a record more."""
    if first.dossier == second.dossier or first.strength is second.strength:
        return False
    is_first = is_above(first.strength, second.strength)
    better, worse = (first, second) if is_first else (second, first)
    return set(better.evidence) <= set(worse.evidence)


def _problem(other: CitedRow, rating: Rating, library: Library) -> Problem:
    row, (record, concept) = rating.row, rating.of
    message = (
        f"`{record}` is {row.strength} for `{concept}` here, {other.strength} for `{other.dossier}`"
    )
    hint = f"rate both alike; the other is {_place(other, library)}"
    return warning("rating-differs", _place(row, library), message, hint)


def _place(row: CitedRow, library: Library) -> Place:
    source = library.applications[row.dossier].source
    return source.locate(("proof_points", row.position, "strength"))


RULE = Rule(
    "rating-differs",
    across=Comparison(cited_rows, compare, CitedRows, of_readings=True),
    private_only=True,
)
