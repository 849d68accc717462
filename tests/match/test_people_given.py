from __future__ import annotations

import pytest

from dossier.match.people_given import gives_people, leads_people


@pytest.mark.parametrize(
    ("item", "is_given"),
    [
        ("You will have about 55 people in your team.", True),
        ("A team of about 12 reports to you", True),
        ("Your 30 staff work in shifts", True),
        ("Six technicians and two apprentices work under you", True),
        ("You join a team of 12 people", False),
        ("You have five years of training people behind you", False),
        ("You will have 25 days of leave", False),
        ("Your team looks after 40 trains", False),
    ],
)
def test_who_has_people_is_told_from_who_joins_some(item: str, *, is_given: bool) -> None:
    assert gives_people(item) is is_given


@pytest.mark.parametrize(
    ("text", "is_led"),
    [
        ("Lead 31 room attendants and a laundry", True),
        ("Supervised a shift of twelve electricians", True),
        ("Trained 40 new starters", False),
        ("Led three projects", False),
        ("Led the work for a label", False),
    ],
)
def test_who_has_led_some_tells_of_people(text: str, *, is_led: bool) -> None:
    assert leads_people(text) is is_led
