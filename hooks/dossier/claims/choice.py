"""The metrics named near a figure to the one that it is of."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.claims.bind import Candidate
from dossier.claims.confidence import NEAR
from dossier.quantities.placed import Placed
from dossier.quantities.quantity import Quantity
from dossier.quantities.tokens import Token, low_at
from dossier.records.agreement import Agreement
from dossier.records.metrics import Meaning

_CHARITY = 1.0
"""How much farther than the nearest name another one may stand, and still be meant."""
Fitting = tuple[Candidate, Meaning, Agreement]


def whole(fitting: Sequence[Fitting], placed: Placed) -> list[Fitting]:
    """Leave out names that are part of longer ones, which are meant."""
    return [
        (candidate, meaning, agreed)
        for candidate, meaning, agreed in fitting
        if not any(
            other.hit.holds(candidate.hit)
            and not (agreed is Agreement.VALUE and placed.is_parted(other.hit.start, other.hit.end))
            for other, _, _ in fitting
        )
    ]


def right(fitting: Sequence[Fitting]) -> tuple[Meaning, Agreement] | None:
    """Return the metric that a figure agrees with, of the nearest named, and how."""
    best = fitting[0][0].cost if fitting else 0.0
    allowed = best + (_CHARITY if best <= NEAR else _CHARITY * 4)
    return next(
        (
            (meaning, agreed)
            for candidate, meaning, agreed in fitting
            if agreed is not Agreement.WRONG and candidate.cost <= allowed
        ),
        None,
    )


def bracketed(
    found: Sequence[Token], figures: Sequence[Quantity], fitting: Sequence[Fitting] | None
) -> Meaning | None:
    """Return the metric behind whose value a change stands in brackets: `19 min (-60%)`."""
    meant = right(fitting or ())
    if meant is None or len(figures) < 2:  # noqa: PLR2004 - the value, and its change
        return None
    before, figure = figures
    place, meaning = figure.first - 1, meant[0]
    is_led = low_at(found, place) == "(" and place in (before.last, before.after)
    is_change = is_led and figure.sign and figure.kind == "%"
    return meaning if is_change and meaning.before and meaning.told.unit.kind != "%" else None
