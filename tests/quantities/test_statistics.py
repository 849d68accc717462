import pytest

from dossier.quantities.lexicon import lexicon
from dossier.quantities.statistics import statistics_in
from dossier.quantities.tokens import tokens


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("on average 12", {"mean"}),
        ("The mean wait", {"mean"}),
        ("a median of 12, 14 on average", {"mean", "median"}),
        ("I mean 12", set()),
        ("such numbers mean 12", set()),
        ("the wait is 12", set()),
    ],
)
def test_words_say_which_of_many_values_is_told(text: str, told: set[str]) -> None:
    assert statistics_in(tokens(text), lexicon("en")) == told
