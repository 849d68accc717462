"""A figure and a value to whether they may be told of one thing, and whether they are the same."""

from __future__ import annotations

from decimal import Decimal

from dossier.model.evidence import Operator
from dossier.quantities.fitting import LOWER, UPPER, fits
from dossier.quantities.quantity import Quantity, Value
from dossier.quantities.units import DEGREES, ORDINAL, WORD

_NARROW = Decimal("1.3")
"""How much higher than its lower end a range may reach that holds the value."""
_LONG = 10
"""From here on a number has more than one digit."""
_MISTAKEN = frozenset({frozenset({"%", "pp"}), frozenset({"bits", "bytes"})})
"""Kinds that are no conversion of each other, and are taken for it."""


def looks_meant(figure: Quantity, value: Value) -> bool:
    """Return whether a figure looks like a slip of the pen or of the unit for a value.

    It has its digits, in another order or but for one.
    """
    digits, true = figure.digits, value.digits
    if figure.kind == ORDINAL.kind:
        return True
    return bool(digits) and (digits == true or _differ_little(digits, true))


def has_other_unit(figure: Quantity, value: Value) -> bool:
    """Return whether a slip of a value may be one of the unit: `15 seconds` for 15 minutes."""
    is_same = figure.digits == value.digits and len(figure.digits) > 1
    is_other = is_same and figure.unit.factor != value.unit.factor
    return figure.kind == value.unit.kind and (figure.unit.is_physical or is_other)


def _differ_little(one: str, two: str) -> bool:
    if len(one) != len(two) or len(one) < 2:  # noqa: PLR2004 - one digit is like any other
        return False
    wrong = sum(a != b for a, b in zip(one, two, strict=True))
    return sorted(one) == sorted(two) or (len(one) > 2 and wrong == 1)  # noqa: PLR2004


def is_comparable(figure: Quantity, value: Value) -> bool:
    """Return whether a figure has a unit in which a value may be told."""
    kind = value.unit.kind
    are_degrees = figure.kind.startswith(DEGREES) and kind.startswith(DEGREES)
    is_any = are_degrees and DEGREES in (figure.kind, kind)
    if figure.kind == kind or is_any or (figure.kind == "times" and kind in ("", "x")):
        return True
    if figure.out_of and kind == "%":
        return True
    if not kind and figure.kind == "%" and value.values[0] <= 1:
        return True
    if kind == "%" and not figure.kind and figure.values[0] < 1:
        return True
    if kind.startswith(WORD):
        return not figure.kind
    return False


def is_mistaken(figure: Quantity, told: Value) -> bool:
    """Return whether a figure has the right number and a unit of another kind."""
    kind = told.unit.kind
    if figure.unit.is_money and told.unit.is_money:
        return True
    if frozenset({figure.kind, kind}) in _MISTAKEN:
        return True
    measured = figure.kind and kind and not {figure.kind, kind} & {"%", ORDINAL.kind}
    # One digit is any number's: the 5 m of a room are no slip for 5 minutes.
    is_long = len(figure.digits) > 1 or figure.number >= _LONG
    is_same = figure.digits == told.digits and is_long
    return bool(measured) and is_same and len(figure.values) == 1


def _scaled(figure: Quantity, value: Value) -> tuple[Decimal, ...]:
    """Return the figure's values as the metric's kind counts them."""
    kind = value.unit.kind
    if figure.out_of and kind == "%":
        return tuple(100 * number / figure.out_of for number in figure.values)
    if not kind and figure.kind == "%":
        return tuple(number / 100 for number in figure.values)
    if kind == "%" and not figure.kind:
        return tuple(number * 100 for number in figure.values)
    return figure.values


def equals(figure: Quantity, value: Value, op: Operator | None) -> bool:
    """Return whether a figure is a value that has a sign, as far as it is bounded or rounded."""
    told, true = _scaled(figure, value), value.values
    if len(true) > len(told):
        low, high = true[0], true[-1]
        if figure.bound in UPPER:
            return told[0] >= high
        return told[0] <= low if figure.bound in LOWER else low <= told[0] <= high
    if len(told) > len(true):
        # `Between 8 and 10` is true of 9.
        return told[0] < true[0] < told[1] <= told[0] * _NARROW
    if figure.thousands and all(t * 1000 == v for t, v in zip(told, true, strict=True)):
        return True
    kind = value.unit.kind
    return all(fits(t, v, figure, op, kind) for t, v in zip(told, true, strict=True))
