import pytest

from dossier.quantities.incidental import is_age, is_incidental
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
        "Of 384 cues 210 of them are early",
        "When I was 24",
        "It has n = 20",
        "At 60 frames it leaves 16.7 ms",
        "It runs Python 3.11",
    ],
)
def test_what_claims_nothing(text: str) -> None:
    assert said(text)


@pytest.mark.parametrize(
    "text",
    ["It took 12 tries", "It took 40 minutes", "It is 36% less", "It took 470 µF", "4 tries a day"],
)
def test_what_claims_something(text: str) -> None:
    assert not said(text)


def test_ages_are_months_and_years() -> None:
    assert [is_age(one(text)) for text in ("3 months", "2 years", "5 weeks")] == [True, True, False]
