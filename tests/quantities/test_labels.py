import pytest

from tests.quantities.reading import figures


@pytest.mark.parametrize(
    "text",
    [
        "Stack: SQL, Python 3.11, dbt 1.7",
        "it runs on Level 5 and more",
        "published as Forest Letters 41(3): 201-219",
        "the Trust, 14 Tanner's Yard",
        "in room 214",
        "since 2019",
        "to 43004 in the east",
        "after 10 am",
    ],
)
def test_numbers_of_things_are_labels(text: str) -> None:
    assert [f.text for f in figures(text) if not f.is_label] == []


@pytest.mark.parametrize(
    "text", ["in Benchrig 31 solder faults", "Taught 120 students", "Ran 43004 tests"]
)
def test_counts_are_none(text: str) -> None:
    assert [f.is_label for f in figures(text)] == [False]
