"""A metric against what an artifact says: the number, its sign, its unit, as exact as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, InvalidOperation

from dossier.model.evidence import Metric, Operator
from dossier.model.figure import MEASURES
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

_NUMBER = (
    r"([+\-−]?)\s?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?![.,]?\d)"
    r"|\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d{1,3})(?!\w))?"
)
_UNIT = r"\s*([%‰°]\w?|[^\W\d_]*)"
_RANGE = pattern(rf"{_NUMBER}\s*(?:–|-|\.\.)\s*{_NUMBER}{_UNIT}")
_IN_PROSE = pattern(rf"(?<![\w.,])(?:{_NUMBER}){_UNIT}")


@frozen
class ArtifactValue:
    """A number, or the two ends of a range, as an artifact says it."""

    numbers: tuple[Decimal, ...]
    unit: str


def read_number(text: str) -> ArtifactValue | None:
    """Return the number that a text is, None if it is none."""
    text = text.strip()
    if found := re.fullmatch(_NUMBER + _UNIT, text):
        return ArtifactValue((_decimal(found[1], found[2], found[3]),), found[4])
    if found := _RANGE.fullmatch(text):
        low, high = _decimal(*found.groups()[:3]), _decimal(*found.groups()[3:6])
        return ArtifactValue((low, high), found[7])
    return None


def read_numbers(text: str) -> Iterator[ArtifactValue]:
    """Yield the numbers in a line of prose."""
    for found in _IN_PROSE.finditer(text):
        yield ArtifactValue((_decimal(found[1], found[2], found[3]),), found[4])


def spell_numbers(text: str, unit: str = "") -> str:
    """Return the numbers in a text as they stand there, each with its unit if that is known.

    `unit` is one more that is known. What else stands there is nobody's business.
    """
    known, whole = MEASURES | {unit, ""}, read_number(text)
    if whole and whole.unit in known:
        return text.strip()
    return ", ".join(
        found[0] if found[4] in known else found[0][: found.start(4) - found.start()].rstrip()
        for found in _IN_PROSE.finditer(text)
    )


def agrees(metric: Metric, reading: ArtifactValue) -> bool:
    """Whether an artifact's number, rounded to the digits that the author typed, is the metric's.

    A bare number of at most 1 may be the fraction that a percentage was made of.
    """
    unit = metric.unit or ""
    if reading.unit and reading.unit != unit and {reading.unit, unit} & MEASURES:
        return False
    numbers = [reading.numbers]
    if unit == "%" and not reading.unit and all(abs(number) <= 1 for number in reading.numbers):
        numbers.append(tuple(number * 100 for number in reading.numbers))
    return any(_holds(metric, candidate) for candidate in numbers)


def _holds(metric: Metric, numbers: tuple[Decimal, ...]) -> bool:
    values = metric.value
    if metric.op is Operator.MINUS:
        values = tuple(-value for value in reversed(values))
    if len(numbers) == len(values):
        pairs = zip(numbers, values, strict=True)
        return all(_stands(metric.op, number, value) for number, value in pairs)
    if len(numbers) == 1:
        low, high = values
        number = numbers[0]
        return low <= number <= high or _rounds(number, low) or _rounds(number, high)
    return False


def _stands(op: Operator | None, number: Decimal, value: Decimal) -> bool:
    match op:
        case Operator.AT_LEAST:
            return number >= value
        case Operator.AT_MOST:
            return number <= value
        case Operator.ABOVE:
            return number > value
        case Operator.BELOW:
            return number < value
        case Operator.ABOUT:
            return _rounds(number, value) or _rounds(number, value, value.normalize())
    return _rounds(number, value)


def _rounds(number: Decimal, value: Decimal, digits: Decimal | None = None) -> bool:
    """Whether a number rounds to a value, at the place of its last digit (or of `digits`'s)."""
    quantum = Decimal(1).scaleb(int((digits or value).as_tuple().exponent))
    try:
        return any(
            number.quantize(quantum, rounding) == value
            for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN)
        )
    except InvalidOperation:
        # More digits than a Decimal keeps: far from anything that is typed.
        return False


def _decimal(sign: str, digits: str, exponent: str | None) -> Decimal:
    number = Decimal(re.sub(r"[^\d.]", "", digits)).scaleb(int(exponent or 0))
    return -number if sign in ("-", "−") else number
