import pytest

from dossier.claims.qualifiers import (
    other_baseline,
    wrong_change,
    wrong_direction,
    wrong_side,
    wrong_span,
)
from dossier.records.agreement import Agreement
from tests.claims.saying import sentence

GAIN = 'id: precision, name: precision, value: 22, unit: "%", op: "+", baseline: cosine search'


def test_other_direction_than_the_record_is_wrong() -> None:
    read = sentence("Precision fell by 22%", GAIN)
    told = wrong_direction(read, read.figures[0], read.index.meanings[0], Agreement.VALUE)
    assert told == "told as a fall of precision, the record has a rise"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Precision rose by 22% over Pinecone", "Pinecone"),
        ("Precision rose by 22% over Cosine search", ""),
        ("Precision rose by 22% over two weeks", ""),
    ],
)
def test_named_baseline_is_that_of_the_record(text: str, other: str) -> None:
    read = sentence(text, GAIN)
    assert other_baseline(read, read.figures[0], read.index.meanings[0]) == other


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("Packing time was cut by 14 minutes", True),
        ("Packing time was cut by about 9 minutes", True),
        ("Packing time fell to 9 minutes", False),
        ("It is packed by 9 minutes past", False),
    ],
)
def test_value_is_no_change(text: str, *, is_wrong: bool) -> None:
    read = sentence(text, "id: precision, name: packing time, value: 9, unit: min, before: 14")
    assert bool(wrong_change(read, read.figures[0], read.index.meanings[0])) is is_wrong


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("Recalls in 15 years", True),
        ("Recalls within 15 years", True),
        ("Recalls in 5 years", False),
        ("Recalls, 15 years old", False),
        ("Recalls in more than 3 years", False),
    ],
)
def test_time_within_which_a_value_holds_is_that_of_the_record(
    text: str, *, is_wrong: bool
) -> None:
    read = sentence(text, "id: precision, name: recalls, value: 12, scope: 5 years")
    assert bool(wrong_span(read, read.figures[0], read.index.meanings[0])) is is_wrong


def test_a_time_in_a_name_is_no_time_that_it_took() -> None:
    told = {"in 14 months": False, "within 3 hours": True, "within 2 hours": False}
    metric = 'id: precision, name: boilers seen within 2 hours, value: 88, unit: "%"'
    for said, is_wrong in told.items():
        read = sentence(f"Boilers seen {said}", metric)
        found = wrong_span(read, read.figures[0], read.index.meanings[0])
        assert bool(found) is is_wrong, said


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("The cost was 3% over budget", True),
        ("The cost was 3% under budget", False),
        ("The cost fell 3% over the budget period", False),
        ("The cost was 3% less", False),
    ],
)
def test_what_is_over_a_measure_is_not_under_it(text: str, *, is_wrong: bool) -> None:
    under = 'id: precision, name: cost, value: 3, unit: "%", op: "-", baseline: budget'
    read = sentence(text, under)
    assert bool(wrong_side(read, read.figures[0], read.index.meanings[0])) is is_wrong
