"""Days that a text names, in English or German: `8 December`, `15. Dezember 2026`, `bis 31.01.`.

`02/10/2026` is none: its month depends on where one lives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

_MONTHS = (
    *(r"jan(?:uary|uar)?", r"feb(?:ruary|ruar)?", r"mar(?:ch)?|märz", r"apr(?:il)?", r"may|mai"),
    *(r"june?|juni", r"july?|juli", r"aug(?:ust)?", r"sept?(?:ember)?", r"o[ck]t(?:ober)?"),
    *(r"nov(?:ember)?", r"de[cz](?:ember)?"),
)
_MONTH = f"(?P<month>{'|'.join(_MONTHS)})"
_YEAR = r"(?P<year>20\d\d)"
_FORMS = tuple(
    pattern(form, re.IGNORECASE)
    for form in (
        rf"\b{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?{_MONTH}\b\.?(?:,?\s+{_YEAR}\b)?",
        rf"\b{_MONTH}\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+{_YEAR}\b)?",
        rf"\b(?P<day>\d{{1,2}})\.\s?(?P<number>\d{{1,2}})\.\s?{_YEAR}\b",
        r"\b(?:am|bis|zum|den|der|vom|on|by)\s(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.(?!\d)",
    )
)


@frozen
class WrittenDay:
    """A day, and where a text names it."""

    day: date
    start: int
    end: int


def written_days(text: str, after: date | None) -> Iterator[WrittenDay]:
    """Yield the days that a text names, form by form; what stands without a year is the next one.

    Next from `after` on, that day too. Without it, a day needs its year.
    """
    for form in _FORMS:
        for found in form.finditer(text):
            parts = found.groupdict()
            month = int(parts.get("number") or 0) or _number_of(parts.get("month") or "")
            day = _day(parts.get("year"), month, int(parts["day"]), after)
            if day:
                start = min(found.start(name) for name, part in parts.items() if part)
                yield WrittenDay(day, start, found.end())


def _number_of(name: str) -> int:
    known = enumerate(_MONTHS, start=1)
    return next((n for n, form in known if re.fullmatch(form, name, re.IGNORECASE)), 0)


def _day(year: str | None, month: int, day: int, after: date | None) -> date | None:
    """Return a day, None if there is none. 29 February is looked for in this year and the next."""
    years = [int(year)] if year else [after.year, after.year + 1] if after else []
    for each in years:
        try:
            found = date(each, month, day)
        except ValueError:
            continue
        if year or not after or found >= after:
            return found
    return None
