"""What a program would miss of what it reads."""

import pytest

from dossier.exporting.reading import Hidden, ReadDocument, faults
from dossier.plain.problems import Place

GOOD = """\
Ada Example
ada@example.org · +1 (555) 010-2030
Work Experience
Engineer, Initech, Mar 2019 – Jun 2024, and 03/2019 – 06/2024
Moved 14 clinics of 2019 to one warehouse by 22% in 11 min
SKILLS
Python, SQL
Education & Training
Linguistics"""


def told(text: str = GOOD, aside: str = "", **others: tuple[object, ...]) -> list[str]:
    read = ReadDocument(tuple(text.splitlines()), aside, **others)  # type: ignore[arg-type]
    return [f"{p.code}: {p.message}" for p in faults(read, Place("cv.pdf", 0, 0))]


def test_what_is_written_as_programs_read_it_is_not_told() -> None:
    assert told() == []


@pytest.mark.parametrize(
    "date", ["'19 – '21", "Mar '19", "Mar 19", "2019-03", "03.19 – 06.24", "Summer 2019", "Q1 2020"]
)
def test_dates_that_may_be_passed_over_are_told(date: str) -> None:
    (problem,) = told(f"{GOOD}\nClerk, {date}")
    assert problem.startswith("document-date: ")


def test_contact_aside_is_told_with_where_it_stands() -> None:
    text = GOOD.replace("ada@example.org · +1 (555) 010-2030", "Ada")
    assert told(text) == ["document-contact: it says no email and no phone"]
    (problem,) = told(text, "ada@example.org")
    assert "in the header or footer alone" in problem


def test_headings_that_nobody_knows_are_told() -> None:
    (problem,) = told(GOOD.replace("Work Experience", "My journey").replace("SKILLS", "Toolbox"))
    assert problem.endswith("for: Experience, Skills")


def test_what_is_hidden_aside_or_drawn_is_told_once() -> None:
    found = told(
        hidden=(Hidden("for it is white", "seo"), Hidden("for it is white", "seo")),
        columns=("page 1", "page 1"),
        pictures=("page 2",),
    )
    assert [one.partition(":")[0] for one in found] == [
        *("document-hidden", "document-columns", "document-picture")
    ]
    assert found[0].endswith("nobody sees, for it is white: seo")


def test_a_picture_of_a_document_says_nothing() -> None:
    assert told("12", pictures=("page 1",)) == [
        "document-text: there is no text in it that programs can read"
    ]
