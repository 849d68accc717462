"""PRODUCT's rendering rules: sign, digits as typed, unit, range, and the spelling of a count."""

import json

import pytest

from dossier.model.evidence import Metric, Operator, Record, RecordStatus
from dossier.model.figure import (
    BARE,
    MEASURES,
    NUMBER,
    Figure,
    caption,
    named,
    named_below,
    qualifier,
    spell,
    thousands_mark,
    write,
)
from dossier.plain.yaml import construct

NBSP = "\N{NO-BREAK SPACE}"


def metric(value: str, **fields: str) -> Metric:
    """Read a metric as it is typed in YAML; its value is YAML text."""
    typed = "".join(f", {key}: {json.dumps(text)}" for key, text in fields.items())
    raw, problems = construct(f"{{id: m, name: m, value: {value}{typed}}}", "metric.yml")
    assert not problems
    return Metric.model_validate(raw)


@pytest.mark.parametrize(
    ("value", "fields", "figure"),
    [
        ("22", {"unit": "%", "op": "+"}, "+22%"),
        ("14", {"unit": "%", "op": "-"}, "-14%"),
        ("99.5", {"unit": "%"}, "99.5%"),
        ("99", {"unit": "%", "op": "~"}, "~99%"),
        ("0.02", {"unit": "ms"}, f"0.02{NBSP}ms"),
        ("0.01", {"unit": "ms", "op": "<"}, f"<0.01{NBSP}ms"),
        ("3", {"unit": "ms", "op": ">"}, f">3{NBSP}ms"),
        ("3", {"unit": "ms", "op": "<="}, f"≤3{NBSP}ms"),
        ("3", {"unit": "ms", "op": ">="}, f"≥3{NBSP}ms"),
        ("99", {"unit": "%", "op": ">="}, "≥99%"),
        ("5", {"op": "<="}, "≤5"),
        ("5", {"unit": "tests", "op": "<="}, f"≤5{NBSP}tests"),
        ("30", {"unit": "days"}, f"30{NBSP}days"),
        ("29", {}, "29"),
        ("-3", {"unit": "%"}, "-3%"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_sign_stands_before_the_value_and_only_percent_closes_up(
    value: str, fields: dict[str, str], figure: str
) -> None:
    assert str(spell(metric(value, **fields))) == figure


def test_the_sign_of_a_currency_stands_before_each_number() -> None:
    told = {
        ("171", "GBP", ""): "£171",
        ("171", "£", "+"): "+£171",
        ("171", "USD", ">="): "≥$171",
        ("-3", "EUR", ""): "-€3",
        ("[2, 3]", "JPY", "~"): "~¥2–3",
        ("171", "CHF", ""): f"171{NBSP}CHF",
        ("171", "EUR/month", ""): f"171{NBSP}EUR/month",
    }
    for (value, unit, op), shown in told.items():
        fields = {"unit": unit, "op": op} if op else {"unit": unit}
        assert str(spell(metric(value, **fields))) == shown
    euros = metric("12345, before: 9", unit="EUR")
    mark = thousands_mark("de")
    assert str(spell(euros, mark)) == f"12{mark}345{NBSP}EUR"
    assert named(euros, mark) == f"m, from 9{NBSP}EUR"
    fallen = metric("171, before: 148", unit="GBP", op="+")
    assert named(fallen) == named_below(fallen) == "m, from £148"
    assert [write(fallen, title) for title in ("", BARE, NUMBER)] == ["+£171", "£171", "171"]
    assert [write(fallen, title, is_before=True) for title in ("", NUMBER)] == ["£148", "148"]


@pytest.mark.parametrize("typed", ["0.10", "100", "0", "22.00", "1.5000", "-0.50", "12345678.90"])
def test_value_keeps_its_digits(typed: str) -> None:
    assert str(spell(metric(typed))) == typed


@pytest.mark.parametrize(
    ("value", "fields", "figure"),
    [
        ("[2, 3]", {}, "2–3"),
        ("[4, 6]", {"unit": "weeks"}, f"4–6{NBSP}weeks"),
        ("[0.10, 0.20]", {"unit": "ms"}, f"0.10–0.20{NBSP}ms"),
        ("[5, 10]", {"unit": "%", "op": "+"}, "+5–10%"),
    ],
)
def test_range_is_written_with_a_dash(value: str, fields: dict[str, str], figure: str) -> None:
    assert str(spell(metric(value, **fields))) == figure


def test_at_least_so_many_is_a_plus_after_a_count() -> None:
    assert str(spell(metric("100", op=">="))) == "100+"
    assert str(spell(metric("100", op=">=", unit="tests"))) == f"100+{NBSP}tests"


@pytest.mark.parametrize("unit", sorted(MEASURES - {"EUR", "USD"}))
def test_at_least_so_much_is_a_sign_before_a_measure(unit: str) -> None:
    figure = spell(metric("100", op=">=", unit=unit))
    assert figure == Figure("≥100", unit)


@pytest.mark.parametrize(
    ("fields", "figure"),
    [
        ({}, "16K"),
        ({"unit": "lines"}, f"16K{NBSP}lines"),
        ({"op": "~"}, "~16K"),
        ({"op": ">="}, "16K+"),
        ({"op": ">=", "unit": "%"}, "≥16K%"),
    ],
)
def test_display_replaces_the_spelling_of_the_value_alone(
    fields: dict[str, str], figure: str
) -> None:
    assert str(spell(metric("16000", display="16K", **fields))) == figure


def test_figure_keeps_number_and_unit_apart_for_their_sizes() -> None:
    assert spell(metric("0.02", unit="ms", op="<")) == Figure("<0.02", "ms")


def test_every_operator_is_spelled() -> None:
    spelled = {op: str(spell(metric("1", op=op.value, unit="s"))) for op in Operator}
    assert spelled == {
        Operator.PLUS: f"+1{NBSP}s",
        Operator.MINUS: f"-1{NBSP}s",
        Operator.ABOUT: f"~1{NBSP}s",
        Operator.BELOW: f"<1{NBSP}s",
        Operator.ABOVE: f">1{NBSP}s",
        Operator.AT_MOST: f"≤1{NBSP}s",
        Operator.AT_LEAST: f"≥1{NBSP}s",
    }


@pytest.mark.parametrize(
    ("title", "scope", "must_say", "said"),
    [
        ("with scope", "on 20", ["20 concepts"], " (ON 20)"),
        ("with scope", "", ["20 concepts", "few"], " (20 concepts)"),
        ("with scope", "", [], ""),
        ("With scope", "on 20", ["20 concepts"], " (With scope)"),
        ("in one test", "on 20", ["20 concepts"], " (in one test)"),
        ("", "on 20", ["20 concepts"], ""),
    ],
)
def test_qualifier_is_what_a_title_asks_for(
    title: str, scope: str, must_say: list[str], said: str
) -> None:
    measured = metric("22", **({"scope": scope} if scope else {}))
    record = Record.model_construct(must_say=tuple(must_say))
    assert qualifier(record, measured, title, str.upper) == said
    doubtful = record.model_copy(update={"status": RecordStatus.UNCONFIRMED})
    marked = f"{said[:-1]}, not confirmed)" if said else " (not confirmed)"
    assert qualifier(doubtful, measured, title, str.upper) == marked


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (("recall",), "recall"),
        (("recall", "BM25"), "recall against BM25"),
        (("recall", "", "per query"), "recall; per query"),
        (("recall", "BM25", "per query", "warm"), "recall against BM25; per query (warm)"),
        (("", "BM25", "per query"), "against BM25; per query"),
        (("", "", "per query"), "per query"),
    ],
)
def test_caption_says_what_is_known_in_one_order(known: tuple[str, ...], said: str) -> None:
    assert caption(*known) == said


@pytest.mark.parametrize(("unit", "closes_up"), [("%", True), ("", True), ("‰", False)])
def test_percent_alone_closes_up(unit: str, *, closes_up: bool) -> None:
    assert Figure("1", unit).closes_up is closes_up


@pytest.mark.parametrize(
    ("before", "unit", "said"),
    [
        (None, "beds", "m"),
        ({"value": 9}, "beds", "m, from 9"),
        ({"value": 3, "unit": "h"}, "s", "m, from 3\u00a0h"),
        ({"value": 93}, "%", "m, from 93%"),
    ],
    ids=["no earlier value", "the same unit", "another", "per cent"],
)
def test_unit_beside_a_value_is_said_once(before: object, unit: str, said: str) -> None:
    fields = {"id": "m", "name": "m", "value": 4, "unit": unit, "before": before}
    assert named(Metric.model_validate(fields)) == said


def test_thousands_are_parted_as_the_language_has_them() -> None:
    blank = "\N{NARROW NO-BREAK SPACE}"
    assert [thousands_mark(language) for language in ("en", "en-GB", "de")] == [",", ",", blank]
    for value, shown in {
        "9999": "9999",
        "10000": "10,000",
        "-41200.50": "-41,200.50",
        "[9500, 1250000]": "9500–1,250,000",
    }.items():
        assert str(spell(metric(value), ",")) == shown
    assert str(spell(metric("16000", display="16K"), ",")) == "16K"


def test_earlier_value_has_its_unit_on_a_line_of_its_own() -> None:
    typed = {"id": "m", "name": "m", "value": 41200, "unit": "kWh", "before": 55900}
    power = Metric.model_validate(typed)
    assert named(power, ",") == "m, from 55,900"
    assert named_below(power, ",") == f"m, from 55,900{NBSP}kWh"


def test_only_a_long_unit_may_go_below_its_number() -> None:
    broken = [unit for unit in (*MEASURES, "weeks", "tests") if Figure("1", unit).may_break]
    assert (broken, Figure("7", "microbenchmarks of it").may_break) == ([], True)
