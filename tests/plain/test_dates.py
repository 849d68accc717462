from datetime import date

import pytest

from dossier.plain.dates import (
    days_after,
    first_day,
    is_ahead,
    last_day,
    spell_date,
    spell_distance,
    year_first,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026", date(2026, 12, 31)),
        ("2026-04", date(2026, 4, 30)),
        ("2026-02", date(2026, 2, 28)),
        ("2024-02", date(2024, 2, 29)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2026-12", date(2026, 12, 31)),
        ("0001", date(1, 12, 31)),
        ("9999-12-31", date(9999, 12, 31)),
    ],
)
def test_date_covers_its_last_day(text: str, expected: date) -> None:
    assert last_day(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2026-13",
        "2026-02-30",
        "2026-02-00",
        "2025-02-29",
        "0000",
        "12/2026",
        "02-2026",
        "2026-2",
        "2026-2-3",
        "26",
        "20260210",
        "2026-02-10T10:00",
        " 2026",
        "2026\n",
        "",
        "soon",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        last_day(text)


def test_days_count_from_the_last_day() -> None:
    assert days_after("2026-02", 1) == date(2026, 3, 1)
    assert days_after("2026-02-10", 180) == date(2026, 8, 9)


def test_days_beyond_the_calendar_end_with_it() -> None:
    assert days_after("9999", 1) == date.max


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-02-10", "10 Feb 2026"),
        ("2026-02-01", "1 Feb 2026"),
        ("2026-12", "Dec 2026"),
        ("2026", "2026"),
        ("soon", "soon"),
    ],
)
def test_dates_are_spelled_for_readers(text: str, expected: str) -> None:
    assert spell_date(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026", date(2026, 1, 1)),
        ("2026-04", date(2026, 4, 1)),
        ("2026-04-30", date(2026, 4, 30)),
    ],
)
def test_date_covers_its_first_day(text: str, expected: date) -> None:
    assert first_day(text) == expected


@pytest.mark.parametrize(
    ("text", "ahead"),
    [("2026-03-01", False), ("2026-03-02", True), ("2026-03", False), ("2026-04", True)],
)
def test_date_is_ahead_once_its_first_day_is(text: str, *, ahead: bool) -> None:
    assert is_ahead(text, date(2026, 3, 1)) is ahead


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("May 2014", "2014-05"),
        ("feb 2026", "2026-02"),
        ("Sept. 2014", "2014-09"),
        ("January, 2014", "2014-01"),
        ("3 March  2014", "2014-03-03"),
        ("05/2014", "2014-05"),
        ("Present", "present"),
        ("now", "present"),
        ("2014-05", "2014-05"),
        ("Ma 2014", "Ma 2014"),
        ("Maybe 2014", "Maybe 2014"),
        ("13/2014", "2014-13"),
        ("soon", "soon"),
        ("5/2014", "5/2014"),
    ],
)
def test_dates_of_a_resume_are_kept_year_first(text: str, kept: str) -> None:
    assert year_first(text) == kept


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 2, 28), ""),
        (date(2026, 3, 1), "today"),
        (date(2026, 3, 2), "tomorrow"),
        (date(2026, 3, 4), "in 3 days"),
        (date(2026, 3, 15), "in 14 days"),
        (date(2026, 3, 16), ""),
    ],
)
def test_distance_is_said_while_it_is_short(day: date, said: str) -> None:
    assert spell_distance(day, date(2026, 3, 1)) == said
