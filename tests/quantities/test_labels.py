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
        "sections 37 to 39 of it",
        "chapters 30 and 12",
        "since 2019",
        "to 43004 in the east",
        "after 10 am",
        "at 5 a.m. it rang",
        "in Python 3.10 with scikit-learn 1.3",
        "and 21 CFR Part 11",
        "to: Millgasse 9, 37073 Hollin",
        "the purity law of 1516",
        "at 27 Quay Street, Hollin",
        "since the 1970s",
        "in 3D",
    ],
)
def test_numbers_of_things_are_labels(text: str) -> None:
    assert [f.text for f in figures(text) if not f.is_label] == []


@pytest.mark.parametrize(
    "text",
    [
        "in Benchrig 31 solder faults",
        "Taught 120 students",
        "Ran 43004 tests",
        "1516 boxes",
        "in Benchrig 31 people",
        "wrote 39 chapters",
        "40 Star Courts",
        "31 West End transfers",
        "types 80wpm",
        "a margin of 4.5",
        "Saved ABC 950,000",
    ],
)
def test_counts_are_none(text: str) -> None:
    assert [f.is_label for f in figures(text)] == [False]
