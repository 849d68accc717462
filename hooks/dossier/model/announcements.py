"""Days that events speak of: `first interview on 8 December at 10` is still to come after it."""

from __future__ import annotations

from datetime import date

from dossier.model.application import Application
from dossier.model.event import Event
from dossier.plain.dates import first_day, last_day
from dossier.plain.written_days import written_days


def coming_up(application: Application, today: date) -> tuple[Event, ...]:
    """Return the events still to come, and those that announce a day, on that day; the next first.

    A day without a year is the next one from the day of the event on.
    """
    ahead = application.ahead_of(today)
    said = {(event.date, event.what) for event in ahead}
    announced = (
        event.model_copy(update={"date": written.day.isoformat()})
        for event in application.happened_by(today)
        for written in written_days(event.what, first_day(event.date))
        if written.day > today
    )
    new = dict.fromkeys(event for event in announced if (event.date, event.what) not in said)
    return tuple(sorted((*ahead, *new), key=lambda event: last_day(event.date)))
