import pytest

from dossier.quantities.lexicon import lexicon
from dossier.quantities.ordering import joined_order, order_in_time
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
        ("14 and 9", "", ""),
    ],
)
def test_words_say_which_figure_is_the_newer(text: str, joined: str, in_time: str) -> None:
    found, words = tokens(text), lexicon("en")
    one, two = read = figures(text)
    assert joined_order(found, words, one, two) == joined
    assert order_in_time(Placed(words, found), read, one, two) == in_time
