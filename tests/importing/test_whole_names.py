"""A name that holds digits, an ampersand or hyphens is one word, whatever is counted beside it."""

import pytest

from dossier.importing.figures import proposed_metrics
from dossier.importing.unnamed_figures import unnamed_figures
from dossier.importing.whole_names import named_tokens

NAMES = {
    "Ran a 210,000 p.e. plant": [("p.e", 210000)],
    "Installed 11 CO2 booster packs": [("CO2 booster packs", 11)],
    "Cut CO₂ emissions by 12%": [("CO₂ emissions", 12)],
    "Reduced NO2 by 18% and PM10 by 22%": [("NO2", 18), ("PM10", 22)],
    "H2O use fell by 9%": [("H2O use", 9)],
    "Ran 12 PM2.5 monitors": [("PM2.5 monitors", 12)],
    "COVID-19 tests rose by 40%": [("COVID-19 tests", 40)],
    "R404A stock fell by 34%": [("R404A stock", 34)],
    "Serviced 14 B737 aircraft": [("B737 aircraft", 14)],
    "Cut the R&D budget by 4%": [("R&D budget", 4)],
    "Cut no-show letters by 20%": [("no-show letters", 20)],
}


@pytest.mark.parametrize("claim", NAMES)
def test_what_a_figure_is_of_is_named_whole(claim: str) -> None:
    metrics = proposed_metrics(claim)
    assert [(m["name"], m["value"]) for m in metrics] == NAMES[claim]


def test_letters_of_a_name_are_no_unit_of_the_number_before_it() -> None:
    assert unnamed_figures("Flew 14 A320 simulators", ()) == ["14"]


def test_tokens_keep_their_places_and_what_stands_apart() -> None:
    said = "R & D by 40 t, EN1090 and 5kg"
    assert [said[t.start : t.end] for t in named_tokens(said)] == [
        *("R", "&", "D", "by", "40", "t", ",", "EN1090", "and", "5", "kg")
    ]
