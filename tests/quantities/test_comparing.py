from decimal import Decimal

import pytest

from dossier.model.evidence import Operator
from dossier.quantities.comparing import (
    equals,
    has_other_unit,
    is_comparable,
    is_mistaken,
    looks_meant,
)
from dossier.quantities.quantity import Value
from dossier.quantities.units import Unit, unit_of
from tests.quantities.reading import one


def value(*numbers: str, unit: str = "", digits: str = "") -> Value:
    known = unit_of(unit) if unit else Unit("")
    assert known
    values = tuple(Decimal(number) * known.factor for number in numbers)
    return Value(values, known, digits)


def test_slips_have_the_same_digits_or_all_but_one() -> None:
    true = value("2.8", unit="µA", digits="28")
    assert looks_meant(one("28 µA"), true)
    assert looks_meant(one("8.2 µA"), true)
    assert not looks_meant(one("2.9 µA"), true)
    assert looks_meant(one("£421,000"), value("412000", unit="GBP", digits="412"))
    assert looks_meant(one("318 days"), value("318", unit="day", digits="381"))
    assert looks_meant(one("382 days"), value("381", unit="day", digits="381"))
    assert not looks_meant(one("25"), value("320", digits="32"))


def test_numbers_in_words_slip_too() -> None:
    assert looks_meant(one("thirty-two of them"), value("23", digits="23"))


def test_ordinals_are_told_of_what_they_number() -> None:
    assert looks_meant(one("4th"), value("2", digits="2"))


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        *(("9 minutes", "hour", True), ("9 minutes", "m", False), ("9 out of 10", "%", True)),
        *(("9 degrees", "°C", True), ("9 °F", "°C", False), ("9 degrees", "m", False)),
    ],
)
def test_units_are_compared_by_what_they_measure(text: str, unit: str, expected: bool) -> None:  # noqa: FBT001
    assert is_comparable(one(text), value("9", unit=unit)) is expected


def test_a_currency_is_mistaken_for_another() -> None:
    assert is_mistaken(one("€9"), value("9", unit="USD", digits="9"))
    assert is_mistaken(one("NOK 9,500"), value("9500", unit="EUR", digits="95"))
    assert not is_mistaken(one("9 minutes"), value("5", unit="m", digits="5"))


def test_number_of_another_unit_is_a_slip_of_the_unit() -> None:
    assert has_other_unit(one("15 seconds"), value("15", unit="min", digits="15"))
    assert has_other_unit(one("two to three weeks"), value("2", "3", unit="day", digits="23"))
    assert not has_other_unit(one("15 minutes"), value("15", unit="min", digits="15"))
    assert not has_other_unit(one("5 seconds"), value("5", unit="min", digits="5"))


def test_one_digit_is_no_slip_for_a_unit_of_another_kind() -> None:
    assert is_mistaken(one("28 m"), value("28", unit="min", digits="28"))
    assert is_mistaken(one("20 m"), value("20", unit="min", digits="2"))
    assert not is_mistaken(one("5 m"), value("5", unit="min", digits="5"))


def test_shares_and_ranges_equal_values() -> None:
    assert equals(one("9 out of 10"), value("90", unit="%"), None)
    assert equals(one("between 8 and 10"), value("9"), None)
    assert not equals(one("less than 90%"), value("90", unit="%"), Operator.ABOVE)
