import pytest

from dossier.claims.stemming import stem, stem_spans, stems


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("retrieves", "retriev"),
        ("retrieval", "retriev"),
        ("Retrieving", "retriev"),
        ("adapter's", "adapter"),
        ("adapters", "adapter"),
        ("tests", "test"),
        ("days", "day"),
        ("less", "less"),
        ("bed", "bed"),
    ],
)
def test_words_of_one_root_compare(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_words_that_say_nothing_are_left_out() -> None:
    assert stems("The precision of its 20 rankings") == ["precis", "20", "rank"]


def test_stems_know_where_their_words_stand() -> None:
    assert stem_spans("It's the Recall") == [("it", 0, 4), ("recall", 9, 15)]
