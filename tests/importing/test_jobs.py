"""Heads of jobs and studies."""

import pytest

from dossier.importing.jobs import (
    begins_with_school,
    employer_alone,
    is_study,
    read_job,
    read_study,
)


@pytest.mark.parametrize(
    "head",
    [
        "### Data Engineer, Acme (2019 – 2021)",
        "### Acme — Data Engineer | 2019 – 2021",
        "**Data Engineer** | Acme | 2019 – 2021",
        "- **Acme** · *Data Engineer* · 2019-2021",
        "Data Engineer at Acme, 2019 to 2021",
        "Data Engineer @ Acme (2019–2021)",
        "2019 – 2021: Data Engineer, Acme",
        "### Acme\n*Data Engineer*\n2019 – 2021",
        "| 2019 – 2021 | Acme | Data Engineer |",
    ],
)
def test_head_says_title_employer_and_dates(head: str) -> None:
    found = read_job(head.split("\n"))
    assert found
    assert (found.values["title"], found.values["employer"]) == ("Data Engineer", "Acme")
    assert found.span
    assert (found.span.since, found.span.until) == ("2019", "2021")


def test_length_of_a_job_is_nobody() -> None:
    assert read_job(["January 2021 - Present (3 years 2 months)"]) is None


@pytest.mark.parametrize("head", ["### Alpha Beta, Gamma (2019 – 2020)", "2019 – 2020", "Engineer"])
def test_head_that_does_not_say_which_is_which_is_left(head: str) -> None:
    assert read_job([head]) is None


def test_title_below_an_employer_takes_it() -> None:
    assert employer_alone(["### Meridian Health"]) == "Meridian Health"
    assert employer_alone(["### Data Engineer"]) == ""
    found = read_job(["#### Data Engineer", "*2019 – 2021*"], "Meridian Health")
    assert found
    assert found.values["employer"] == "Meridian Health"
    assert found.said == ("Data Engineer",)


@pytest.mark.parametrize(
    ("head", "degree", "field", "school", "until"),
    [
        (
            "### BSc Computer Science, Uppsala University (2012 – 2015)",
            "BSc",
            "Computer Science",
            "Uppsala University",
            "2015",
        ),
        (
            "- **M.Ed.** in Mathematics, Fresno State University, 2017",
            "M.Ed.",
            "Mathematics",
            "Fresno State University",
            "2017",
        ),
        (
            "- Ph.D. in Linguistics, UCLA, 2018. Thesis: *Tone*",
            "Ph.D.",
            "Linguistics",
            "UCLA",
            "2018",
        ),
        (
            "**MSc Civil Engineering**, Ateneo di Torino — 2015",
            "MSc",
            "Civil Engineering",
            "Ateneo di Torino",
            "2015",
        ),
        (
            "NVQ Level 3 Refrigeration, Leeds City College, 2015 – 2017",
            "NVQ Level 3",
            "Refrigeration",
            "Leeds City College",
            "2017",
        ),
        (
            "MBO level 4, Podiumtechniek (Licht), ROC Zadkine, 2012\u20132015 (at Luxor Theater)",
            "MBO level 4",
            "Podiumtechniek (Licht)",
            "ROC Zadkine",
            "2015",
        ),
        ("MBO 4 Techniek, ROC Zadkine, 2015", "MBO 4", "Techniek", "ROC Zadkine", "2015"),
        (
            "Trafford College, Level 3 Diploma in Logistics, 2011",
            "Level 3 Diploma",
            "Logistics",
            "Trafford College",
            "2011",
        ),
    ],
)
def test_study_says_what_was_studied_and_where(
    head: str, degree: str, field: str, school: str, until: str
) -> None:
    found = read_study([head])
    assert found
    values = found.values
    assert (values["degree"], values["field"]) == (degree, field)
    assert values["institution"] == school
    assert found.span
    assert found.span.until == until


def test_degree_without_a_field_is_a_degree() -> None:
    found = read_study(["### MBA, University of Leeds (2015 – 2017)"])
    assert found
    assert found.values == {"degree": "MBA", "institution": "University of Leeds"}


def test_a_qualification_of_a_trade_is_left_whole_and_is_no_degree_of_a_university() -> None:
    for line in (
        "Master craftsperson for passenger transport (Kraftverkehr), Chamber of Halle, 2015",
        "Apprenticeship: skilled worker in driving, Chamber of Halle, 2003 – 2006",
    ):
        found = read_study([line])
        assert found, line
        name = line.partition(",")[0]
        assert found.values == {"degree": name, "institution": "Chamber of Halle"}, line


def test_line_without_a_degree_is_no_study() -> None:
    assert read_study(["Courses in pottery, 2012"]) is None


@pytest.mark.parametrize(
    ("head", "values"),
    [
        ("### Acme\nLeeds, UK\nData Engineer\n2019", ("Data Engineer", "Acme", "Leeds, UK")),
        ("Data Engineer, Acme, Leeds\n2019", ("Data Engineer", "Acme", "Leeds")),
        ("[Acme](https://a.example) | Keeper of Yarn | 2019", ("Keeper of Yarn", "Acme", None)),
    ],
)
def test_place_and_employer_are_told_apart(head: str, values: tuple[str, str, str | None]) -> None:
    found = read_job(head.split("\n"))
    assert found
    assert tuple(found.values.get(key) for key in ("title", "employer", "location")) == values


def test_study_beside_certificates_has_a_school_a_degree_subjects_or_years() -> None:
    told = {
        "Higher English, Maths, Perth Grammar School, 2014": True,
        "BSc Optometry, Leeds, 2014": True,
        "GCSEs: Maths, English": True,
        "Diploma in Nursing, Askham, 2013 – 2015": True,
        "Level 3 Diploma for Optical Assistants, WCSM, 2022": False,
        "Higher Level Teaching Assistant, 2019": False,
        "Emergency First Aid at Work, 2025": False,
    }
    for line, expected in told.items():
        assert is_study(line) is expected, line
    assert begins_with_school("Perth Grammar School, 2010")
    assert not begins_with_school("Fire marshal, Perth College")


def test_a_bracket_that_tells_of_the_house_is_no_part_of_its_name_or_place() -> None:
    hotel = {"title": "Chef", "employer": "Hotel Pont", "location": "Lyon"}
    told = {
        "**Chef, Hotel Pont, Lyon** (142 rooms, five stars)": "142 rooms, five stars",
        "### Chef, Hotel Pont, Lyon (one Michelin star) | Jan 2019 \u2013 Feb 2020": (
            "one Michelin star"
        ),
        "### Chef, Hotel Pont (120 beds), Lyon": "120 beds",
    }
    for head, size in told.items():
        found = read_job([head])
        assert found is not None, head
        assert found.values == {**hotel, "summary": size}, head
        assert size in found.said
    for kept in ("York (remote)", "York (2 years)"):
        found = read_job([f"### Chef, Acme, {kept}"])
        assert found is not None
        assert found.values["location"] == kept
