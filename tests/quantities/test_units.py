import pytest

from dossier.quantities.units import symbol_of, unit_of


@pytest.mark.parametrize(
    ("one", "two", "factor"),
    [
        *(("mA", "µA", 1000), ("m", "cm", 100), ("s", "ms", 1000), ("GiB", "MiB", 1024)),
        *(("h", "min", 60), ("kilometres", "km", 1), ("Megabytes", "MB", 1), ("kWh", "Wh", 1000)),
        *(("mSv", "µSv", 1000), ("mT", "µT", 1000), ("mOsm", "µOsm", 1000)),
    ],
)
def test_units_of_a_kind_convert(one: str, two: str, factor: int) -> None:
    first, second = unit_of(one), unit_of(two)
    assert first is not None
    assert second is not None
    assert (first.kind, first.factor) == (second.kind, second.factor * factor)


@pytest.mark.parametrize(
    "written", ["fps", "cycles", "MSc", "pH", "TV", "pm", "us ", "Bar", "MOL", "MBytes", "tests"]
)
def test_what_is_in_no_table_is_no_unit(written: str) -> None:
    assert unit_of(written) is None


def test_case_of_a_symbol_counts_and_of_a_name_does_not() -> None:
    assert unit_of("Mw") is None
    assert unit_of("Minutes") == unit_of("minutes")
    assert unit_of("b") != unit_of("B")


def test_money_is_of_a_currency() -> None:
    assert symbol_of("€") == unit_of("EUR")
    assert symbol_of("$").kind != symbol_of("€").kind
    assert symbol_of("$").is_money
