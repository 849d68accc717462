"""Phone numbers and e-mail addresses to the texts that hold them, however they are set there."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from urllib.parse import unquote

from dossier.plain.patterns import pattern

_NUMBER = pattern(r"\+?\d(?:[^\w\n,;|]{0,3}\d){6,}")
_TRUNK = pattern(r"\(0\)")
"""Said to those who call from the same country."""
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
