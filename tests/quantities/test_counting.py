import pytest

from dossier.quantities.counting import counted, is_led_by_figure
from dossier.quantities.lexicon import lexicon
from dossier.quantities.tokens import tokens


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("12 new CI tests", 3),
        ("12 calm people", 2),
        ("12 of, tests", None),
        ("12 per tests", None),
        ("12 before tests", None),
        ("12 in tests", None),
        ("12 of our tests", 3),
        ("12 former pupils", 2),
        ("12 new GPs", 2),
        ("12 of US", None),
        ("12 a b c d tests", None),
        ("12 gas", None),
        ("12 pass", None),
    ],
)
def test_what_is_counted_is_the_first_plural(text: str, place: int | None) -> None:
    assert counted(tokens(text), 1, lexicon("en")) == place


@pytest.mark.parametrize(
    ("text", "is_led"),
    [
        ("Over four hundred", True),
        ("About $5", True),
        ("A dozen", True),
        ("Over", False),
        ("It took 5", False),
    ],
)
def test_a_figure_may_open_a_sentence(text: str, *, is_led: bool) -> None:
    assert is_led_by_figure(tokens(text), lexicon("en")) is is_led
