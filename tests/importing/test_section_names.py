"""What a section of a résumé holds, whatever its heading."""

import pytest

from dossier.importing.section_names import all_headings, held_in, is_heading, section_of
from tests.importing.test_resumes import read

HELD = "- Member of the Guild of Weavers, since 2012\n- Loom check, 2023\n- First Aid at Work\n"
SHOWN = "- Solo show, Mill Gallery, 2012\n- Group show, Leeds, 2023\n"


@pytest.mark.parametrize(
    "title",
    [
        "Training",
        "Certificates & memberships",
        "Registration, indemnity and checks",
        "School, college & courses",
        "Education, Memberships & Tickets",
        "What I hold",
    ],
)
def test_a_list_of_certificates_is_one_below_any_heading(title: str) -> None:
    assert held_in(title, HELD) == "credentials"
    draft = read(f"# Ada Lane\n\n## {title}\n\n{HELD}")
    assert [str(held["name"]) for held in draft.profile["certificates"]] == [
        *("Member of the Guild of Weavers", "Loom check", "First Aid at Work")
    ]
    assert draft.parts == []


@pytest.mark.parametrize("title", ["Exhibitions", "Where I have shown", "Talks", "Volunteering"])
def test_what_has_years_alone_or_another_name_is_no_list_of_certificates(title: str) -> None:
    assert held_in(title, SHOWN) != "credentials"
    assert title == "Where I have shown" or held_in(title, HELD) != "credentials"


def test_a_known_part_of_a_heading_is_known() -> None:
    assert held_in("Languages & driving", "Irish (fluent)\nFull driving licence") == "spoken"
    draft = read(
        "# Ada Lane\n\n## Languages & driving\n\nIrish (fluent), Dutch (B1)\nFull licence\n"
    )
    assert [each["language"] for each in draft.profile["languages"]] == ["Irish", "Dutch"]
    assert [held["name"] for held in draft.profile["certificates"]] == ["Full licence"]
    assert (section_of("Languages"), section_of("Languages & driving")) == ("languages", None)


def test_how_long_a_course_took_and_whose_member_one_is_tells_it() -> None:
    courses = "- Loom Hall, Leeds: Warps and Wefts, 4 days, 2022\n- Dyes (two weeks), 2019\n"
    assert held_in("Learning", f"{courses}- Knots, 2024\n") == "credentials"
    work = "### Weaver, Mill, Leeds (2019 – 2020)\n\n- Wove 40 cloths a day\n- Dyed 90 a year\n"
    assert held_in("Where I have worked", work) != "credentials"
    assert held_in("Belonging to", "- Guild of Ropes, associate since 2019\n") == "credentials"
    assert held_in("Sailing", "- Round Hale in 4 boats, 2022\n- Days out, 2019\n") is None


def test_prose_is_no_list() -> None:
    assert held_in("Training", "I trained 12 people in 2019 and was certified.") is None
    assert held_in("Training", "- I trained 12 people in 2019.\n- So did others.\n") is None


LOUD = "ADA LANE\n\nWORK\n\nWeaver, Mill\n2019 - 2020\n\nACME\n\nSPOKEN LANGUAGES\n\nWelsh\n"


def test_a_line_in_capitals_is_a_heading_where_others_are_written_so() -> None:
    titles = [
        each.title
        for each in all_headings(f"{LOUD}\nTHE LOOM THAT I TELL PEOPLE OF\n\nOne loom.\n")
    ]
    assert titles == ["", "WORK", "SPOKEN LANGUAGES", "THE LOOM THAT I TELL PEOPLE OF"]
    loud = "Work\n\nWeaver, Mill\n2019 - 2020\n\nLanguages\n\nWelsh\n\nPIECE OF WORK\n\nOne loom.\n"
    assert [each.title for each in all_headings(loud)] == ["", "Work", "Languages"]
    joined = f"{LOUD}\nMILL COLLEGE\n\n2019\n".replace("SPOKEN LANGUAGES", "EDUCATION AND TICKETS")
    assert [each.title for each in all_headings(joined)] == ["", "WORK", "EDUCATION AND TICKETS"]
    below = [each.title for each in all_headings(f"{LOUD}\nPIECE OF WORK\nof mine\n")]
    assert below == ["", "WORK", "SPOKEN LANGUAGES"]
    assert is_heading("Other")
    assert not is_heading("PIECE OF WORK")
