"""Heads of studies."""

import pytest

from dossier.importing.studies import begins_with_school, is_study, read_study

_GRANGE = ("Allerton Grange", None)


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


def test_study_beside_certificates_has_a_school_a_degree_subjects_or_years() -> None:
    told = {
        "Higher English, Maths, Perth Grammar School, 2014": True,
        "BSc Optometry, Leeds, 2014": True,
        "GCSEs: Maths, English": True,
        "Diploma in Nursing, Askham, 2013 – 2015": True,
        "Level 3 Diploma for Optical Assistants, WCSM, 2022": False,
        "Higher Level Teaching Assistant, 2019": False,
        "Emergency First Aid at Work, 2025": False,
        "BS 7671 Wiring Regulations, City & Guilds, 2021": False,
    }
    for line, expected in told.items():
        assert is_study(line) is expected, line
    assert begins_with_school("Perth Grammar School, 2010")
    assert not begins_with_school("Fire marshal, Perth College")
    assert not begins_with_school("Institute of Weavers (MIW), since 2016")


@pytest.mark.parametrize(
    ("line", "values"),
    [
        (
            "Diploma in Loom Tuning, Maintenance and Repair, Mill School, 2006–2008 (Merit)",
            ("Diploma", "Loom Tuning, Maintenance and Repair", "Mill School", None),
        ),
        (
            "MSc Surveying, Mapping and GIS (Distinction) — Derwent University — 2010",
            ("MSc", "Surveying, Mapping and GIS", "Derwent University", None),
        ),
        (
            "Diploma in Weaving, Dyeing and Felting, Distinction, Derwent College, 2008",
            ("Diploma", "Weaving, Dyeing and Felting", "Derwent College", None),
        ),
        (
            "BSc (Hons) Geography, 2:1, Derwent University, 2006–2009",
            ("BSc (Hons)", "Geography", "Derwent University", None),
        ),
        (
            "A-levels: Music, Design & Technology. King Alfred VII, Leeds, 2006",
            (None, "A-levels: Music, Design & Technology", "King Alfred VII", "Leeds"),
        ),
        ("GCSEs: Maths, English; Allerton Grange, 2011", (None, "GCSEs: Maths, English", *_GRANGE)),
        (
            "Bachelor, Biology, Derwent, 2011",
            ("Bachelor", "Biology", "Derwent", None),
        ),
    ],
)
def test_no_comma_cuts_a_field_and_no_grade_is_a_school(
    line: str, values: tuple[str | None, ...]
) -> None:
    found = read_study([line])
    assert found
    names = ("degree", "field", "institution", "location")
    assert tuple(found.values.get(name) for name in names) == values
