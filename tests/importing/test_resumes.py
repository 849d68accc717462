"""Résumés of many shapes."""

import pytest

from dossier.importing.draft import Draft
from dossier.importing.resumes import read_resume
from dossier.importing.section_names import section_of
from tests.builders import REPOSITORY

FOLDER = REPOSITORY / "tests/cases/importing/resumes"
FOUND = {
    "academic.md": ("Dr. Hye-jin Park", 2, 2),
    "backend.md": ("Maya Lindqvist", 2, 1),
    "company_first.md": ("Sam Whitfield", 3, 1),
    "designer.md": ("Ines Carvalho", 3, 0),
    "executive.md": ("Ruth Abramov", 2, 2),
    "german.md": ("Jürgen Weiß", 2, 1),
    "nurse.md": ("Tomas Okafor, RN", 2, 1),
    "oneliner.md": ("Priya Raman", 2, 2),
    "plain.txt": ("Jordan Ellis", 2, 1),
    "table.md": ("Ahmed El-Sayed", 2, 1),
}
"""Of each its name, its jobs and its studies."""


def read(text: str) -> Draft:
    draft = read_resume(text)
    assert (draft.account().lost, draft.account().invented) == ((), ())
    return draft


@pytest.mark.parametrize("name", FOUND)
def test_resume_is_found_whole(name: str) -> None:
    draft = read((FOLDER / name).read_text(encoding="utf-8"))
    profile = draft.profile
    found = [len(profile.get(key, ())) for key in ("work", "education")]
    assert (profile["name"], *found) == FOUND[name]
    assert "email" in profile
    assert all({"employer", "title", "from"} <= job.keys() for job in profile.get("work", ()))


def test_every_resume_has_its_line() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(FOUND)


def test_project_has_its_own_file() -> None:
    draft = read("# Ada\n\n## Projects\n\n### [Loom](https://l.example) — weaves\n\n- 40 users\n")
    project = draft.projects["loom"]
    assert project.values == {
        "title": "Loom",
        "audience": "private",
        "line": "weaves",
        "links": [{"label": "Loom", "url": "https://l.example"}],
    }
    assert project.body == "- 40 users"


def test_project_never_takes_the_place_of_the_list() -> None:
    assert list(read("# Ada\n\n## Projects\n\n### Index\n\nx\n").projects) == ["index-2"]


def test_nobody_is_named_by_a_guess() -> None:
    draft = read("## Experience\n\n- wove\n\n## Skills\n\nlooms\n")
    assert draft.profile == {"name": "Your name"}
    assert draft.remarks == ["the input names nobody: `name` of the profile is yours to write"]


def test_headline_behind_a_name_without_a_heading_is_read() -> None:
    profile = read("Ada Lovelace — Weaver of programs\nada@example.org\n").profile
    assert (profile["name"], profile["headline"]) == ("Ada Lovelace", "Weaver of programs")
    assert profile["email"] == "ada@example.org"


def test_title_below_a_name_is_kept() -> None:
    draft = read("Ada Lovelace\nada@example.org\n\n# Weaver\n\n## Skills\n\nlooms, yarn\n")
    assert draft.profile["name"] == "Ada Lovelace"
    assert [part.title for part in draft.parts] == ["Weaver"]


def test_list_of_studies_and_certificates_is_parted_by_what_each_says() -> None:
    text = """- Level 3 Award in Leadership, ILM, 2024
- Higher English, Maths, Perth Grammar School, 2014
- Perth High School, 2010 – 2012
"""
    for heading in ("Education and certificates", "Certificates / Education", "Training, studies"):
        given = f"# Moira Tennant\n\n## {heading}\n\n{text}"
        draft = read_resume(given)
        assert (draft.account().lost, draft.account().invented) == ((), ()), heading
        assert draft.profile["certificates"] == [
            {"name": "Level 3 Award in Leadership", "issuer": "ILM", "date": 2024}
        ], heading
        assert draft.profile["education"] == [
            {"field": "Higher English, Maths", "institution": "Perth Grammar School", "to": 2014}
        ], heading
        kept = [part for part in draft.parts if part.title == heading]
        assert [part.text for part in kept] == ["- Perth High School, 2010 – 2012"], heading
    assert section_of("Education and experience") is None
    assert section_of("Qualifications") is None


@pytest.mark.parametrize(
    "text",
    [
        "## Education\n\n### BSc Physics, University of Leeds, 2010 – 2013\n\n- Built 9 looms\n",
        "## Studies, certificates\n\n- BSc Physics, University of Leeds, 2013\n  - Built 9 looms\n",
    ],
)
def test_what_is_told_below_a_study_makes_a_record_of_a_credential(text: str) -> None:
    draft = read(f"# Ada\n\n{text}")
    (study,) = draft.profile["education"]
    assert (study["degree"], study["institution"]) == ("BSc", "University of Leeds")
    (record,) = draft.records
    assert (record["claim"], record["kind"]) == ("Built 9 looms", "credential")


def test_awards_have_a_field_if_each_is_short_and_dated() -> None:
    draft = read("# Ada\n\n## Competitions\n\n- UK Pastry Open, dessert, silver, 2019\n")
    won = {"title": "UK Pastry Open, dessert, silver", "date": 2019}
    assert draft.profile["awards"] == [won]
    told = "# Ada\n\n## Awards\n\nThey gave me 3 of them, and I was glad.\n"
    assert "certificates" not in read(told).profile
    assert section_of("Awards and certificates") == "certificates"


def test_qualifications_are_told_by_what_stands_below_them() -> None:
    text = (
        "- BSc Nursing, Swansea University, 2021\n- Life Support, valid until 2027\n- C1 licence\n"
    )
    draft = read_resume(f"# Ada\n\n## Qualifications\n\n{text}")
    assert [study["degree"] for study in draft.profile["education"]] == ["BSc"]
    assert [held["name"] for held in draft.profile["certificates"]] == [
        *("Life Support, valid until 2027", "C1 licence")
    ]
    assert draft.account().lost == ()
    lines = "WORK HISTORY\n\nNurse, Acme\n2019 - 2020\n\nQUALIFICATIONS\n" + text.replace("- ", "")
    plain = read_resume(f"Ada Lane\n\n{lines}")
    assert [held["name"] for held in plain.profile["certificates"]] == [
        held["name"] for held in draft.profile["certificates"]
    ]
    for other in ("- Ten years of sales\n- Team player\n- Licence\n", "- Licence since 2019.\n"):
        draft = read_resume(f"# Ada\n\n## Qualifications\n\n{other}")
        assert draft.profile.keys() == {"name"}, other


def test_the_head_of_a_table_of_jobs_is_left_nowhere() -> None:
    table = "| Dates | Post | Where |\n| --- | --- | --- |\n"
    table += "| 2016 – present | Nurse | Mill Trust, Leeds |"
    draft = read(f"# Ada Lane\n\n## Experience\n\n{table}\n")
    assert draft.profile["work"][0]["employer"] == "Mill Trust"
    assert draft.parts == []
    assert draft.account().lost == ()


PROSE = """\
Led a shift of five operators on a plant with biological phosphorus removal and sludge digestion. \
Retuned the aeration control, which brought electricity for aeration down from 0.41 to 0.33 kWh \
per cubic metre. Wrote the procedure for storm flow after the flood, and we have had no excess of \
nitrogen since then. Trained eight operators in the first two years, and all of them passed the \
assessment of the company at the first attempt."""


@pytest.mark.parametrize("times", [1, 3])
def test_what_is_told_of_a_job_in_prose_is_read_however_long(times: int) -> None:
    told = " ".join([PROSE] * times)
    assert 400 < len(told) < 2_000
    draft = read(f"# Ada Oster\n\n## Work\n\n**Shift lead, Vechterland**\n2019 - 2024\n\n{told}\n")
    (job,) = draft.profile["work"]
    assert " ".join(job["highlights"]) == told
    assert [part.title for part in draft.parts if "work" in part.title.casefold()] == []
    assert "from 0.41 to 0.33 kWh" in draft.records[0]["claim"]
