"""What a figure's name says by itself, and what a figure is held against."""

from dossier.quantities.telling_names import held_against, says_itself
from dossier.quantities.tokens import tokens


def test_an_adverb_or_what_became_of_something_says_nothing_by_itself() -> None:
    told = {
        ("early", "finished", "up over", "7", ""): False,
        ("jobs", "speed", "under budget", "days early", "passed, of 134 trainees"): True,
    }
    for names, says in told.items():
        assert [name for name in names if says_itself(name) is not says] == []


def test_a_figure_is_held_against_a_budget_or_a_plan() -> None:
    told = {
        "6 % under a budget of 9": "under budget",
        "2 days ahead of the plan": "ahead of plan",
        "4 % over in May": "",
        "4 % under the bridge": "",
    }
    assert {text: held_against(tokens(text), 2) for text in told} == told
