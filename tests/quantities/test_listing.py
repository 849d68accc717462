import pytest

from dossier.quantities.lexicon import lexicon
from dossier.quantities.listing import lists
from dossier.quantities.placed import Placed
from dossier.quantities.tokens import tokens
from dossier.quantities.vocabulary import Hit
from tests.quantities.reading import figures


@pytest.mark.parametrize(
    ("text", "paired"),
    [
        ("Precision and recall rose by 22% and 26%", ["a", "b"]),
        ("22% and 26% were precision and recall", ["a", "b"]),
        ("Precision and recall rose by 22%", []),
        ("Precision and recall rose by 22% in March, 26% later", []),
    ],
)
def test_equal_lists_are_paired_in_their_order(text: str, paired: list[str]) -> None:
    found = tokens(text)
    places = [n for n, token in enumerate(found) if token.low in ("precision", "recall")]
    hits = [Hit(n, n + 1, (name,), 1) for n, name in zip(places, "ab", strict=True)]
    spans = [(figure.first, figure.last) for figure in figures(text)]
    read = lists(Placed(lexicon("en"), found), hits, spans)
    assert [hit.named[0] for _, hit in read] == paired
