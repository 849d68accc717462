"""Days that a text names."""

from datetime import date

import pytest

from dossier.plain.written_days import written_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("by 15 December 2026 or 2026-12-16", ["2026-12-16", "2026-12-15"]),
        ("on 8 December at 10", ["2026-12-08"]),
        ("on March 3rd, 2027 and Jan 4", ["2027-03-03", "2027-01-04"]),
        ("bis zum 15. Dezember 2026, sonst 31.01.2027", ["2026-12-15", "2027-01-31"]),
        ("am 3. März um 9 Uhr, bis 5.3.", ["2027-03-03", "2027-03-05"]),
        ("27 November", ["2026-11-27"]),
        ("31 February, 02/10/2026, version 9.12.1, may 400 people, 12 marches", []),
    ],
)
def test_days_with_and_without_a_year_are_read_in_english_and_german(
    text: str, days: list[str]
) -> None:
    found = list(written_days(text, date(2026, 11, 27)))
    assert [str(written.day) for written in found] == days


def test_day_without_a_year_needs_to_know_since_when() -> None:
    assert list(written_days("8 December", None)) == []
    (found,) = written_days("by 15 December 2026.", None)
    assert "by 15 December 2026."[found.start : found.end] == "15 December 2026"
