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
JOBS = "Conservator (Archive), Guide (Museum), Binder (Bindery)"
STUDIES = ["BA, Conservation, Camberwell, 2010", "MBA, 2017"]


@pytest.mark.parametrize(
    ("item", "facts"),
    [
        ("Bachelor's degree in conservation", STUDIES),
        ("Master's degree in conservation", ["MBA, 2017"]),
        ("Bachelor's or master's degree in conservation", STUDIES),
        ("A high degree of care", []),
        ("At least five years of experience", [f"14 years of work since Mar 2011: {JOBS}"]),
        (
            "5+ years as a conservator",
            ["6 years of work since Mar 2020: Conservator (Archive)"],
        ),
        ("A three-year contract", []),
        ("Fluent German and Swedish", ["German (C1)"]),
        ("Two foreign languages", ["German (C1)", "English"]),
        ("Certified art handlers only", ["Art Handler, Guild, 2015"]),
        ("Germanic philology", []),
        ("Knowledge of German grid codes", []),
        ("German NS 9435 or NORSOK", []),
        ("German speaking guests", ["German (C1)"]),
        ("Good English communication skills", ["English"]),
        ("Spoken English, German C1", ["German (C1)", "English"]),
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


def test_skill_is_found_without_what_stands_in_brackets_behind_it() -> None:
    skills = [{"group": "Office", "skills": ["Excel (rota, stock)", "R (statistics)", "Word"]}]
    profile = Profile.model_validate({"name": "Mara", "skills": skills})
    told = {
        "Confident with Excel": ["Excel (rota, stock)"],
        "R&D and a rota": [],
        "Safe use of MS Office": ["Excel (rota, stock)", "Word"],
        "An office of your own": [],
    }
    for item, facts in told.items():
        assert [fact.text for fact in profile_facts(item, profile, AS_OF)] == facts, item


def test_empty_profile_answers_nothing() -> None:
    bare = Profile.model_validate({"name": "Mara", "work": [{"employer": "Archive"}]})
    for item in ("Five years of experience", "A degree", "Fluent German"):
        assert profile_facts(item, bare, AS_OF) == ()


def test_skill_answers_in_part_or_as_a_part() -> None:
    skills = ["Optix practice software", "NHS vouchers and GOS claims", "rota planning"]
    profile = Profile.model_validate({"name": "M", "skills": [{"group": "A", "skills": skills}]})
    asked = ("Optix preferred", "Make sure GOS claims are right", "Plan rotas", "Practice diary")
    found = {text: [f.text for f in profile_facts(text, profile, AS_OF)] for text in asked}
    assert found == dict(zip(asked, [*([skill] for skill in skills), []], strict=True))


def test_a_second_language_is_none_that_one_grew_up_with() -> None:
    spoken = [{"language": "Spanish", "level": "C1"}, {"language": "Irish", "level": "native"}]
    profile = Profile.model_validate({"name": "Mara", "languages": spoken})
    told = [
        [f.text for f in profile_facts(i, profile, AS_OF)] for i in ("A second language", "Irish")
    ]
    assert told == [["Spanish (C1)"], ["Irish (native)"]]


def test_another_language_is_none_that_is_asked_in() -> None:
    spoken = [{"language": "Welsh", "level": "first language"}, {"language": "English"}]
    profile = Profile.model_validate({"name": "Mara", "languages": spoken})
    asked = ("A second language", "Fluent English")
    told = [[f.text for f in profile_facts(item, profile, AS_OF)] for item in asked]
    assert told == [["Welsh (first language)"], ["English"]]


def test_a_first_degree_is_no_more_than_a_guess_where_a_higher_one_is_asked_for() -> None:
    study = {"degree": "BSc", "field": "Nursing", "institution": "Leeds"}
    profile = Profile.model_validate({"name": "Mara", "education": [study]})
    told = {
        "Post-graduate training": True,
        "A Master's or a doctoral degree": True,
        "A degree or a postgraduate diploma": False,
        "Bachelor's degree, ideally a Master's": False,
        "A degree in nursing": False,
    }
    found = {item: [f.is_guess for f in profile_facts(item, profile, AS_OF)] for item in told}
    assert found == {item: [is_guess] for item, is_guess in told.items()}


def test_a_skill_of_several_words_is_a_name_by_its_capital() -> None:
    skills = ["rust removal", "Excel macros", "go"]
    profile = Profile.model_validate({"name": "M", "skills": [{"group": "A", "skills": skills}]})
    asked = ("Experience with Rust", "Experience with Excel", "Experience with Go")
    found = [[fact.text for fact in profile_facts(item, profile, AS_OF)] for item in asked]
    assert found == [[], ["Excel macros"], ["go"]]


@pytest.mark.parametrize(
    ("asked", "is_guess"),
    [
        ("German at level C2", True),
        ("German, C1 or better", False),
        ("German (B2/C1)", False),
        ("German (C1/C2)", False),
        ("Fluent German", False),
    ],
)
def test_a_level_below_the_one_that_is_asked_for_is_no_answer(
    asked: str,
    is_guess: bool,  # noqa: FBT001 - a table's
) -> None:
    facts = [f for f in profile_facts(asked, PROFILE, AS_OF) if f.field == "languages"]
    assert [(f.text, f.is_guess) for f in facts] == [("German (C1)", is_guess)]
