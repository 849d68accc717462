import pytest

from dossier.records.metrics import Meaning
from tests.claims.saying import known


def meaning(metric: str, *others: str) -> Meaning:
    return known(f"id: precision, {metric}", *others)[0]


@pytest.mark.parametrize(
    ("metric", "value"),
    [
        ("value: 9, unit: minutes, before: 14", 840),
        ("value: 9, unit: minutes, before: {value: 1, unit: h}", 3600),
        ("value: 9, unit: minutes, baseline: 14 minutes by hand", 840),
        ("value: 9, unit: minutes, baseline: 14 the year before", 840),
        ("value: 9, unit: minutes, baseline: 14 lines", None),
        ("value: 9, unit: minutes", None),
    ],
)
def test_earlier_values_are_values(metric: str, value: int | None) -> None:
    before = meaning(f"name: packing, {metric}").before
    assert (before.values[0] if before else None) == value


def test_a_metric_named_as_the_past_of_another_is_its_earlier_value() -> None:
    found = meaning(
        "name: packing time, value: 9, unit: min",
        "id: old, name: packing time before, value: 14, unit: min",
    )
    assert found.before is not None
    assert found.before.values[0] == 840


@pytest.mark.parametrize(
    ("unit", "kind"),
    [("tests", "word:tests"), ("million EUR", "money:EUR"), ("per 1000 days", ""), ("ms", "time")],
)
def test_unknown_units_are_words(unit: str, kind: str) -> None:
    assert meaning(f"name: n, value: 3, unit: {unit}").told.unit.kind == kind


def test_plurals_are_those_of_its_names() -> None:
    found = meaning("name: ward rounds, forms: [people seen, crew], value: 9")
    assert found.plurals == {"round", "peopl"}


@pytest.mark.parametrize(
    ("metric", "side"),
    [
        ('value: 3, unit: "%", op: "-", baseline: budget', "down"),
        ('value: 3, unit: "%", op: "+", baseline: budget', "up"),
        ('value: 3, unit: "%", op: "-"', ""),
        ('value: 3, unit: "%", forms: [under budget]', "down"),
        ('value: 3, unit: "%"', ""),
    ],
)
def test_side_is_that_of_what_it_is_compared_with(metric: str, side: str) -> None:
    assert meaning(f"name: cost, {metric}").side == side


def test_names_are_stems_without_small_words() -> None:
    found = meaning("name: CI tests of RAM, value: 3, unit: cycles, forms: [suites]")
    assert found.names == (("ci", "test", "ram"), ("suit",), ("cycl",))


@pytest.mark.parametrize(
    ("metric", "rate"),
    [("scope: per day", 86400), ("unit: EUR/month", 2628000), ("name: weekly orders", 604800)],
)
def test_rates_are_in_unit_scope_or_name(metric: str, rate: int) -> None:
    named = metric if metric.startswith("name") else f"name: n, {metric}"
    found = meaning(f"{named}, value: 3").rate
    assert found is not None
    assert found.size == rate


def test_direction_is_the_sign_or_in_the_name() -> None:
    assert meaning('name: n, value: 3, op: "-"').direction == "down"
    assert meaning("name: cost reduction, value: 3").direction == "down"
    assert meaning("name: n, value: 3").direction == ""


@pytest.mark.parametrize(
    ("metric", "is_level"),
    [
        ('name: margin, value: 62, unit: "%"', True),
        ('name: margin, value: 62, unit: "%", op: "+"', False),
        ('name: margin, value: 62, unit: "%", before: 57', False),
        ('name: margin growth, value: 62, unit: "%"', False),
        ('name: resin savings, value: 62, unit: "%"', False),
        ("name: staff, value: 62", False),
    ],
)
def test_what_nothing_says_to_be_a_change_is_a_level(metric: str, *, is_level: bool) -> None:
    assert meaning(metric).is_level is is_level


@pytest.mark.parametrize(
    ("metric", "statistic"),
    [
        ("name: wait, value: 12, scope: median", "median"),
        ("name: mean wait, value: 12", "mean"),
        ("name: wait, value: 12", ""),
    ],
)
def test_record_says_of_many_values_which_it_is(metric: str, statistic: str) -> None:
    assert meaning(metric).statistic == statistic


@pytest.mark.parametrize(
    ("metric", "whole"),
    [
        ('name: seats sold, value: 2750, scope: "of 3,000"', 3000),
        ("name: beds, value: 57, scope: out of 60", 60),
        ("name: beds, value: 57, unit: beds, scope: of 60", 60),
        ('name: share, value: 57, unit: "%", scope: of 60', None),
        ("name: beds, value: 57, scope: 60 wards", None),
        ("name: beds, value: 57, scope: in 60 wards", None),
        ('name: "beds, of 60", value: 57', 60),
        ('name: "filled, of 60 beds", value: 57, scope: in 2024', 60),
        ("name: rating, value: 4.6, scope: out of 5", None),
    ],
)
def test_scope_or_name_of_a_count_says_its_whole(metric: str, whole: int | None) -> None:
    assert meaning(metric).whole == whole
