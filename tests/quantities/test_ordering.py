import pytest

from dossier.quantities.lexicon import lexicon
from dossier.quantities.ordering import joined_order, order_in_time, order_of_heads
from dossier.quantities.placed import Placed
from dossier.quantities.tokens import tokens
from tests.quantities.reading import figures


@pytest.mark.parametrize(
    ("text", "joined", "in_time"),
    [
        ("from 14 to 9", "old-new", ""),
        ("9 instead of 14", "new-old", ""),
        ("instead of 14, 9", "old-new", ""),
        ("14 \N{RIGHTWARDS ARROW} 9", "old-new", ""),
        ("had 14 a day and now 9", "", "old-new"),
        ("now at 9 and had 14", "", "new-old"),
        ("had 14; now 9", "", ""),
        ("had 14 of these and of those and of all that, now 9", "", ""),
        ("9% of these and of those and of all that, against 14%", "new-old", ""),
        ("9 of these and of those and of all that, against 14", "", ""),
        ("14 and 9", "", ""),
    ],
)
def test_words_say_which_figure_is_the_newer(text: str, joined: str, in_time: str) -> None:
    found, words = tokens(text), lexicon("en")
    one, two = read = figures(text)
    assert joined_order(found, words, one, two) == joined
    assert order_in_time(Placed(words, found), read, one, two) == in_time


@pytest.mark.parametrize(
    ("heads", "order"),
    [
        (("before", "after"), "old-new"),
        (("Now", "Previously"), "new-old"),
        (("2019", "in 2024"), "old-new"),
        (("2024", "2019"), "new-old"),
        (("before", "target"), ""),
        (("min", "max"), ""),
    ],
)
def test_heads_of_columns_say_which_is_the_newer(heads: tuple[str, str], order: str) -> None:
    one, two = map(tokens, heads)
    assert order_of_heads(one, two, lexicon("en")) == order
