from decimal import Decimal

import pytest

from dossier.quantities.lexicon import lexicon
from dossier.quantities.spelled import is_exact_count, value_of
from dossier.quantities.tokens import tokens
from tests.quantities.reading import figures, one


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [
        ("thirty-two", "32", "words"),
        ("two hundred and six", "206", "words"),
        ("sixteen thousand", "16000", "words"),
        ("a dozen", "12", "words"),
        ("half a million", "500000", "words"),
        ("a quarter of a million", "250000", "words"),
        ("nineteen apprentices in twenty pass", "95", "fraction"),
        ("fivefold", "5", "factor"),
        ("three and a half", "3.5", "words"),
        ("two and a half million", "2500000", "words"),
        ("two thirds", "66.67", "fraction"),
        ("a fifth", "20", "fraction"),
        ("nine in ten", "90", "fraction"),
        ("doubled", "2", "factor"),
    ],
)
def test_numbers_in_words(text: str, value: str, form: str) -> None:
    found = one(f"so {text}")
    assert (round(found.values[0], 2), found.form) == (Decimal(value), form)


@pytest.mark.parametrize("text", ["one of them", "a third party", "three, four"])
def test_words_beside_are_not_drawn_in(text: str) -> None:
    assert all(f.text != text for f in figures(text))


@pytest.mark.parametrize(
    ("text", "comma", "value"),
    [
        ("1,234.5", False, "1234.5"),
        ("1.234,5", True, "1234.5"),
        ("1.234", True, "1234"),
        ("0,5", False, "0.5"),
        ("1.234.567", False, "1234567"),
        ("1.234", False, "1.234"),
        ("3.11.2", False, None),
        ("1,2,3", False, None),
    ],
)
def test_numbers_in_digits(text: str, comma: bool, value: str | None) -> None:  # noqa: FBT001 - a table's
    assert value_of(text, comma=comma) == (None if value is None else Decimal(value))


def test_none_of_so_many_is_no_share() -> None:
    assert [f.form for f in figures("none of 12 boxes")] == ["words", "digits"]


def test_ratios_reach_a_thousand() -> None:
    assert one("three in every thousand").values == (Decimal("0.3"),)
    assert one("one in 250").values == (Decimal("0.4"),)


def test_more_of_a_unit_is_no_figure() -> None:
    assert figures("an hour and three quarters") == []


@pytest.mark.parametrize(
    ("text", "is_exact"),
    [
        ("twenty-two boats", True),
        ("eleven old boats", True),
        ("ten boats", False),
        ("two dozen boats", False),
        ("hundred boats", False),
        ("the twelve boats", False),
        ("eleven and boats", False),
        ("eleven of our boats", False),
        ("eleven", False),
    ],
)
def test_number_words_may_count_as_digits_do(text: str, *, is_exact: bool) -> None:
    found = tokens(text)
    figure = one(text)
    assert is_exact_count(found, figure.first, figure.last, lexicon("en")) is is_exact
