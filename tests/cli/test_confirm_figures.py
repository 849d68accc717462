"""A figure that is proposed has one prompt for its name, its value and whether it is one."""

from decimal import Decimal

import pytest

from dossier.cli.confirm_figures import add_said, correct, spelled, tell_lost
from dossier.importing.figures import proposed_metrics

FELL = "Returns fell from 17% to 8%"


def test_a_name_a_value_and_nothing_are_said_in_one_line() -> None:
    told = {
        "returns = parcels sent back": ["parcels sent back: 17% → 8%"],
        "Returns = 9 %, before 18 %": ["Returns: 18% → 9%"],
        "returns = 9": ["Returns: 9%"],
        "returns = -": [],
        "1 = about 9%": ["Returns: ~9%"],
        "returns = ~9": ["Returns: ~9%"],
        "returns = parcels, parcels = 9": ["parcels: 9%"],
    }
    for said, expected in told.items():
        metrics = proposed_metrics(FELL)
        assert correct(metrics, said), said
        assert [spelled(metric) for metric in metrics] == expected, said
    assert not correct(proposed_metrics(FELL), "others = 3")
    assert not correct(proposed_metrics(FELL), "The returns register")


def test_a_figure_that_a_changed_sentence_has_no_more_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = [{"name": "guests", "value": 134}, {"name": "passed", "value": Decimal(121)}]
    tell_lost(before, before[:1])
    assert capsys.readouterr().out == "  No figure of it any more: passed: 121\n"


def test_figure_is_spelled_with_all_it_says() -> None:
    other = {"name": "cost", "value": [2, 3], "unit": "k", "op": "~"}
    assert spelled({**other, "before": {"value": 9, "unit": "M"}}) == "cost: 9 M → ~2-3 k"
    part = {"name": "recitals", "value": 34}
    assert spelled({**part, "scope": "of 41"}) == "recitals: 34 of 41"
    assert spelled({**part, "scope": "/41"}) == "recitals: 34/41"


def test_amount_with_its_currency_is_a_value_and_no_name() -> None:
    told = {
        "budget = USD 1.5m": "budget: $1.5m",
        "budget = 1.5m": "budget: $1.5m",
        "budget = $2 million, before $1 million": "budget: $1,000,000 → $2 million",
        "budget = budget of three kitchens": "budget of three kitchens: $90",
    }
    for said, expected in told.items():
        metrics = proposed_metrics("Ran the kitchens on a budget of $90")
        assert correct(metrics, said), said
        assert [spelled(metric) for metric in metrics] == [expected], said


def test_a_value_that_is_said_is_the_one_whatever_was_guessed() -> None:
    told = {
        "calls = 60": "calls: 60",
        "calls = about 60": "calls: ~60",
        "calls = ~60": "calls: ~60",
        "calls = at least 60": "calls: 60+",
        "2 = 60": "calls: 60",
        "calls = 60, before 80": "calls: 80 \u2192 60",
    }
    for said, expected in told.items():
        metrics = [{"id": "calls", "name": "calls", "value": 8, "op": "<"}]
        assert correct(metrics, said), said
        assert [spelled(metric) for metric in metrics] == [expected], said
    lower = [{"id": "spend", "name": "spend", "value": 17, "unit": "%", "op": "-"}]
    assert correct(lower, "spend = 18")
    assert spelled(lower[0]) == "spend: -18%"


def test_a_figure_that_nobody_found_is_added_with_its_value() -> None:
    metrics = proposed_metrics(FELL)
    assert add_said(metrics, "parcels a week", "about 60")
    assert [spelled(metric) for metric in metrics[1:]] == ["parcels a week: ~60"]
    assert not add_said(metrics, "parcels", "some")


def test_a_change_is_typed_with_its_unit_once_or_twice_and_is_never_a_name() -> None:
    told = {
        "14 -> 5 kg": "waste: 14 → 5 kg",
        "14 kg → 5 kg": "waste: 14 → 5 kg",
        "14 kg to 5 kg": "waste: 14 → 5 kg",
        "from 14 to 5 kg": "waste: 14 → 5 kg",
        "from 14 kg to 5 kg a day": "waste a day: 14 → 5 kg",
        "5 kg a day": "waste a day: 5 kg",
        "31% -> 24%": "waste: 31% → 24%",
        "14 g -> 5 kg": "waste: 14 g → 5 kg",
        "14.5% to 6.2%": "waste: 14.5% → 6.2%",
        "14.5 to 6.2%": "waste: 14.5% → 6.2%",
        "£148 to £171": "waste: £148 → £171",
        "14 to 5": "waste: 14 → 5",
    }
    for said, expected in told.items():
        for there in ([], [{"id": "waste", "name": "waste", "value": 8}]):
            assert correct(there, f"waste = {said}") if there else add_said(there, "waste", said)
            assert [spelled(metric) for metric in there] == [expected], said
    there = [{"id": "waste", "name": "waste", "value": 8}]
    assert not correct(there, "waste = 14 -> few kilos")
    assert not add_said([], "waste", "5 to 14 kg")
    assert there[0]["name"] == "waste"
