"""Until when one may apply."""

from datetime import date

import pytest

from dossier.match.deadlines import deadline_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Start: 1 May 2027. Then send your application by\n15 December 2026 to Ingrid Moen.",
            "send your application by 15 December 2026",
        ),
        ("Bewerbungsschluss: 15.12.2026", "Bewerbungsschluss: 15.12.2026"),
        ("Bewerbung bis zum 15. Dezember 2026 an", "Bewerbung bis zum 15. Dezember 2026"),
        ("Apply by noon on Tuesday 15 December 2026", "Apply by noon on Tuesday 15 December 2026"),
        ("Apply by mail! We begin on 15 December 2026.", None),
        ("The application opens on 15 December 2026", None),
        ("Apply by 15 December", None),
    ],
)
def test_deadline_is_a_day_until_which_one_applies(text: str, words: str | None) -> None:
    found = deadline_of(text, None)
    assert (found.words if found else None) == words
    assert found is None or found.day == date(2026, 12, 15)


def test_day_without_a_year_counts_from_when_it_was_posted() -> None:
    found = deadline_of("Apply by 15 December", date(2026, 11, 1))
    assert found
    assert found.day == date(2026, 12, 15)
