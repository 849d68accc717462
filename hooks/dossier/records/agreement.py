"""A figure and a metric to how they agree: as its value, its earlier one, what follows, or not."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from dossier.quantities.comparing import equals, is_comparable, is_mistaken
from dossier.quantities.deriving import derived
from dossier.quantities.fitting import follows
from dossier.quantities.quantity import Form, Quantity, Rate
from dossier.quantities.rates import is_price
from dossier.quantities.stemming import stem
from dossier.quantities.units import COUNT, WORD, Unit
from dossier.records.metrics import Meaning

_YEAR = Decimal(31536000)
_MANY = 100
"""From how many things on so many of them are a share."""
_SAME = Decimal("0.025")
"""How far apart two rates may be that are told per different times."""


class Agreement(StrEnum):
    """What a figure is of a metric."""

    VALUE = "value"
    BEFORE = "before"
    DERIVED = "derived"
    WRONG = "wrong"


def agreement(figure: Quantity, meaning: Meaning) -> Agreement | None:
    """Return how a figure agrees with a metric, None if it could not be its value at all."""
    told, figure = meaning.told, _counted(figure, meaning)
    is_unknown = figure.is_rest and not figure.kind and meaning.whole is None
    if is_unknown or (figure.unit.is_money and is_price(figure.rate, meaning.rate)):
        return None
    is_ratio = bool(figure.out_of) or _is_ratio(figure)
    is_known = meaning.out_of or (figure.out_of and figure.out_of == meaning.whole)
    is_other_share = is_ratio and not is_known and told.unit.kind != "%"
    is_near = is_comparable(figure, told)
    if is_near and (wrong := _other_measure(figure, meaning)) is not None:
        return wrong
    if is_near and (equals(figure, told, meaning.metric.op) or _is_course(figure, meaning)):
        return Agreement.VALUE
    before = meaning.before
    if before and is_comparable(figure, before):
        if equals(figure, before, None):
            return Agreement.BEFORE
        is_near = True
    following = derived(told, before, meaning.metric.op)
    # Of the value itself the bound is wrong: `fewer than 26,000` does not follow from it.
    is_own = is_near and (figure.is_turned or figure.values == told.values)
    same = [value for kind, value in following if _is_of(figure, kind) and not is_own]
    if any(follows(figure, value) for value in same) or _is_rest(figure, meaning):
        return Agreement.DERIVED
    is_other = same and (before or meaning.direction) and figure.kind != "pp"
    is_wrong = is_near or is_other or is_mistaken(figure, told)
    is_unlike = is_other_share or (_is_speed(figure) and not meaning.rate)
    return Agreement.WRONG if is_wrong and not is_unlike else None


def _is_of(figure: Quantity, kind: str) -> bool:
    """Return whether a figure is of a kind, or counts what names it: `700 words a day more`."""
    return figure.kind == kind or (kind.startswith(WORD) and not figure.kind)


def _is_course(figure: Quantity, meaning: Meaning) -> bool:
    """Return whether a figure runs from the earlier value to that of today: `SAP 52 to 73`."""
    before = meaning.before
    return before is not None and figure.values == (before.values[0], meaning.told.values[0])


def _is_speed(figure: Quantity) -> bool:
    """Return whether a figure is told per time, and of a unit that is none then: `160 km/h`."""
    return figure.unit.is_physical and figure.rate is not None and figure.rate.kind == "time"


def _counted(figure: Quantity, meaning: Meaning) -> Quantity:
    """Return a figure as a count if its metric is one: `600 clinical hours`, `one in 250`."""
    rate = meaning.rate
    if (
        _is_ratio(figure)
        and rate
        and rate.size > 1
        and rate.kind != "time"
        and not meaning.told.unit.kind
    ):
        values = tuple(value * rate.size / 100 for value in figure.values)
        return replace(figure, unit=COUNT, values=values)
    per = figure.rate
    is_share = per is not None and per.size >= _MANY and per.kind.startswith(WORD)
    if per and is_share and meaning.told.unit.kind == "%" and not (figure.kind or rate):
        # `17 per 1,000 planks`
        values = tuple(100 * value / per.size for value in figure.values)
        return replace(figure, unit=Unit("%"), values=values, rate=None)
    own = meaning.told.unit.kind
    if meaning.measure:
        return _measured(figure, meaning.measure, meaning.told.values)
    if own or not figure.unit.is_name:
        return figure
    if stem(figure.text.split()[-1].lower()) not in meaning.name_stems:
        return figure
    values = tuple(value / figure.unit.factor for value in figure.values)
    return replace(figure, unit=COUNT, values=values)


def _measured(figure: Quantity, own: Unit, true: tuple[Decimal, ...]) -> Quantity:
    """Return a figure in a unit of which a metric counts some: the days of `working days`."""
    said = figure.measure
    if figure.kind == own.kind:
        return replace(figure, unit=COUNT, values=tuple(v / own.factor for v in figure.values))
    if said and said.kind == own.kind and figure.values == true:
        # `4 working hours` are no 4 working days; how many of them one has nobody says.
        return replace(figure, values=tuple(v * said.factor / own.factor for v in figure.values))
    return figure


def _is_ratio(figure: Quantity) -> bool:
    """Return whether so many out of so many are told: `nine out of ten`."""
    return figure.form is Form.FRACTION and figure.last - figure.first > 2  # noqa: PLR2004


def _other_measure(figure: Quantity, meaning: Meaning) -> Agreement | None:
    """Judge a figure told as the rest of a whole, per another time, or out of another whole."""
    if figure.is_rest and not figure.kind and meaning.whole is not None:
        is_right = meaning.whole - figure.values[0] == meaning.told.values[0]
        return Agreement.DERIVED if is_right else Agreement.WRONG
    if figure.out_of and meaning.out_of and figure.out_of != meaning.out_of:
        return Agreement.WRONG
    if figure.out_of and meaning.whole not in (None, figure.out_of):
        # `34 out of 50` of 34 of 41; what else is told of 50 is another thing.
        return Agreement.WRONG if figure.values == meaning.told.values else None
    rate, own = figure.rate, meaning.rate
    if rate and _is_other_period(rate, meaning):
        return Agreement.WRONG
    if rate is None or own is None or rate.kind != own.kind or rate.size == own.size:
        return None
    told, true = figure.values[0] / rate.size, meaning.told.values[0] / own.size
    return Agreement.VALUE if abs(told - true) <= true * _SAME else Agreement.WRONG


def _is_other_period(rate: Rate, meaning: Meaning) -> bool:
    """Return whether a figure is told per a time of which its record says nothing."""
    own = meaning.rate
    if rate.kind != "time" or (own and own.kind == "time"):
        return False
    # A season may be a year, and is no month.
    return meaning.is_dated or (own is not None and rate.size < _YEAR)


def _is_rest(figure: Quantity, meaning: Meaning) -> bool:
    """Return whether a figure is exactly what a share or a count leaves of its whole."""
    if meaning.whole is not None and not figure.kind:
        return meaning.whole - meaning.told.values[0] == figure.values[0]
    is_share = meaning.told.unit.kind == "%" and meaning.metric.op is None
    return is_share and figure.kind == "%" and sum((*figure.values, *meaning.told.values)) == 100  # noqa: PLR2004


def is_less(total: Quantity, meaning: Meaning, told: AbstractSet[Decimal]) -> bool:
    """Return whether a metric says less than what is told of all; `told` is what stands beside it.

    A total with a minus is the end of something, one without is all of a share, a zero none of
    what is counted.
    """
    value, is_wrong = meaning.told.number, agreement(total, meaning) is Agreement.WRONG
    if not total.values[0]:
        is_count = not meaning.told.unit.kind and meaning.metric.op is None
        return is_wrong and is_count and value != 0 and value not in told
    is_fall = "down" in (meaning.moved, meaning.direction)
    is_share = meaning.told.unit.kind == "%" and meaning.metric.op is None
    is_alone = told.isdisjoint((value, 100 - value))
    return is_wrong and value != 0 and is_alone and (is_fall if total.sign else is_share)
