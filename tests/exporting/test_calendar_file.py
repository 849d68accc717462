"""Calendars as other programs read them."""

from datetime import date

import pytest
from icalendar import Calendar

from dossier.exporting.calendar_file import spell_calendar
from dossier.exporting.due import Due
from dossier.plain.errors import ConfigError

DAY = date(2026, 3, 1)
DUE = (
    Due("next-a", DAY, DAY, "Ä, b; c\\d: " + "long " * 30, "One\nTwo"),
    Due("event-b", DAY, date(2026, 3, 31), "שלום 22%", kind="event"),
)


def test_another_program_reads_what_was_written() -> None:
    raw = spell_calendar(DUE, DAY)
    assert raw == spell_calendar(DUE, DAY)
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    read = Calendar.from_ical(raw)
    assert read["version"] == "2.0"
    for event, due in zip(read.walk("VEVENT"), DUE, strict=True):
        assert str(event["uid"]) == f"{due.uid}@dossier.invalid"
        assert (event["summary"], event.get("description", "")) == (due.title, due.note)
        assert event.decoded("dtstart") == due.first
        assert (event.decoded("dtend") - due.last).days == 1
        assert event.decoded("dtstamp").date() == DAY
        assert event["class"] == "PRIVATE"


def test_a_calendar_of_nothing_is_one() -> None:
    assert Calendar.from_ical(spell_calendar((), DAY)).walk("VEVENT") == []


def test_without_icalendar_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "icalendar", None)
    with pytest.raises(ConfigError, match=r"pip install 'icalendar"):
        spell_calendar(DUE, DAY)


def test_the_last_day_there_is_has_none_after_it() -> None:
    due = Due("link-a", date.max, date.max, "Eve's link ends")
    (event,) = Calendar.from_ical(spell_calendar((due,), DAY)).walk("VEVENT")
    assert event.decoded("dtstart") == date.max
    assert "dtend" not in event
