"""A number as it is told to whether it is another, by what bounds it and how it is rounded."""

from __future__ import annotations

from decimal import Decimal

from dossier.model.evidence import Operator
from dossier.quantities.quantity import Bound, Form, Quantity

_HEDGED = Decimal("0.05")
"""How far from the value a figure told as `about` or `nearly` may be."""
_ROUND = Decimal("0.08")
"""The same for one of a single digit, like 40 or 4 million."""
_FRACTION = Decimal("0.125")
"""The same for a fraction, and for what follows from two values."""
_ROUNDED = Decimal("0.025")
"""How far a rounded figure may be."""
_LEAST, _MOST = Decimal("0.3"), Decimal(2)
"""How much less, or more, than the value a figure told as `over`, or `under`, may be."""
_LOWEST, _HIGHEST = Decimal("0.25"), Decimal("1.5")
"""The same for a value that is a bound itself."""
_HIGH = 90
"""The share in per cent from which rounding up flatters."""
LOWER = (Bound.OVER, Bound.AT_LEAST)
UPPER = (Bound.UNDER, Bound.AT_MOST)


def fits(told: Decimal, true: Decimal, figure: Quantity, op: Operator | None, kind: str) -> bool:
    """Return whether a value of a figure is what a record has, with its sign and kind of unit."""
    bound = figure.bound
    if figure.is_turned:
        # `Never above 30` is true of 6, and nobody says how near it is.
        is_least, is_most = (
            op in (Operator.ABOVE, Operator.AT_LEAST),
            op in (Operator.BELOW, Operator.AT_MOST),
        )
        if told == true and (is_least if bound in UPPER else is_most):
            return False
        return told <= true if bound in LOWER else told >= true
    if op in (Operator.ABOVE, Operator.AT_LEAST):
        is_less = bound in LOWER and true * _LOWEST <= told < true
        is_near = bound in (Bound.ABOUT, Bound.NEARLY) and _is_within(told, true, figure)
        return bound not in (*UPPER, Bound.PRECISELY) and (told == true or is_less or is_near)
    if op in (Operator.BELOW, Operator.AT_MOST):
        is_more = bound in UPPER and true < told <= true * _HIGHEST
        return bound not in LOWER and (told == true or is_more)
    if bound in (Bound.OVER, Bound.UNDER) and told == true:
        return False
    return _is_within(told, true, figure) or _is_exact(told, true, figure, kind)


def follows(figure: Quantity, true: Decimal) -> bool:
    """Return whether a figure is what follows from the values of a record, roughly."""
    factor = figure.unit.factor if figure.kind else 1
    told, true = figure.values[0] / factor, true / factor
    if len(figure.values) > 1 or true <= 0:
        return False
    if figure.bound in (*LOWER, *UPPER):
        return _is_within(told, true, figure)
    is_hedged = figure.form in (Form.FRACTION, Form.FACTOR) or figure.bound is not Bound.EXACT
    least = Decimal("0.5") if true > 10 else Decimal("0.05")  # noqa: PLR2004 - two digits
    if figure.kind == "%" and not is_hedged:
        return abs(told - true) <= least
    return abs(told - true) <= max(true * (_FRACTION if is_hedged else _ROUNDED), least)


def flatters(told: Decimal, true: Decimal, kind: str) -> bool:
    """Return whether a share is rounded up to near the whole: `98%` for 97.6."""
    return kind == "%" and true >= _HIGH and told > true


def _is_within(told: Decimal, true: Decimal, figure: Quantity) -> bool:
    """Return whether a figure that is bounded, hedged or a fraction is near enough."""
    if figure.bound in LOWER:
        return true * _LEAST <= told <= true
    if figure.bound in UPPER:
        return true <= told <= true * _MOST
    if figure.bound is Bound.NEARLY:
        # `Nearly two million` is told of 1.8.
        is_round = figure.form is Form.WORDS and len(told.normalize().as_tuple().digits) == 1
        return true <= told <= true * (1 + (_FRACTION if is_round else _hedge(told, figure)))
    is_hedged = figure.bound is Bound.ABOUT or figure.form in (Form.FRACTION, Form.FACTOR)
    return is_hedged and abs(told - true) <= true * _hedge(told, figure)


def _hedge(told: Decimal, figure: Quantity) -> Decimal:
    if figure.form is Form.FRACTION:
        return _FRACTION if figure.bound is not Bound.EXACT else _HEDGED
    return _ROUND if len(told.normalize().as_tuple().digits) == 1 else _HEDGED


def _is_exact(told: Decimal, true: Decimal, figure: Quantity, kind: str) -> bool:
    """Return whether a figure is the value, or the same with fewer digits: `3.9 s`, `16K`."""
    if figure.bound not in (Bound.EXACT, Bound.PRECISELY):
        return False
    if told == true or not true or abs(told - true) > true * _ROUNDED:
        return told == true
    if flatters(told, true, kind):
        return False
    factor = figure.unit.factor if figure.kind else 1
    short = told / factor
    # `3.90` says that it is exact to the last digit.
    decimals = "".join(sign for sign in figure.text.partition(".")[2] if sign.isdigit())
    short = short if decimals.endswith("0") else short.normalize()
    _, digits, exponent = short.as_tuple()
    if len(digits) < 2 or not isinstance(exponent, int):  # noqa: PLR2004 - `4 s` hedges nothing
        return False
    has_scale = any(sign.isalpha() for sign in figure.text)
    if exponent > 0 and not (has_scale and exponent >= 3):  # noqa: PLR2004 - thousands
        return False
    return abs(true / factor - short) <= Decimal(10) ** exponent / 2
