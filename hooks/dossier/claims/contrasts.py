"""A denied figure and the one claimed in its place to how both stand to their record."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.claims.confidence import is_sure
from dossier.claims.context import Context, Near, supports
from dossier.quantities.quantity import Quantity
from dossier.records.agreement import Agreement, agreement
from dossier.records.metrics import Meaning


def wrong_contrast(
    context: Context, claimed: Quantity | None, denied: Quantity, near: Sequence[Near]
) -> tuple[Quantity, Meaning] | None:
    """Return which figure is wrong, and of what metric; None if neither is, as far as is known.

    What is denied may not be the value, and what is claimed has to be.
    """
    named = [(c, m) for c in near for m in context.preferred(c.meanings)]
    for candidate, meaning in named:
        told = agreement(claimed, meaning) if claimed else None
        if told is Agreement.VALUE:
            return None
        if agreement(denied, meaning) is Agreement.VALUE and (told or not claimed):
            return claimed or denied, meaning
        if told is Agreement.WRONG and claimed and is_sure(context, claimed, candidate, meaning):
            return claimed, meaning
    for meaning in context.with_value(denied) if claimed else ():
        is_meant = meaning in context.metrics or supports(context.sentence, meaning)
        is_value = agreement(denied, meaning) is Agreement.VALUE
        if claimed and is_meant and is_value and agreement(claimed, meaning) in _WRONG:
            return claimed, meaning
    return None


_WRONG = (Agreement.WRONG, Agreement.BEFORE)
