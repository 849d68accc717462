from decimal import Decimal

import pytest

from dossier.quantities.comparisons import is_difference, whole_told, year_against
from dossier.quantities.lexicon import lexicon
from dossier.quantities.placed import Placed
from dossier.quantities.quantity import Quantity, Rate
from dossier.quantities.reader import quantities
from dossier.quantities.tokens import tokens

NIGHT, VENUE = Rate("time", Decimal(86400)), Rate("word:venu", Decimal(1))


def placed(text: str) -> tuple[Placed, Quantity]:
    found, words = tokens(text), lexicon("en")
    return Placed(words, found), next(f for f in quantities(text, found, words) if f.number == 64)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("down 64% on 2021", "2021"),
        ("down 64% against the 2019/20 season", "2019"),
        ("down 64% in 2021", ""),
        ("down 64% on Tuesdays", ""),
    ],
)
def test_year_is_what_a_figure_is_compared_with(text: str, year: str) -> None:
    assert year_against(*placed(text)) == year


def test_difference_is_more_or_less_than_before() -> None:
    assert is_difference(*placed("64 more than before"))
    assert not is_difference(*placed("64 more than enough"))
    assert not is_difference(*placed("64 before"))


def test_whole_is_another_than_what_a_value_is_per() -> None:
    assert whole_told(*placed("in a whole week 64"), NIGHT) == "week"
    assert not whole_told(*placed("in a whole night 64"), NIGHT)
    assert whole_told(*placed("on the whole tour 64"), VENUE) == "tour"
    assert not whole_told(*placed("in the whole venue 64"), VENUE)
    assert not whole_told(*placed("on the whole tour 64 a week"), VENUE)
