import pytest

from dossier.quantities.stemming import stem, stem_set, stems, telling


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
    assert stems("The precision of its RAM per run") == ["precis", "its", "ram", "run"]
    assert stems("of the") == ["of", "the"]
    assert stem_set(["the", "run", "rankings"]) == {"rank"}


def test_short_words_tell_if_they_could_be_names() -> None:
    assert [word for word in ("RAM", "fps", "the", "of", "beds") if telling(word)] == [
        *("RAM", "fps", "beds")
    ]
