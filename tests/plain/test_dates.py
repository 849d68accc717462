from datetime import date

import pytest

from dossier.plain.dates import days_after, last_day, spell_date


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
