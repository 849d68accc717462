"""The metrics named near a figure to the one that it is of."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.claims.confidence import NEAR
from dossier.claims.context import Near
from dossier.quantities.placed import Placed
from dossier.quantities.quantity import Quantity
from dossier.quantities.tokens import Token, low_at
from dossier.records.agreement import Agreement
from dossier.records.metrics import Meaning

_CHARITY = 1.0
"""How much farther than the nearest name another one may stand, and still be meant."""
Fitting = tuple[Near, Meaning, Agreement]


def whole(fitting: Sequence[Fitting], placed: Placed, *, is_of: bool = False) -> list[Fitting]:
    """Leave out names that are part of longer ones, which are meant.

    `is_of` is of a figure of which another is told: the pupils of `58 of 412 pupils on a bursary`.
    """

    def is_part(fit: Fitting, other: Fitting) -> bool:
        hit, is_value = other[0].hit, fit[2] is Agreement.VALUE
        is_apart = is_value and (is_of or placed.is_parted(hit.start, hit.end))
        return hit.holds(fit[0].hit) and not is_apart

    return [fit for fit in fitting if not any(is_part(fit, other) for other in fitting)]


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
