import pytest

from dossier.quantities.direction import is_amount, is_moved, told_direction
from dossier.quantities.lexicon import lexicon
from dossier.quantities.placed import Placed
from dossier.quantities.tokens import tokens
from tests.quantities.reading import figures


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Precision fell by 22%", "down"),
        ("Reduced precision by 22%", "down"),
        ("22% less precision", "down"),
        ("Precision: -22%", "down"),
        ("Precision rose by 22%", "up"),
        ("Precision rose by 5% and 22%", ""),
        ("Precision of 22%", ""),
        ("no more than 22%", ""),
    ],
)
def test_nearest_word_says_the_direction(text: str, direction: str) -> None:
    found = figures(text)
    told = told_direction(tokens(text), found, found[-1], lexicon("en"), 0)
    assert told == direction


@pytest.mark.parametrize(
    ("text", "is_only"),
    [
        ("Time was cut to a third", True),
        ("Time has been cut by about a third", True),
        ("Time and costs fell to a third", False),
        ("Time complaints fell to a third", False),
        ("Time: a third", False),
    ],
)
def test_how_something_moved_stands_between_it_and_a_figure(text: str, *, is_only: bool) -> None:
    assert is_moved(Placed(lexicon("en"), tokens(text)), 1, figures(text)[-1]) is is_only


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("cut by about 47", True),
        ("a gain of 47", True),
        ("cut to 47", False),
        ("a team of 47", False),
    ],
)
def test_how_much_something_moved_is_led_by_words(text: str, *, is_told: bool) -> None:
    assert is_amount(Placed(lexicon("en"), tokens(text)), figures(text)[-1]) is is_told
