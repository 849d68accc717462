from decimal import Decimal

import pytest

from dossier.model.evidence import Metric
from dossier.verify.artifact_numbers import (
    ArtifactValue,
    agrees,
    read_number,
    read_numbers,
    spell_numbers,
)


def metric(value: object, unit: str | None = None, op: str | None = None) -> Metric:
    return Metric.model_validate({"id": "m", "name": "m", "value": value, "unit": unit, "op": op})


def fits(known: Metric, text: str) -> bool:
    reading = read_number(text)
    assert reading is not None
    return agrees(known, reading)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("22", "22", ""),
        ("+22 %", "22", "%"),
        ("−0.5ms", "-0.5", "ms"),
        ("-.5", "-0.5", ""),
        ("16,000 tests", "16000", "tests"),
        ("16 000", "16000", ""),
        ("16\u202f000 tests", "16000", "tests"),
        ("1'016’000", "1016000", ""),
        ("1.5e3", "1500", ""),
        ("1E+2", "100", ""),
    ],
)
def test_number_is_read_with_its_unit(text: str, number: str, unit: str) -> None:
    assert read_number(text) == ArtifactValue((Decimal(number),), unit)


def test_range_is_read() -> None:
    for text in ("2–3 weeks", "2 - 3 weeks", "2..3 weeks"):
        assert read_number(text) == ArtifactValue((Decimal(2), Decimal(3)), "weeks")


@pytest.mark.parametrize("text", ["", "n/a", "about 22", "22 of 30", "v1.2.3", "1e99999", "²"])
def test_what_is_no_number_is_not_guessed(text: str) -> None:
    assert read_number(text) is None


def test_numbers_of_a_line_are_found() -> None:
    found = [
        str(r.numbers[0]) + r.unit
        for r in read_numbers("gain: +22 % (of 1,000), v1.2, 2 500 in 2021 300")
    ]
    assert found == ["22%", "1000", "2500in", "2021", "300"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("gain: +22 % (of 1,000 rows), 3 shifts", "+22 %, 1,000, 3 shifts"),
        ("2–3 shifts", "2–3 shifts"),
        ("5 hunters", "5"),
        ("5qGqLongSecret", "5"),
        ("later", ""),
    ],
)
def test_numbers_alone_are_told(text: str, told: str) -> None:
    assert spell_numbers(text, "shifts") == told


@pytest.mark.parametrize(
    ("known", "text"),
    [
        (metric(22, "%", "+"), "22"),
        (metric(22, "%", "+"), "0.22"),
        (metric(22, "%", "+"), "22.4 %"),
        (metric(22, "%", "+"), "0.2249"),
        (metric(22, "%", "-"), "-0.22"),
        (metric(22, "%", "-"), "-22"),
        (metric(Decimal("0.02"), "ms"), "0.0199"),
        (metric(Decimal("0.02"), "ms"), "0.02 ms"),
        (metric(9), "9 adapters"),
        (metric(100, "tests", ">="), "117"),
        (metric(5, "ms", "<"), "4.9"),
        (metric(5, "ms", "<="), "5"),
        (metric(5, "ms", ">"), "6"),
        (metric(16000, None, "~"), "15987"),
        (metric([2, 3], "weeks"), "2–3"),
        (metric([2, 3], "weeks"), "2.5"),
        (metric([2, 3], "%", "-"), "-2.5"),
        (metric(2), "2.5"),
    ],
    ids=str,
)
def test_artifact_says_the_same(known: Metric, text: str) -> None:
    assert fits(known, text)


@pytest.mark.parametrize(
    ("known", "text"),
    [
        (metric(22, "%", "+"), "21"),
        (metric(22, "%", "+"), "-22"),
        (metric(22, "%", "-"), "22"),
        (metric(22, "%", "+"), "22 ms"),
        (metric(22, "%", "+"), "0.22 %"),
        (metric(22, "%", "+"), "21.4"),
        (metric(22), "0.22"),
        (metric(2200, "%"), "22"),
        (metric(Decimal("0.02"), "ms"), "0.2"),
        (metric(Decimal("0.02"), "ms"), "0.02 s"),
        (metric(Decimal("0.10")), "0.104999999999999999999999999999999999e3"),
        (metric(100, "tests", ">="), "99"),
        (metric(5, "ms", "<"), "5"),
        (metric(5, "ms", "<="), "5.1"),
        (metric(5, "ms", ">"), "5"),
        (metric(16000, None, "~"), "15400"),
        (metric(16000), "15987"),
        (metric([2, 3], "weeks"), "2–4"),
        (metric([2, 3], "weeks"), "4"),
        (metric(2), "2–3"),
        (metric(Decimal("1.0")), "1e900"),
    ],
    ids=str,
)
def test_artifact_says_otherwise(known: Metric, text: str) -> None:
    assert not fits(known, text)
