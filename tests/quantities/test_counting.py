import pytest

from dossier.quantities.counting import counted
from dossier.quantities.lexicon import lexicon
from dossier.quantities.tokens import tokens


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("12 new CI tests", 3),
        ("12 calm people", 2),
        ("12 of, tests", None),
        ("12 per tests", None),
        ("12 a b c d tests", None),
        ("12 gas", None),
    ],
)
def test_what_is_counted_is_the_first_plural(text: str, place: int | None) -> None:
    assert counted(tokens(text), 1, lexicon("en")) == place
