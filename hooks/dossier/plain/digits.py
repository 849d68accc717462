"""A number as people type it to plain digits: `1,000`, `"22"`, `95 min`."""

from __future__ import annotations

import re

from dossier.plain.patterns import pattern

_NUMBER = pattern(
    r"([+-]?\d(?:[\d,.]|[ '’](?=\d{3}(?!\d)))*)\s*(?:%|(?![kmbKMB]\b)[^\d\s,.]\D{0,20})?"
)
"""A number and its unit; `16K` is another number."""
_GROUPED = pattern(r"[+-]?\d{1,3}(?:(?:,\d{3})+(?:\.\d+)?|(?:[ '’]\d{3})+)")
_PLAIN = pattern(r"[+-]?\d+(?:\.\d+)?")
_COMMA = pattern(r"[+-]?\d+,\d{1,2}")
_LONGEST = 60


def plain_digits(text: str) -> str:
    """Return the digits of a text that is one number, a unit behind it left out; else nothing."""
    found = _NUMBER.fullmatch(text.strip()[:_LONGEST])
    if not found:
        return ""
    number = found[1]
    if _PLAIN.fullmatch(number):
        return number.removeprefix("+")
    if _GROUPED.fullmatch(number):
        return re.sub("[, '’]", "", number).removeprefix("+")
    return number.replace(",", ".").removeprefix("+") if _COMMA.fullmatch(number) else ""
