"""A text's first words end where a part of its sentence does."""

import pytest

from dossier.plain.shortening import LENGTH, first_words

CUT = {
    "Cut  the build\n time to 6 min": "Cut the build time to 6 min",
    "Offshore wind site surveys in the North Sea: 1,840 km² of multibeam over three seasons": (
        "Offshore wind site surveys in the North Sea …"
    ),
    "Cut remakes and non-tolerances of the practice from 6.2% to 2.4% of dispenses": (
        "Cut remakes and non-tolerances of the practice …"
    ),
    "Wrote it all anew for the two sites of the group, which have since 2019 been one": (
        "Wrote it all anew for the two sites of the group …"
    ),
    "Baked 400 loaves a day in seven shops for the town and all the villages around it": (
        "Baked 400 loaves a day in seven shops for the town …"
    ),
    "Moved fourteen payment services to Kubernetes (31 % lower cost, no downtime at all)": (
        "Moved fourteen payment services to Kubernetes …"
    ),
    "Baute die Annahme der Werkstatt neu auf und führte 12 Lehrlinge durch ihre Prüfung": (
        "Baute die Annahme der Werkstatt neu …"
    ),
    "Kept everything running smoothly everywhere always: nothing was ever late or lost": (
        "Kept everything running smoothly everywhere always …"
    ),
    "Kept Lakeside Harbour Authority Survey Launch Crew Training Boats Maintained Well": (
        "Kept Lakeside Harbour Authority Survey Launch Crew Training …"
    ),
    "Led A, B and C; then took over the whole of the department of tidal measurement": (
        "Led A, B and C; then took over the whole of the department …"
    ),
    "Led the night shift on the survey vessel (team of 5 surveyors and 3 engineers from Bergen)": (
        "Led the night shift on the survey vessel …"
    ),
    "x" * LENGTH: "x" * LENGTH,
    "x" * (LENGTH + 1): f"{'x' * LENGTH}…",
    "": "",
}


@pytest.mark.parametrize("text", CUT)
def test_beginning_of_a_text_names_it(text: str) -> None:
    assert first_words(text) == CUT[text]


def test_it_is_as_short_as_is_asked_for() -> None:
    text = "Ran the monthly channel survey from the launch; 46 charts issued on time"
    assert first_words(text, 40) == "Ran the monthly channel survey …"
    assert first_words(text, 20) == "Ran the monthly …"
    assert first_words(text, len(text)) == text
