"""How well a role fits, in the author's judgement: 0 to 5, with one decimal at most."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from dossier.model.base import wrong

MOST = 5
_STEP = Decimal("0.1")


def _check_fit(value: Decimal) -> Decimal:
    if not 0 <= value <= MOST:
        hint = "write 0 to 5: `3.5`"
        # Only then: a number of any size may stand here, and some can be neither halved nor cut.
        if MOST < value <= 2 * MOST:
            half = (value / 2).quantize(_STEP, ROUND_HALF_EVEN).normalize()
            hint = f"{value} of 10 is `{half:f}` here"
        raise wrong("text-type", f"{value:.9} is not between 0 and {MOST}", hint)
    if value != value.quantize(_STEP):
        hint = f"write `{value.quantize(_STEP, ROUND_HALF_EVEN)}`"
        raise wrong("text-type", f"{value:.9} is finer than a tenth", hint)
    return value


Fit = Annotated[
    Decimal,
    AfterValidator(_check_fit),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": MOST}),
]
"""How well a role fits: 0 to 5, best in halves."""
