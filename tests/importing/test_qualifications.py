from __future__ import annotations

import pytest

from dossier.importing.draft import Draft
from dossier.importing.qualifications import read_qualification, read_qualifications
from dossier.importing.resumes import read_resume


def studies(text: str) -> list[dict[str, object]]:
    read = read_resume(f"# Ann Lee\n\n## Education\n\n{text}\n").profile.get("education", [])
    return [dict(study) for study in read]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "CAP Pâtissier, CFA Rennes, 2014",
            [{"degree": "CAP Pâtissier", "institution": "CFA Rennes", "to": 2014}],
        ),
        (
            "Fagbrev baker, 2012\u20132014 (with a year at the Grand Hotel)",
            [
                {
                    "degree": "Fagbrev baker",
                    "summary": "with a year at the Grand Hotel",
                    "from": 2012,
                    "to": 2014,
                }
            ],
        ),
        (
            "MBO level 4, Techniek, ROC Zadkine, 2012\u20132015 (at Luxor Theater)",
            [
                {
                    "degree": "MBO level 4",
                    "field": "Techniek",
                    "institution": "ROC Zadkine",
                    "summary": "at Luxor Theater",
                    "from": 2012,
                    "to": 2015,
                }
            ],
        ),
        ("- Fagbrev baker (Jun 2014)", [{"degree": "Fagbrev baker", "to": "2014-06"}]),
        (
            "**CAP Pâtissier**, CFA Rennes, 2014",
            [{"degree": "CAP Pâtissier", "institution": "CFA Rennes", "to": 2014}],
        ),
        (
            "### CAP Pâtissier\nCFA Rennes, 2012 - 2014",
            [{"degree": "CAP Pâtissier", "institution": "CFA Rennes", "from": 2012, "to": 2014}],
        ),
        (
            "Access to Science, Nursing and Health, Derwent Training, 2009",
            [
                {
                    "degree": "Access to Science, Nursing and Health",
                    "institution": "Derwent Training",
                    "to": 2009,
                }
            ],
        ),
        (
            "Rope Practitioner, KGH, Dublin: two weekends, 2018",
            [
                {
                    "degree": "Rope Practitioner",
                    "institution": "KGH, Dublin",
                    "summary": "two weekends",
                    "to": 2018,
                }
            ],
        ),
        (
            "Code 95, licence C+E, 2019",
            [{"degree": "Code 95, licence C+E", "to": 2019}],
        ),
    ],
)
def test_what_stands_among_studies_is_one_whatever_it_is_called(
    text: str, said: list[dict[str, object]]
) -> None:
    assert studies(text) == said


def test_a_list_keeps_what_names_a_degree_beside_what_names_none() -> None:
    found = studies("Bachelor Logistics, Artevelde, 2013\nADR safety adviser, 2020")

    assert {"degree": "ADR safety adviser", "to": 2020} in found
    assert {"degree": "Bachelor", "field": "Logistics"}.items() <= found[-1].items()


@pytest.mark.parametrize(
    "text",
    [
        "BSc Nursing, University of York, 2014\nThesis on falls, with distinction",
        "### BSc Nursing, University of York, 2014\n\nPrize of the year 2013 for it\n\nA choir",
    ],
    ids=["below a line", "below a heading"],
)
def test_what_tells_of_a_study_is_none(text: str) -> None:
    assert len(studies(text)) == 1


@pytest.mark.parametrize(
    "lines", [["2010 – 2013"], ["Of 2010, Leeds", "2013 – 2014"], ["CAP 1999, Leeds 2010 – 2013"]]
)
def test_what_names_nothing_or_other_years_is_none(lines: list[str]) -> None:
    assert read_qualification(lines) is None


def test_a_line_without_a_year_is_left() -> None:
    draft = Draft("résumé", "")

    assert read_qualifications(draft, "Evening courses") == "Evening courses"
    assert read_qualification(["Evening courses"]) is None
    assert "education" not in draft.profile


def test_a_study_that_has_its_fields_is_kept_nowhere_else() -> None:
    draft = read_resume("# Ann Lee\n\n## Education\n\nDiploma in Nursing, Derwent College, 2013\n")

    assert draft.profile["education"][0]["field"] == "Nursing"
    assert draft.parts == []
    assert not draft.account().lost
