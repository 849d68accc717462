"""A metric's `display` to whether it is read as the value, rounded to the digits that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import Enum, auto

from dossier.model.evidence import Metric, Operator
from dossier.model.library import RecordEntry
from dossier.plain.patterns import pattern
from dossier.prose.statements import plain
from dossier.quantities.fitting import fits, flatters
from dossier.quantities.lexicon import lexicon
from dossier.quantities.quantity import Bound, Form, Quantity
from dossier.quantities.reader import quantities
from dossier.quantities.spelled import value_of
from dossier.quantities.tokens import tokens
from dossier.records.metrics import Meaning

_NUMBER = pattern(r"\d+(?:[.,' ]\d+)*|\.\d+")
_MILLIONS = pattern(r"\A\d[\d.,]*\s?m\Z")
"""What is a length unless its currency stands with it."""
_THOUSANDS = 3
_STEPS = (10**3, 10**6, 10**9)
"""What a value is wrong by whose `k`, `m` or `bn` was lost."""
_ROUNDED = (Bound.EXACT, Bound.PRECISELY, Bound.ABOUT)
_PRINTED = {
    Operator.ABOUT: Bound.ABOUT,
    Operator.ABOVE: Bound.OVER,
    Operator.AT_LEAST: Bound.AT_LEAST,
    Operator.BELOW: Bound.UNDER,
    Operator.AT_MOST: Bound.AT_MOST,
}
"""What the sign that is printed beside a display says of it."""


class Display(Enum):
    """How a metric's spelling stands to its value."""

    SAME = auto()
    OTHER = auto()
    """It is read as another number."""
    UNREAD = auto()
    """It is no number, or has more in it than the value."""


def read_display(meaning: Meaning) -> Display:
    """Return how the value of a metric is shown, as prose in the content's language is read."""
    text = plain(meaning.metric.display or "")
    if not text:
        return Display.SAME
    if meaning.told.unit.is_money and _MILLIONS.search(text):
        text = f"{meaning.told.unit.kind.partition(':')[2]} {text}"
    found = quantities(text, tokens(text), meaning.words, comma=meaning.comma)
    told = [_is_value(figure, meaning) for figure in found]
    if len(found) == len(meaning.metric.value) > 1:
        # `2 or 3` of what is 2 to 3.
        ends = zip(found, meaning.metric.value, strict=True)
        return Display.SAME if all(f.number == abs(end) for f, end in ends) else Display.OTHER
    if not told or (any(told) and len(told) > 1):
        return Display.UNREAD
    return Display.SAME if told[0] else Display.OTHER


def claimed_otherwise(meaning: Meaning) -> Quantity | None:
    """Return the figure of a record's claim that is its metric a thousand times and more, or less.

    None if the claim says the value itself, too.
    """
    text, true = plain(meaning.entry.record.claim), meaning.told.values
    found = quantities(text, tokens(text), meaning.words, comma=meaning.comma)
    if any(true[0] in figure.values for figure in found):
        return None
    alike = (f for f in found if f.kind == meaning.told.unit.kind)
    return next((f for f in alike if _is_scaled(f.values, true)), None)


def _is_scaled(ones: Sequence[Decimal], others: Sequence[Decimal]) -> bool:
    """Return whether values are others by one step, up or down."""
    up = (tuple(step * one for one in ones) == tuple(others) for step in _STEPS)
    down = (tuple(ones) == tuple(step * other for other in others) for step in _STEPS)
    return any(up) or any(down)


def shown_otherwise(entry: RecordEntry) -> Iterator[Metric]:
    """Yield the metrics that nothing proves as they are shown, in whichever language.

    What vouches for a value says nothing of a spelling that is not read as that value.
    """
    for metric in entry.record.metrics:
        readings = (Meaning(entry, metric, lexicon("en"), comma) for comma in (False, True))
        if metric.display and not any(read_display(r) is Display.SAME for r in readings):
            yield metric


def _is_value(figure: Quantity, meaning: Meaning) -> bool:
    metric, told = meaning.metric, meaning.told
    is_negative, has_minus = metric.value[0] < 0, figure.sign == "-"
    is_turned = is_negative is not has_minus and not (has_minus and metric.op is Operator.MINUS)
    if is_turned or len(figure.values) != len(metric.value):
        return False
    kind, factor = told.unit.kind, figure.unit.factor or Decimal(1)
    if figure.unit.is_money and told.unit.is_money and figure.kind != kind:
        return False
    steps = tuple(_steps(figure, meaning.comma))
    values, numbers = told.values, figure.values
    if not figure.kind or figure.kind != kind:
        # The number alone: the metric's own unit is printed behind it.
        values = tuple(map(abs, metric.value))
        numbers = tuple(value / factor for value in figure.values)
        steps = tuple(step / factor for step in steps)
        if figure.kind == "%" and not kind and values[-1] <= 1:
            values = tuple(100 * value for value in values)
        kind = kind or figure.kind
    pairs = zip(numbers, values, steps, strict=True)
    return all(_is_rounded(figure, (metric.op, kind), *each) for each in pairs)


def _is_rounded(
    figure: Quantity, of: tuple[Operator | None, str], told: Decimal, true: Decimal, step: Decimal
) -> bool:
    """Return whether a number is another at its last digit, or as far as it is bounded."""
    op, kind = of
    if figure.bound in _ROUNDED and 2 * abs(told - true) <= step:
        return not flatters(told, true, kind)
    is_bare = figure.bound is Bound.EXACT
    bound = _PRINTED.get(op, Bound.EXACT) if op and is_bare else figure.bound
    if bound is Bound.EXACT and figure.form not in (Form.FRACTION, Form.FACTOR):
        return figure.thousands and told * 1000 == true
    return fits(told, true, replace(figure, bound=bound), op, kind)


def _steps(figure: Quantity, comma: bool) -> Iterable[Decimal]:  # noqa: FBT001
    """Yield how much one is at the last digit of each number, in the base unit."""
    written = _NUMBER.findall(figure.text) if figure.form is Form.DIGITS else []
    for place, value in enumerate(figure.values):
        typed = value_of(written[place], comma=comma) if place < len(written) else None
        exponent = int((typed or value.normalize()).as_tuple().exponent)
        if typed is None and 0 < exponent < _THOUSANDS:
            exponent = 0  # `Twenty` is no 22, `twelve thousand` may be 12,400.
        size = value / typed if typed else Decimal(1)
        yield Decimal(1).scaleb(exponent) * size if value else Decimal(0)
