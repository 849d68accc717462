import pytest

from dossier.quantities.incidental import is_age, is_incidental, is_of_a_kind
from dossier.quantities.lexicon import lexicon
from dossier.quantities.tokens import tokens
from tests.quantities.reading import figures, one


def said(text: str) -> bool:
    found = figures(text)
    return is_incidental(tokens(text), found, found[-1], lexicon("en"))


@pytest.mark.parametrize(
    "text",
    [
        "It took 4 tries",
        "It took 12 years",
        "For 14 years, 9 of them there",
        "It needs a 470 µF capacitor",
        "A band of 16-piece size",
        "A 3-day turnaround",
        "A forty-two-piece band",
        "Of 384 cues 210 of them are early",
        "When I was 24",
        "I am 44 and",
        "I have climbed for 15 years",
        "In 12 years on roofs",
        "It has n = 20",
        "At 60 frames it leaves 16.7 ms",
        "It runs Python 3.11",
        "It rang in bay 6",
        "The gate is shut at 7",
    ],
)
def test_what_claims_nothing(text: str) -> None:
    assert said(text)


@pytest.mark.parametrize(
    "text",
    [
        "It took 12 tries",
        "It took 40 minutes",
        "It is 36% less",
        "It took 470 µF",
        "4 tries a day",
        "The lid has held for 15 years",
        "A lid lasts up to 30 years",
        "For six years: 28 beds",
        "It rang in bay 6 times",
        "It was shut at 12 sites",
        "It was shut at forty-two sites",
        "It was shut at 30",
        "It stayed at about 7",
    ],
)
def test_what_claims_something(text: str) -> None:
    assert not said(text)


def test_ages_are_months_and_years() -> None:
    assert [is_age(one(text)) for text in ("3 months", "2 years", "5 weeks")] == [True, True, False]


def test_what_is_told_to_have_changed_is_a_claim_however_small() -> None:
    for text in ("It took 4 tries", "It took 12 years"):
        found = figures(text)
        words = lexicon("en")
        assert not is_incidental(tokens(text), found, found[-1], words, is_change=True), text


@pytest.mark.parametrize(
    ("text", "is_general"),
    [
        ("A trailer takes 26", True),
        ("A team of 26", False),
        ("The Department wants 26", True),
        ("The department wants 26", False),
        ("Gas cost €26", True),
        ("Gas costs fell by €26", False),
        ("Gas cost 26", False),
    ],
)
def test_what_is_said_of_a_kind(text: str, *, is_general: bool) -> None:
    found = tokens(text)
    assert is_of_a_kind(found, 0, len(found), figures(text)[0], lexicon("en")) is is_general
