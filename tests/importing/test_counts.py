"""Counts told per time, and numbers that are ages: the bound of one is not that of another."""

from dossier.cli.confirm_figures import spelled
from dossier.importing.counts import counts_things
from dossier.importing.figures import proposed_metrics
from dossier.quantities.tokens import tokens

PER_WEEK = "pairs of spectacles a week: ~60"
TOLD = {
    "Dispensed about 60 pairs of spectacles a week, with children under 8.": [PER_WEEK],
    "Dispensed about 60 pairs of spectacles a week.": [PER_WEEK],
    "Served 200 covers a night": ["covers a night: 200"],
    "Cleaned 16 rooms per shift and cut waste by 5%": ["rooms per shift: 16", "waste: -5%"],
    "Taught 25 children under 5": ["children: 25"],
    "Taught children under 8 and 12 adults": ["adults: 12"],
    "Cut pastry waste from 14 kg to 5 kg a day with par sheets": ["pastry waste a day: 14 → 5 kg"],
    "Cut travel from 60 to 20 km per day.": ["travel per day: 60 → 20 km"],
    "Dinner grew from 40 covers to 95 covers": ["covers: 40 → 95"],
    "Baked 120 rolls a day, which saved €900 a month": ["rolls a day: 120", "saved a month: €900"],
    "Worked 37 hours a week": [],
    "Kept complaints under 5": ["complaints: <5"],
    "Ran the pastry section of 5 for a restaurant with 140 covers": [
        "people in the pastry section: 5"
    ],
    "Second in charge of a section of 8 in a kitchen of 31": [
        "people in the section: 8",
        "people in the kitchen: 31",
    ],
    "Laminated doughs for a shop with 300 customers a day": [],
    "Ran a ward of 28 beds": ["beds: 28"],
    "Deal with the forms; 2 of 310 came back last year": [],
    "Report faults of Class 158 and 195 units": [],
    "Translated 400,000 words from Danish with 2 complaints": ["words: 400,000"],
    "A change takes 10 minutes instead of a day": ["change: 10 minutes"],
    "Shift lead on the 62 m survey vessel *Norvik Tern* with 5 surveyors": ["surveyors: 5"],
    'Ran the 600 kW turbine "Alma II" and 30 MW wind farm': ["wind farm: 30 MW"],
    "Rebuilt the 12 m deck oven Svend": [],
    "Laid 14 km subsea cable": ["subsea cable: 14 km"],
    "Won 7 of 9 tenders worth EUR 3.4m": ["tenders: 7 of 9"],
}


def test_counts_are_told_with_their_time_and_ages_are_no_counts() -> None:
    said = {text: list(map(spelled, proposed_metrics(text))) for text in TOLD}
    assert said == TOLD


def test_a_few_things_that_are_counted_are_a_count() -> None:
    for said, counts in (("Supervised 3 trainees; all passed", True), ("In bay 6 at 7", False)):
        assert counts_things(said, tokens(said)) is counts, said
