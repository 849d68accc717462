"""What happens on a day to an iCalendar file (RFC 5545), by the icalendar package."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from dossier.exporting.due import Due
from dossier.plain.errors import ConfigError
from dossier.plain.extras import installing

MISSING = "this needs icalendar"
_DOMAIN = "dossier.invalid"
"""Behind the ids of events: they are nobody's addresses."""


def spell_calendar(due: Iterable[Due], day: date) -> bytes:
    """Return a calendar as it is on a day: the same things on the same day are the same bytes.

    Raises ConfigError without icalendar.
    """
    try:
        from icalendar import Calendar, Event  # noqa: PLC0415 - an extra, and late
    except ImportError:
        raise ConfigError(MISSING, installing("calendar")) from None

    calendar = Calendar()
    calendar.add("prodid", "-//dossier//calendar//EN")
    calendar.add("version", "2.0")
    stamp = datetime.combine(day, time(), UTC)
    for each in due:
        event = Event()
        event.add("uid", f"{each.uid}@{_DOMAIN}")
        event.add("dtstamp", stamp)
        event.add("dtstart", each.first)
        if each.last < date.max:  # the day after the last there is has no name
            event.add("dtend", each.last + timedelta(days=1))
        event.add("summary", each.title)
        if each.note:
            event.add("description", each.note)
        event.add("categories", [each.kind])
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
