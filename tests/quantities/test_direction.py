import pytest

from dossier.quantities.direction import told_direction
from dossier.quantities.lexicon import lexicon
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
