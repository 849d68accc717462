"""The metrics named near a figure to the one that it is of."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.claims.bind import Candidate
from dossier.claims.confidence import NEAR
from dossier.records.agreement import Agreement
from dossier.records.metrics import Meaning

_CHARITY = 1.0
"""How much farther than the nearest name another one may stand, and still be meant."""
Fitting = tuple[Candidate, Meaning, Agreement]


def whole(fitting: Sequence[Fitting]) -> list[Fitting]:
    """Leave out names that are part of longer ones, which are meant.

    In `11 medals and 3 of them gold` the longer name goes over what the shorter one is right of.
    """
    return [
        (candidate, meaning, agreed)
        for candidate, meaning, agreed in fitting
        if not any(
            other.hit.holds(candidate.hit)
            and not (agreed is Agreement.VALUE and other.hit.is_spread)
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
