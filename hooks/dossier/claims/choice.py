"""The metrics named near a figure to the one that it is of."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.claims.confidence import NEAR
from dossier.claims.context import Near
from dossier.claims.sentences import Sentence
from dossier.quantities.quantity import Quantity
from dossier.quantities.tokens import Token, low_at
from dossier.records.agreement import Agreement, agreement
from dossier.records.metrics import Meaning

_CHARITY = 1.0
"""How much farther than the nearest name another one may stand, and still be meant."""
Fitting = tuple[Near, Meaning, Agreement]


def chosen(fitting: Sequence[Fitting], sentence: Sentence, figure: Quantity) -> list[Fitting]:
    """Leave out names that are part of longer ones, and what is no other value but a whole.

    A name behind `7 of 41` is of both: neither says how many recitals there are.
    """
    whole = sentence.wholes.get(figure.first)
    known = ((f, sentence.wholes.get(f.first)) for f in sentence.figures)
    part = next((f for f, of in known if of and of.first == figure.first), None)

    def is_longer(fit: Fitting, other: Fitting) -> bool:
        hit, is_value = other[0].hit, fit[2] is Agreement.VALUE
        # The pupils of `58 of 412 pupils on a bursary` are named too.
        is_apart = is_value and (part is not None or sentence.placed.is_parted(hit.start, hit.end))
        return hit.holds(fit[0].hit) and not is_apart

    def is_other(fit: Fitting) -> bool:
        candidate, meaning, agreed = fit
        if agreed is not Agreement.WRONG:
            return False
        if part:
            is_known = meaning.whole in (None, figure.values[0])
            return is_known or agreement(part, meaning) is not Agreement.VALUE
        is_behind = whole is not None and candidate.hit.start >= whole.last
        return is_behind and whole is not None and whole.values[0] != meaning.whole

    meant = [fit for fit in fitting if not is_other(fit)]
    return [fit for fit in meant if not any(is_longer(fit, other) for other in fitting)]


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
