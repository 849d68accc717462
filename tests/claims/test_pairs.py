import pytest

from dossier.claims.context import Context
from dossier.claims.pairs import meaning_of, pairs_in, wrong_pair
from tests.claims.saying import sentence

TIME = "id: precision, name: packing time, value: 9, unit: minutes, before: 14"


@pytest.mark.parametrize(
    "text",
    [
        "from 14 to 9 minutes",
        "9 minutes instead of 14",
        "9 minutes, down from 14",
        "14 minutes → 9 minutes",
        "Instead of 14 minutes it takes 9",
        "9 minutes against 14 before",
    ],
)
def test_new_and_old_are_told_apart(text: str) -> None:
    read = sentence(f"Packing time: {text}", TIME)
    (pair,) = pairs_in(read)
    assert [figure.values[0] for figure in (pair.new, pair.old)] == [540, 840]
    assert meaning_of(Context(read), pair, ()) is read.index.meanings[0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("from 9 to 14 minutes", "wrong way round"),
        ("from 20 to 9 minutes", "has another"),
        ("from 14 to 6 minutes", "is told of packing time"),
    ],
)
def test_reversed_and_wrong_pairs_are_told(text: str, message: str) -> None:
    read = sentence(f"Packing time went {text}", TIME)
    (pair,) = pairs_in(read)
    wrong = wrong_pair(Context(read), pair, read.index.meanings)
    assert wrong is not None
    assert message in wrong[1]


def test_values_of_a_pair_that_are_told_per_another_number_are_wrong() -> None:
    rate = "id: precision, name: alerts per 100 orders, value: 4.8, before: 19"
    read = sentence("Dose alerts are down from 19 to 4.8 per 1,000 orders", rate)
    (pair,) = pairs_in(read)
    wrong = wrong_pair(Context(read), pair, ())
    assert wrong is not None
    assert wrong[0] is pair.new
