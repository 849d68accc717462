"""A figure that is proposed has one prompt for its name, its value and whether it is one."""

from decimal import Decimal

import pytest

from dossier.cli.confirm_figures import correct, spelled, tell_lost
from dossier.importing.figures import proposed_metrics

FELL = "Returns fell from 17% to 8%"


def test_a_name_a_value_and_nothing_are_said_in_one_line() -> None:
    told = {
        "returns = parcels sent back": ["parcels sent back: 17% → 8%"],
        "Returns = 9 %, before 18 %": ["Returns: 18% → 9%"],
        "returns = 9": ["Returns: 9%"],
        "returns = -": [],
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
