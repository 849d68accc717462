"""Phone numbers and e-mail addresses to the texts that hold them, however they are set there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from dossier.plain.patterns import pattern

_NUMBER = pattern(r"\+?\d(?:[^\w\n,;|]{0,3}\d){6,}")
_TRUNK = pattern(r"\(0\)")
"""Said to those who call from the same country."""
_EMAIL = pattern(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?![\w@:-])")
_PHONE = pattern(
    r"(?<![\w+.,/-])(?:(?:\+|00)\d|\(0?\d{2,5}\)|0\d{2,})"
    r"[\d \u00a0()./\u2011-]{4,20}\d(?![\w,./-]?\d)"
    r"|(?<![\w+.,/-])\d{3}([-. ])\d{3}\1\d{4}(?![\w,./-]?\d)"
)
"""A number that is written as those are that one calls: `+44 …`, `(0341) …`, `555-010-4477`."""
_DAY = pattern(r"\d{1,2}([./-])\d{1,2}\1\d{2,4}")
_HOURS = pattern(r"[012]\d[0-5]\d\D+[012]\d[0-5]\d")
_LEAST_DIGITS, _MOST_DIGITS = 8, 15
_OWN_DIGITS, _AREA_DIGITS = 7, 3
"""So many at the end of a number are one's own; so many before them are compared, where given."""


def number_in(text: str, number: str) -> str:
    """Return how a text has a phone number, by its digits; empty if it has not.

    With or without the code of the country. A number of fewer than seven digits is never found.
    """
    wanted = _digits(_TRUNK.sub("", _plain(number)))
    own, before = wanted[-_OWN_DIGITS:], wanted[:-_OWN_DIGITS].lstrip("0")
    if len(own) < _OWN_DIGITS:
        return ""
    for found in _NUMBER.finditer(_TRUNK.sub("", _plain(text))):
        told = _digits(found[0])
        at = told.find(own)
        area = told[: max(at, 0)].lstrip("0")
        compared = min(len(area), len(before), _AREA_DIGITS)
        if at >= 0 and area[len(area) - compared :] == before[len(before) - compared :]:
            return found[0]
    return ""


def reach_in(text: str) -> Iterator[str]:
    """Yield the e-mail addresses and phone numbers of a text, as they are written."""
    if "@" in text:
        yield from (found[0] for found in _EMAIL.finditer(text))
    for found in _PHONE.finditer(text):
        is_phone = _LEAST_DIGITS <= sum(map(str.isdigit, found[0])) <= _MOST_DIGITS
        if is_phone and not (_DAY.search(found[0]) or _HOURS.fullmatch(found[0])):
            yield found[0]


def has_email(text: str, email: str) -> bool:
    """Return whether a text has an e-mail address, and not as a part of another."""
    text, email = _plain(text), _plain(email)
    # Most texts hold none: no expression is made for them.
    if email not in text:
        return False
    return bool(re.search(rf"(?<![\w.+-]){re.escape(email)}(?![\w-]|\.\w)", text))


def _plain(text: str) -> str:
    text = unquote(unescape(text)) if "%" in text or "&" in text else text
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold()


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(sign, "")) for sign in text if sign.isdigit())
