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
