"""Figures that a sentence does not name are shown, so that their author does."""

import pytest

from dossier.importing.figures import proposed_metrics, value_alone
from dossier.importing.unnamed_figures import unnamed_figures
from dossier.plain.folding import plain

LEFT = {
    "Offshore wind site surveys: 1,840 km² of multibeam over three seasons": ["1,840 km²"],
    "Surveys at 7 harbours, agreed within 1.2 % (310,000 m³)": ["1.2 %", "310,000 m³"],
    "UXO survey: 212 targets picked, 31 investigated, none missed": ["31"],
    "Cut falls from 6.1 to 3.9 per 1,000 bed days": ["6.1", "3.9"],
    "1,200 kg of rye sourdough a month": ["1,200 kg"],
    "Cut reruns from 9 % to 3.5 % of line kilometres": [],
    "Shift lead on the 62 m survey vessel *Norvik Tern* with 5 surveyors": [],
    "Chosen for 34 of 41 recitals": [],
    "Rebuilt the oven in 2022 for 140 customers": [],
}


@pytest.mark.parametrize("text", LEFT)
def test_figures_that_no_proposal_has_are_left(text: str) -> None:
    assert unnamed_figures(text, proposed_metrics(plain(text))) == LEFT[text]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,840 km²", 1840, "km²"),
        ("310,000 m³", 310000, "m³"),
        ("40 l/min", 40, "l/min"),
        ("118 km", 118, "km"),
        ("60", 60, None),
    ],
)
def test_what_is_shown_can_be_said_of_a_name(text: str, value: int, unit: str | None) -> None:
    said = value_alone(text)
    assert said is not None
    assert (said["value"], said.get("unit")) == (value, unit)


def test_words_are_no_unit() -> None:
    assert value_alone("31 investigated") is None
