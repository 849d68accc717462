"""Degrees, years and languages that are asked for, beside what the profile says."""

import pytest

from dossier.match.background import profile_facts
from dossier.model.profile import Profile
from tests.builders import AS_OF

PROFILE = Profile.model_validate(
    {
        "name": "Mara Quill",
        "work": [
            {"employer": "Archive", "title": "Conservator", "from": "2020-03", "to": "present"},
            {"employer": "Bindery", "title": "Binder", "from": "2011-03", "to": "2019-02"},
            {"employer": "Museum", "title": "Guide", "from": "2018-03", "to": "2019-02"},
            {"employer": "Later", "from": "2031"},
        ],
        "education": [
            {"degree": "BA", "field": "Conservation", "institution": "Camberwell", "to": "2010"},
            {"degree": "MBA", "to": "2017"},
            {"institution": "Evening school", "to": "2004"},
            {"field": "Trade certificate (fagbrev), bookbinder", "to": "2003"},
        ],
        "languages": [{"language": "German", "level": "C1"}, {"language": "English"}],
        "certificates": [
            {"name": "Art Handler", "issuer": "Guild", "date": "2015"},
            {"name": "F-gas certificate, category I", "date": "2015"},
            {"name": "Driving licence, class B", "date": "2012"},
        ],
    }
)
FAGBREV = "Trade certificate (fagbrev), bookbinder, 2003"
STUDIES = ["BA, Conservation, Camberwell, 2010", "MBA, 2017"]


@pytest.mark.parametrize(
    ("item", "facts"),
    [
        ("Bachelor's degree in conservation", STUDIES),
        ("A high degree of care", []),
        ("At least five years of experience", ["14 years of work since Mar 2011"]),
        (
            "5+ years as a conservator",
            ["14 years of work since Mar 2011, 6 years of it as Conservator"],
        ),
        ("A three-year contract", []),
        ("Fluent German and Swedish", ["German (C1)"]),
        ("Two foreign languages", ["German (C1)", "English"]),
        ("Certified art handlers only", ["Art Handler, Guild, 2015"]),
        ("Germanic philology", []),
        ("Deutschkenntnisse und gutes Englisch", ["German (C1)", "English"]),
        ("Completed trade certificate as a bookbinder", [FAGBREV]),
        ("F-gas certificate category I", ["F-gas certificate, category I, 2015"]),
        ("Welding certificate, category I", []),
        ("Führerschein Klasse B", ["Driving licence, class B, 2012"]),
        ("A plan for gas", []),
    ],
)
def test_what_is_asked_of_a_life_is_answered_by_the_profile(item: str, facts: list[str]) -> None:
    assert [fact.text for fact in profile_facts(item, PROFILE, AS_OF)] == facts


def test_empty_profile_answers_nothing() -> None:
    bare = Profile.model_validate({"name": "Mara", "work": [{"employer": "Archive"}]})
    for item in ("Five years of experience", "A degree", "Fluent German"):
        assert profile_facts(item, bare, AS_OF) == ()
