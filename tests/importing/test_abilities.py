"""Skills and languages of résumés."""

import pytest

from dossier.importing.abilities import read_languages, read_listed, read_skills
from dossier.importing.draft import Draft


def test_groups_of_skills_are_taken() -> None:
    text = "**Languages:** Python, SQL\n- **Tools**: dbt (core, cloud)\n\nAnd looms.\n"
    draft = Draft("résumé", text)
    assert read_skills(draft, text) == "And looms."
    assert draft.profile["skills"] == [
        {"group": "Languages", "skills": ["Python", "SQL"]},
        {"group": "Tools", "skills": ["dbt (core, cloud)"]},
    ]


def test_a_group_of_languages_that_people_speak_is_no_group_of_skills() -> None:
    text = "- Languages: Danish (mother tongue), English\n- Tools: dbt\n"
    draft = Draft("résumé", text)
    assert read_skills(draft, text).strip() == ""
    assert draft.profile["languages"] == [
        {"language": "Danish", "level": "mother tongue"},
        {"language": "English"},
    ]
    assert [group["group"] for group in draft.profile["skills"]] == ["Tools"]
    assert draft.account().lost == ()


def test_line_of_which_a_part_is_none_stays() -> None:
    text = "**Looms:** dobby | **Moods:**"
    draft = Draft("résumé", text)
    assert read_skills(draft, text) == text
    assert draft.profile == {}


def test_list_without_a_group_is_the_headings() -> None:
    for text in ("Go, Postgres", "- Go\n- Postgres\n"):
        draft = Draft("résumé", text)
        assert read_skills(draft, text, "Tools") == ""
        assert draft.profile["skills"] == [{"group": "Tools", "skills": ["Go", "Postgres"]}]


def test_a_skill_goes_on_where_a_wide_line_was_broken() -> None:
    wide = "AMOS, ShipManager, survey planning (DNV, LR), dry-dock specification, root cause"
    text = f"{wide}\nanalysis, budgets\nWelding\n"
    draft = Draft("résumé", text)
    assert read_skills(draft, text, "Skills") == ""
    skills = draft.profile["skills"][0]["skills"]
    assert skills[-3:] == ["root cause analysis", "budgets", "Welding"]


def test_items_without_a_label_come_in_beside_those_with_one() -> None:
    told = {
        "- Excel (rota, stock), focimetry\n- Complaints": (
            ["Excel (rota, stock)", "focimetry", "Complaints"]
        ),
        "- Excel": ["Excel"],
        "- I led it. Well.": [],
    }
    for text, skills in told.items():
        draft = Draft("résumé", text)
        left = read_skills(draft, f"- Dispensing: bifocal, safety\n{text}", "Skills")
        groups = {str(group["group"]): group["skills"] for group in draft.profile["skills"]}
        assert left == ("" if skills else text), text
        assert groups.pop("Dispensing") == ["bifocal", "safety"], text
        assert groups == ({"Skills": skills} if skills else {}), text


@pytest.mark.parametrize("text", ["Go, Postgres", "Go, Postgres\n\n- And looms."])
def test_list_that_is_not_alone_or_has_no_heading_stays(text: str) -> None:
    draft = Draft("résumé", text)
    assert read_skills(draft, text, "Tools" if "looms" in text else "") == text
    assert draft.profile == {}


@pytest.mark.parametrize(
    "text",
    [
        "German (C1), English",
        "- German (C1)\n- English\n",
        "German: C1\nEnglish\n",
        "German — C1; English",
    ],
)
def test_languages_are_taken(text: str) -> None:
    draft = Draft("résumé", text)
    assert read_languages(draft, text) == ""
    assert draft.profile["languages"] == [
        {"language": "German", "level": "C1"},
        {"language": "English"},
    ]


def test_words_between_languages_are_lost_in_none() -> None:
    text = "English and Polish (both native), enough German to read a manual"
    draft = Draft("résumé", text)
    assert read_languages(draft, text) == ""
    assert draft.profile["languages"][1:] == [
        {"language": "Polish", "level": "native"},
        {"language": "German", "level": "enough to read a manual"},
    ]
    assert draft.account().lost == ()


def test_sentences_about_languages_stay() -> None:
    text = "I learned German on the train, mostly! (2012)\n"
    draft = Draft("résumé", text)
    assert read_languages(draft, text) == text
    assert draft.profile == {}


def test_a_list_of_short_names_is_skills_whatever_its_heading() -> None:
    draft = Draft("résumé", "")
    assert read_listed(draft, "SAP TM, Excel, PTV Map&Guide\n", "IT") == ""
    assert draft.profile["skills"] == [
        {"group": "IT", "skills": ["SAP TM", "Excel", "PTV Map&Guide"]}
    ]


def test_a_list_with_a_year_or_a_sentence_is_something_else() -> None:
    draft = Draft("résumé", "")
    for text in (
        "Rivers, Water Research, 2018",
        "Two children, a dog and a garden that takes all my evenings, alas, too",
        "Excel, Word",
        "- Excel, Word, Access",
    ):
        assert read_listed(draft, text, "More") == text
    assert "skills" not in draft.profile


LISTS = {
    "QINSy, HYPACK, SIS; Kongsberg EM 2040 and EM 712, R2Sonic, Norbit": [
        *("QINSy", "HYPACK", "SIS", "Kongsberg EM 2040", "EM 712", "R2Sonic", "Norbit")
    ],
    "Go, Python and SQL": ["Go", "Python", "SQL"],
    "Postgres, Redis; Kafka, NATS": ["Postgres", "Redis", "Kafka", "NATS"],
    "Kubernetes, Terraform, and Grafana": ["Kubernetes", "Terraform", "Grafana"],
    "COSHH, Manual Handling, Health and Safety": [
        *("COSHH", "Manual Handling", "Health and Safety")
    ],
    "rye, sourdough; deck ovens, spiral mixers and retarders": [
        *("rye", "sourdough", "deck ovens", "spiral mixers and retarders")
    ],
    "Excel (rota, stock; audit), R and D, Word and Excel": [
        *("Excel (rota, stock; audit)", "R and D", "Word and Excel")
    ],
    "NHS and CQC standards, Revit and AutoCAD": ["NHS and CQC standards", "Revit", "AutoCAD"],
}


@pytest.mark.parametrize("text", LISTS)
def test_lists_within_a_list_and_its_last_name_are_skills_of_their_own(text: str) -> None:
    draft = Draft("résumé", f"**Kit:** {text}")
    assert read_skills(draft, f"**Kit:** {text}") == ""
    assert draft.profile["skills"] == [{"group": "Kit", "skills": LISTS[text]}]
    assert (draft.account().lost, draft.account().invented) == ((), ())
    for given in (text, f"- {text}\n"):
        alone = Draft("résumé", given)
        assert read_skills(alone, given, "Kit") == ""
        assert alone.profile["skills"][0]["skills"] == LISTS[text]
        assert alone.account().lost == ()


def test_a_list_of_names_goes_on_with_groups_and_a_sentence_does_not() -> None:
    groups = "IT: Excel, Shopify"
    for line, skills in {
        "Rye, sourdough, lamination; deck ovens, mixers": [
            *("Rye", "sourdough", "lamination", "deck ovens", "mixers")
        ],
        "I bake, and I like to be up before all the others in the town": [],
    }.items():
        draft = Draft("résumé", f"{line}\n{groups}")
        left = read_skills(draft, f"{line}\n{groups}", "Skills")
        assert [g["skills"] for g in draft.profile["skills"] if g["group"] == "Skills"] == (
            [skills] if skills else []
        )
        assert left.strip() == ("" if skills else line)
