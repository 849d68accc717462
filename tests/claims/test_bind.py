import pytest

from dossier.claims.bind import Told, bind, words_after
from dossier.claims.metrics import Vocabulary
from dossier.claims.numbers import figures
from tests.claims.saying import known

NAMES = Vocabulary(
    known("id: precision, name: precision, value: 1", "id: r, name: recall, value: 2")
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("22% better precision", ["precision"]),
        ("22% in precision, 26% in recall", ["precision", "recall"]),
        ("precision of 22% and recall of 26%", ["precision", "recall"]),
        ("precision and recall rose by 22% and 26%", ["precision", "recall"]),
        ("precision rose, by 22%", ["precision"]),
        ("both precision and recall rose by 22%", ["recall"]),
        ("precision rose by 22% and 3%", ["precision", ""]),
        ("it rose by 22%; recall fell", [""]),
        ("it rose by 22% so that the recall", ["recall"]),
    ],
)
def test_figure_is_bound_to_the_name_that_is_told_with_it(text: str, expected: list[str]) -> None:
    told = [Told(f.start, f.end, f) for f in figures(text)]
    found = bind(text, told, NAMES.find(text))
    assert ["".join(m.metric.name for m in names) for names in found] == expected


def test_words_that_follow_end_at_a_mark() -> None:
    assert words_after("by 22% in recall, and more", 6, 3) == ["in", "recall"]
    assert words_after("by 22% in recall and more", 6, 3) == ["in", "recall", "and"]
