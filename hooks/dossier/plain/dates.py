"""Dates as people know them: a day, a month or a year, kept year first."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from dossier.plain.patterns import pattern

_FORM = pattern(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_OTHER_MONTHS = """
januar januari janvier enero gennaio janeiro gen ene jän
februar februari février févr fevrier febrero febbraio fevereiro fév
märz maart mars marzo março mär mrz
april avril abril aprile avr abr
mai mei mayo maggio maio mag
juni juin junio giugno junho giu
juli juillet julio luglio julho juil lug
august augustus août aout agosto ago
september septembre septiembre settembre setembro set
oktober octobre octubre ottobre outubro okt ott out
november novembre noviembre novembro
dezember december décembre decembre diciembre dicembre dezembro déc dez dic
"""
OTHER_MONTHS = {
    word: number
    for number, line in enumerate(_OTHER_MONTHS.split("\n")[1:-1], start=1)
    for word in line.split()
}
"""Names of months in German, Dutch, French, Spanish, Italian and Portuguese, with their numbers."""
_NAMED = pattern(r"(?:(\d{1,2})\.? )?([^\W\d_]{3,10})\.?,? (?:de )?(\d{4})")
_NUMBERED = pattern(r"(\d{2})/(\d{4})")
PRESENT = "present"
"""What stands for the end of what still goes on."""
_PRESENT_WORDS = frozenset({PRESENT, "now", "today", "current", "ongoing"})
NEAR = 14
"""How many days ahead are counted rather than named."""


def current_day() -> date:
    """Return today in UTC, by the clock of this machine and by nothing else.

    It decides what has expired. Call it as `dates.current_day()`: tests put another in its place.
    """
    return datetime.now(UTC).date()


def own_day() -> date:
    """Return today by the calendar of this machine, or by UTC's where that is behind."""
    return min(current_day(), datetime.now().astimezone().date())


@lru_cache(4096)
def last_day(text: str) -> date:
    """Return the last day that `2026`, `2026-02` or `2026-02-10` covers.

    Raises ValueError if there is no such date.
    """
    found = _FORM.fullmatch(text)
    if not found:
        message = f"`{text}` is not a date"
        raise ValueError(message)
    year, month = int(found[1]), int(found[2] or 12)
    if not 1 <= month <= 12 or year < 1:  # noqa: PLR2004 - months of a year
        message = f"`{text}` is not a date"
        raise ValueError(message)
    return date(year, month, int(found[3] or calendar.monthrange(year, month)[1]))


def first_day(text: str) -> date:
    """Return the first day that `2026`, `2026-02` or `2026-02-10` covers.

    Raises ValueError if there is no such date.
    """
    last, parts = last_day(text), text.count("-")
    return last.replace(month=last.month if parts else 1, day=last.day if parts > 1 else 1)


def is_ahead(text: str, today: date) -> bool:
    """Return whether all of a date is still to come."""
    return first_day(text) > today


def year_first(text: str) -> str:
    """Return a date of a résumé as it is kept: `May 2014` and `05/2014` are `2014-05`.

    What still goes on (`now`, `ongoing`) ends at `PRESENT`. Any other text is returned as it is.
    """
    read = " ".join(text.casefold().split())
    if read in _PRESENT_WORDS:
        return PRESENT
    if found := _NUMBERED.fullmatch(read):
        return f"{found[2]}-{found[1]}"
    found = _NAMED.fullmatch(read)
    month = _month(found[2]) if found else 0
    if not found or not month:
        return text
    day = f"-{int(found[1]):02}" if found[1] else ""
    return f"{found[3]}-{month:02}{day}"


def _month(word: str) -> int:
    """Return the number of a month by its name or how that begins (`Sept`), 0 if it is none."""
    months = enumerate(_MONTHS, start=1)
    known = (n for n, name in months if name.casefold().startswith(word))
    return next(known, 0) or OTHER_MONTHS.get(word, 0)


def days_after(text: str, days: int) -> date:
    """Return the day `days` days after the last day of `text`."""
    try:
        return last_day(text) + timedelta(days=days)
    except OverflowError:
        return date.max


def spell_date(text: str) -> str:
    """Spell a date for readers: `10 Feb 2026`, `Feb 2026`, `2026`."""
    found = _FORM.fullmatch(text)
    if not found:
        return text
    year, month, day = found.groups()
    if not month:
        return year
    named = f"{_MONTHS[int(month) - 1][:3]} {year}"
    return f"{int(day)} {named}" if day else named


def spell_distance(day: date, today: date) -> str:
    """Say how far ahead a day is: `today`, `tomorrow`, `in 3 days`; empty if it is not near."""
    days = (day - today).days
    if not 0 <= days <= NEAR:
        return ""
    return ("today", "tomorrow")[days] if days < 2 else f"in {days} days"  # noqa: PLR2004 - words
