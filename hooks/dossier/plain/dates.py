"""Dates as people know them: a day, a month or a year, always written year first."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime, timedelta

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def current_day() -> date:
    """Return today in UTC, by the clock of this machine and by nothing else.

    It decides what has expired. Call it as `dates.current_day()`: tests put another in its place.
    """
    return datetime.now(UTC).date()


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
    named = f"{_MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {named}" if day else named
