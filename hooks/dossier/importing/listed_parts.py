"""A line of a list to its name, who gave it, how long it took and how it was passed.

A comma parts a name only from what is recognised as something else, and never within what is
enumerated: `Piano Tuning, Maintenance and Repair` is one field.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.plain.patterns import pattern

_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_LENGTH = (
    rf"{_COUNT}[ -](?:full[ -])?"
    r"(?:hours?|days?|evenings?|weekends?|weeks?|months?|terms?|semesters?|years?)"
)
LENGTH = pattern(rf"\(?{_LENGTH}\)?", re.IGNORECASE)
"""How long a course took: `two weeks`."""
_GRADE = (
    r"(?:(?:with|high|upper|lower) )*(?:merit|distinction|commendation|credit|pass|honou?rs"
    r"|hons\.?|gold|silver|bronze|(?:first|second|third)(?:[ -]class)?(?: honou?rs)?"
    r"|[12][:.][12]|[123](?:st|nd|rd)|grade [\w+-]{1,2}|(?:summa |magna )?cum laude)"
)
GRADE = pattern(rf"\(?{_GRADE}\)?", re.IGNORECASE)
"""How something was passed, or what was won: `Merit`, `2:1`, `Bronze`."""
_GRADE_BEHIND = pattern(rf"(?P<said>.*\S)\s+\((?P<grade>{_GRADE})\)", re.IGNORECASE)
_ORGANISATION = pattern(
    r"universi|colleg|institut|school|academy|hochschul|conservat|polytechn|\bécole"
    r"|\b(?:society|association|council|guilds?|federation|authority|board|trust)\b",
    re.IGNORECASE,
)
_LETTERS = pattern(r"[A-Z]{2,}(?:[ &][A-Z]{2,})*")
"""An organisation by its letters: `RYA`."""
_JOINED = pattern(r"\S\s+(?:and|&|und|et|y|og|och)\s+\S")
_CAPITAL = r"[A-Z\u00c0-\u00de\d][\w.'\u2019&-]*"
_SMALL = r"(?:of|the|for|and|&|de|la|du|der|des|für|und)"
_NAMED = pattern(rf"{_CAPITAL}(?:(?:,)?\s+(?:{_CAPITAL}|{_SMALL}(?=\s)))*")
_BRACKET = pattern(r"\s*\([^()]*\)$")
_GIVEN = pattern(r"(?P<by>[^:()]+[^\s:()]):\s+(?P<name>[^\s:].*)")
_COMMA = pattern(r",\s+(?![^()]*\))")
_BEFORE_LENGTH = pattern(rf":\s+(?={_LENGTH}\b)", re.IGNORECASE)
_MOST_WORDS = 7


def is_organisation(part: str) -> bool:
    """Return whether a part of a line is called as schools, councils and societies are."""
    return bool(_ORGANISATION.search(part) or _LETTERS.fullmatch(part))


def is_name(part: str) -> bool:
    """Return whether a part of a line is written as names are: `Guild of Carriers (Leeds)`."""
    return is_organisation(part) or bool(_NAMED.fullmatch(_BRACKET.sub("", part)))


def enumerated(parts: Sequence[str]) -> int:
    """Return how many of the first parts between commas are one name: `Maps, Tides and Depths`.

    The last of them has the word that joins it to those before it; an organisation may have one of
    its own.
    """
    for number, part in enumerate(parts[1:], start=1):
        if is_organisation(part) or GRADE.fullmatch(part) or LENGTH.fullmatch(part):
            break
        if _JOINED.search(part):
            return number + 1
    return 1


def given_by(text: str) -> tuple[str, str] | None:
    """Return what was given and by whom, of a line that says whose it is first.

    `Weavers' Guild, Leeds: Dyeing and Finishing, two weeks`. Whose it is has a place behind it or
    the name of an organisation, or a course has its length.
    """
    found = _GIVEN.fullmatch(text)
    if not found or not _NAMED.fullmatch(found["by"]) or len(found["by"].split()) > _MOST_WORDS:
        return None
    name = found["name"]
    first, *others = _COMMA.split(name)
    is_long = any(LENGTH.fullmatch(other) for other in others)
    is_told = is_long or "," in found["by"] or is_organisation(found["by"])
    is_name = first[:1].isupper() and not LENGTH.fullmatch(first)
    return (name, found["by"]) if is_told and is_name else None


def without_colon(text: str) -> str:
    """Return a line with a comma for the colon before how long something took."""
    return _BEFORE_LENGTH.sub(", ", text, count=1)


def without_grade(text: str) -> tuple[str, str]:
    """Return a text without the grade in brackets behind it, and the grade."""
    found = _GRADE_BEHIND.fullmatch(text)
    return (found["said"], found["grade"]) if found else (text, "")
