from __future__ import annotations

import pytest

from dossier.match.kinds_of_work import akin, kinds_of, tells_change, tells_kind
from dossier.match.known import stems_of


def alike(asked: str, told: str) -> list[str]:
    """Return the stems asked for that tell of a kind of work which is told in other words."""
    words, said = sorted(stems_of(asked)), stems_of(told)
    return list(akin(words, said.intersection(words), kinds_of(said)))


@pytest.mark.parametrize(
    ("asked", "told", "kinds"),
    [
        ("Coach junior staff", "Taught two apprentices", ["coach", "junior"]),
        ("Raise external funding", "Won a grant from the Lottery", ["fund"]),
        ("Prepare estimates", "Quoted for interiors; wrote each quote", ["estima"]),
        ("Coach, mentor and train", "Taught apprentices", ["coach"]),
        ("Energy consumption", "Electricity for the plant fell", ["energ"]),
        ("Recurring breakdowns", "Fewer repeat visits", ["recur"]),
        ("Weave carpets", "Taught apprentices", []),
    ],
)
def test_words_of_one_kind_of_work_are_alike_each_kind_once(
    asked: str, told: str, kinds: list[str]
) -> None:
    assert alike(asked, told) == kinds


def test_a_kind_that_a_shared_word_says_says_no_more() -> None:
    assert alike("Teach and coach", "Taught and coached") == []


@pytest.mark.parametrize(
    ("text", "is_change"),
    [
        ("Brought falls down from 11 to 5 a quarter", True),
        ("Raised it from 71% to 84%", True),
        ("From EUR 4 to EUR 3 a piece: from EUR 4 to EUR 3", True),
        ("Moved both companies from Sage to Workday", False),
        ("From 2014 on I went to 5 schools", False),
    ],
)
def test_a_change_is_told_from_what_to_what(text: str, *, is_change: bool) -> None:
    assert tells_change(text) is is_change


def test_a_word_of_another_meaning_by_its_stem_tells_of_no_kind() -> None:
    words = ("instruments", "instrumental", "coaching", "coaches", "silk")
    told = [word for word in words if any(tells_kind(stem, word) for stem in stems_of(word))]
    assert told == ["instruments", "coaching", "coaches"]
