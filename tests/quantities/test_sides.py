import pytest

from dossier.quantities.lexicon import lexicon
from dossier.quantities.placed import Placed
from dossier.quantities.sides import side_named, side_told
from dossier.quantities.tokens import tokens
from tests.quantities.reading import figures

MEASURES = frozenset({"budget", "schedul", "year"})


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("3% over budget", "up"),
        ("3% over the budget", "up"),
        ("3% under budget", "down"),
        ("under budget by about 3%", "down"),
        ("5 days ahead of schedule", "down"),
        ("5 days behind schedule", "up"),
        ("5 days late.", "up"),
        ("5 days early", "down"),
        ("5 days early trains", ""),
        ("3% over", "up"),
        ("3% over the year", ""),
        ("3% over two years", ""),
        ("3% over 2 years", ""),
        ("3% ahead of", ""),
        ("by 3%", ""),
        ("went over by 3%", ""),
        ("3%", ""),
    ],
)
def test_side_of_a_measure_is_told_beside_it(text: str, side: str) -> None:
    placed = Placed(lexicon("en"), tokens(text))
    assert side_told(placed, figures(text)[0], MEASURES) == side


@pytest.mark.parametrize(
    ("name", "side"), [("days ahead of schedule", "down"), ("late trains", "up"), ("trains", "")]
)
def test_a_name_may_say_its_side(name: str, side: str) -> None:
    assert side_named(tokens(name), lexicon("en")) == side
