"""A figure and a metric to how they agree: as its value, its earlier one, what follows, or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from dossier.claims.metrics import Meaning, Value
from dossier.model.evidence import Operator
from dossier.quantities.fitting import LOWER, UPPER, fits, follows
from dossier.quantities.quantity import Quantity
from dossier.quantities.stemming import stem
from dossier.quantities.units import COUNT, WORD

_SAME = Decimal("0.025")
"""How far apart two rates may be that are told per different times."""
_NARROW = Decimal("1.3")
"""How much higher than its lower end a range may reach that holds the value."""
_MISTAKEN = frozenset({frozenset({"%", "pp"}), frozenset({"bits", "bytes"})})
"""Kinds that are no conversion of each other, and are taken for it."""


class Agreement(StrEnum):
    """What a figure is of a metric."""

    VALUE = "value"
    BEFORE = "before"
    DERIVED = "derived"
    WRONG = "wrong"


def agreement(figure: Quantity, meaning: Meaning) -> Agreement | None:
    """Return how a figure agrees with a metric, None if it could not be its value at all."""
    told, figure = meaning.told, _counted(figure, meaning)
    is_near = _is_comparable(figure, told)
    if is_near and (wrong := _other_measure(figure, meaning)) is not None:
        return wrong
    if is_near and _fits(_scaled(figure, told), told, figure, meaning.metric.op):
        return Agreement.VALUE
    before = meaning.before
    if before and _is_comparable(figure, before):
        if _fits(_scaled(figure, before), before, figure, None):
            return Agreement.BEFORE
        is_near = True
    derived = list(_derived(meaning))
    same = [value for kind, value in derived if kind == figure.kind]
    if any(follows(figure, value) for value in same):
        return Agreement.DERIVED
    if is_near or (same and (before or meaning.direction) and figure.kind != "pp"):
        return Agreement.WRONG
    return Agreement.WRONG if _is_mistaken(figure, told) else None


def _counted(figure: Quantity, meaning: Meaning) -> Quantity:
    """Return a figure as a count if its unit is what the metric counts: `600 clinical hours`."""
    if meaning.told.unit.kind or not figure.unit.is_name:
        return figure
    if stem(figure.text.split()[-1].lower()) not in meaning.name_stems:
        return figure
    values = tuple(value / figure.unit.factor for value in figure.values)
    return replace(figure, unit=COUNT, values=values)


def is_transposed(figure: Quantity, value: Value) -> bool:
    """Return whether a figure looks like a slip of the pen or of the unit for a value."""
    digits = figure.digits
    return bool(digits) and (
        digits == value.digits or (len(digits) > 1 and sorted(digits) == sorted(value.digits))
    )


def _is_comparable(figure: Quantity, value: Value) -> bool:
    kind = value.unit.kind
    if figure.kind == kind or (figure.kind == "times" and kind in ("", "x")):
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


def _is_mistaken(figure: Quantity, told: Value) -> bool:
    """Return whether a figure has the right number and a unit of another kind."""
    kind = told.unit.kind
    if figure.unit.is_money and told.unit.is_money:
        return True
    if frozenset({figure.kind, kind}) in _MISTAKEN:
        return True
    measured = figure.kind and kind and "%" not in (figure.kind, kind)
    return bool(measured) and figure.digits == told.digits and len(figure.values) == 1


def _other_measure(figure: Quantity, meaning: Meaning) -> Agreement | None:
    """Judge a figure that is told per another time, or out of another whole."""
    if figure.out_of and meaning.out_of and figure.out_of != meaning.out_of:
        return Agreement.WRONG
    rate, own = figure.rate, meaning.rate
    if rate is None or own is None or rate.kind != own.kind or rate.size == own.size:
        return None
    told, true = figure.values[0] / rate.size, meaning.told.values[0] / own.size
    return Agreement.VALUE if abs(told - true) <= true * _SAME else Agreement.WRONG


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


def _fits(told: tuple[Decimal, ...], value: Value, figure: Quantity, op: Operator | None) -> bool:
    true = value.values
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


def _derived(meaning: Meaning) -> Iterator[tuple[str, Decimal]]:
    """Yield what follows from a metric: the difference, the change in per cent, the factor."""
    told, before = meaning.told, meaning.before
    value, kind, op = told.values[0], told.unit.kind, meaning.metric.op
    if before and before.unit.kind == kind and before.values[0] and value:
        old = before.values[0]
        yield ("pp" if kind == "%" else kind), abs(value - old)
        yield "%", abs(value - old) / old * 100
        yield "x", max(value, old) / min(value, old)
        yield "%", value / old * 100
    elif kind == "%" and op is Operator.PLUS:
        yield "x", 1 + value / 100
    elif kind == "%" and op is Operator.MINUS:
        yield "%", 100 - value
        if value < 100:  # noqa: PLR2004 - of per cent
            yield "x", 1 / (1 - value / 100)
    elif kind == "%" and op is None:
        yield "%", 100 - value
    elif kind == "x" and value > 1:
        yield "%", (1 - 1 / value) * 100
        yield "%", (value - 1) * 100
        yield "%", 100 / value
