import pytest

from dossier.quantities.distance import distance
from dossier.quantities.lexicon import lexicon
from dossier.quantities.tokens import tokens


@pytest.mark.parametrize(
    ("text", "far"),
    [
        ("x is y", 1.0),
        ("x is a y", 1.0),
        ("x, y", 3.0),
        ("x; y", 6.0),
        ("x and y", 2.0),
        ("x more than y", 0.0),
        ("x of them as y", 1.0),
        ("x: y", 0.5),
    ],
)
def test_words_and_marks_part_and_what_bounds_does_not(text: str, far: float) -> None:
    found = tokens(text)
    assert distance(found, lexicon("en"), 1, len(found) - 1) == far
