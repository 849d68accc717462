"""A figure of a text to what a metric has of it: values as typed, unit, what it is out of."""

from __future__ import annotations

import re
from decimal import Decimal

from dossier.plain.patterns import pattern
from dossier.quantities.quantity import Quantity

_NUMBER = pattern(r"\d{1,3}(?:[ ']\d{3})+(?!\d)|\d[\d,]*(?:\.\d+)?")
_SCALE = r"(?:[kKMBT]|bn|mn|thousand|million|billion|trillion|[Mm]io|[Mm]rd)(?![A-Za-z])"
_AMOUNT = r"(\d[\d,]*(?:\.\d+)?[\s-]?"
_SCALED = pattern(rf"{_AMOUNT}{_SCALE})")
_SCALED_MONEY = pattern(rf"{_AMOUNT}(?:m(?![A-Za-z])|{_SCALE}))")
"""`EUR 2.4m`, where `2.4m` is a length."""
_LEADING_SCALE = pattern(rf"^[\s-]*(?:{_SCALE})?")


def values_of(figure: Quantity) -> list[Decimal | int]:
    """Return the values of a figure, with their digits as they are typed."""
    if scope_of(figure):
        # `4.7 out of 5` is no range.
        return [_as_typed(re.sub("[ ,']", "", n)) for n in _NUMBER.findall(figure.text)[:1]]
    if scaled(figure):
        return [_decimal(value / figure.unit.factor) for value in figure.values]
    return [_as_typed(re.sub("[ ,']", "", n)) for n in _NUMBER.findall(figure.text)]


def scaled(figure: Quantity) -> str:
    """Return a number with the word that scales it: `2.4m` of money, `3 million`; else nothing."""
    found = (_SCALED_MONEY if figure.unit.is_money else _SCALED).search(figure.text)
    return found[1] if found else ""


def scope_of(figure: Quantity) -> str:
    """Return out of how many a figure is, in its words: `out of 5`."""
    number = _NUMBER.search(figure.text) if figure.out_of is not None else None
    return figure.text[number.end() :].strip() if number else ""


def _decimal(value: Decimal) -> Decimal | int:
    return int(value) if value == value.to_integral_value() else value.normalize()


def _as_typed(text: str) -> Decimal | int:
    number = Decimal(text)
    return number if "." in text else int(number)


def unit_of(figure: Quantity) -> str:
    """Return a figure's unit as it is written."""
    if figure.out_of is not None:
        return ""
    if figure.unit.is_money:
        return figure.unit.kind.partition(":")[2]
    numbers = [*_NUMBER.finditer(figure.text)][: len(figure.values)]
    text = figure.text[numbers[-1].end() :] if numbers else figure.text
    return _LEADING_SCALE.sub("", text).strip(" +").strip()
