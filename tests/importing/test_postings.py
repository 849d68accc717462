"""Saved postings."""

import pytest

from dossier.importing.draft import Draft
from dossier.importing.postings import name_company, read_html_posting, read_text_posting
from dossier.importing.saved_pages import SavedPage, read_page
from tests.builders import REPOSITORY

FOLDER = REPOSITORY / "tests/cases/importing/postings"


def role(draft: Draft) -> dict[str, object]:
    assert (draft.account().lost, draft.account().invented) == ((), ())
    (found,) = draft.dossier["roles"]
    assert isinstance(found, dict)
    return found


def test_posting_in_markdown_is_kept_as_it_is() -> None:
    text = (FOLDER / "posting.md").read_text(encoding="utf-8")
    draft = read_text_posting(text, "posting")
    assert draft.posting == text
    assert draft.dossier["company"] == "Boulangerie Ferrand"
    assert draft.dossier["status"] == "saved"
    assert role(draft) == {
        "id": "pastry-chef",
        "title": "Pastry Chef",
        "location": "Lyon, France",
        "posting": {"file": "posting.md", "posted": "2026-02-03"},
    }


def test_posting_that_does_not_say_whose_it_is_is_told() -> None:
    draft = read_text_posting("We need you. Apply by mail.\nSkills: calm.", "globex")
    assert draft.dossier["company"] == "globex"
    assert (draft.stand_in, len(draft.remarks)) == ("globex", 1)


def test_a_paragraph_in_place_of_a_title_names_nobody() -> None:
    text = f"# {'We seek a cook for Globex ' * 20}\n\n## Requirements\n\n- Calm\n"
    draft = read_text_posting(text, "globex")
    assert draft.posting == text
    assert role(draft)["title"] == "The posting's title"
    assert draft.dossier["company"] == "globex"


def test_linked_data_of_a_page_is_read() -> None:
    draft = read_html_posting(read_page((FOLDER / "board.html").read_text(encoding="utf-8")), "x")
    assert draft.dossier["company"] == "Halden Grid"
    assert role(draft) == {
        "id": "senior-data-engineer",
        "title": "Senior Data Engineer",
        "location": "Bergen, NO",
        "posting": {"file": "posting.md", "posted": "2026-01-12"},
    }
    assert draft.posting.count("Five years with Spark or Flink") == 1
    assert "alert" not in draft.posting
    assert "850000" in draft.parts[-1].text


def test_description_that_the_page_does_not_show_is_added() -> None:
    page = SavedPage("Loading", "", {"title": "Cook", "description": "<p>Bake bread.</p>"})
    assert read_html_posting(page, "x").posting == "Loading\n\nBake bread."


@pytest.mark.parametrize(
    ("heading", "title", "role_id"),
    [
        (
            "Head of Conservation – Books and Paper",
            "Head of Conservation – Books and Paper",
            "head-conservation-books-paper",
        ),
        (
            "Conservator, Paper – Norrland Library",
            "Conservator, Paper",
            "conservator-paper",
        ),
        (
            "Nurse - Night Shift | Norrland Library | Jobs",
            "Nurse - Night Shift",
            "nurse-night-shift",
        ),
        ("Norrland Library: Archivist", "Archivist", "archivist"),
        (
            "Senior Archivist / Branch Lead (m/f/x)",
            "Senior Archivist / Branch Lead (m/f/x)",
            "senior-archivist-branch-lead",
        ),
    ],
)
def test_title_is_whole_but_for_the_company(heading: str, title: str, role_id: str) -> None:
    draft = read_text_posting(f"# {heading}\n\nNorrland Library looks for\n\n- calm\n", "x")
    found = role(draft)
    assert (found["title"], found["id"]) == (title, role_id)


def test_company_that_somebody_says_is_no_part_of_a_title() -> None:
    draft = read_text_posting("# Binder – Brixwold Bindery\n\nWe need\n\n- calm\n", "file")
    assert (draft.stand_in, role(draft)["title"]) == ("file", "Binder – Brixwold Bindery")
    name_company(draft, "Brixwold Bindery")
    assert (draft.stand_in, draft.dossier["company"]) == ("", "Brixwold Bindery")
    assert (role(draft)["id"], role(draft)["title"]) == ("binder", "Binder")


def test_place_and_day_of_linked_data_are_read_as_it_writes_them() -> None:
    data = {
        "title": "Cook",
        "jobLocation": [{"address": " Lyon,  France "}],
        "datePosted": "2026-02-03T08:00:00Z",
    }
    found = role(read_html_posting(SavedPage("Cook", "Bake bread.", data), "x"))
    assert found["location"] == "Lyon, France"
    assert found["posting"] == {"file": "posting.md", "posted": "2026-02-03"}


def test_first_of_a_few_facts_is_the_title() -> None:
    facts = "Team Leader (Nights)\nValley Trust\nBand 7, £46,148\n\n"
    role = read_text_posting(facts + "We look for you.\n", "x").dossier["roles"][0]
    assert role["title"] == "Team Leader (Nights)"
    prose = "Our trust lies in\nA valley. It is small.\n\nWe look for you.\n"
    assert read_text_posting(prose, "x").remarks[0].startswith("the posting has no title")


def test_post_before_a_dash_is_not_taken_for_the_company() -> None:
    text = "# Master Thatcher – East Region\n\nA Master Thatcher who has\n\n- calm\n"
    draft = read_text_posting(text, "file")
    name_company(draft, "Reed and Ridge")
    assert role(draft)["title"] == "Master Thatcher – East Region"
    draft = read_text_posting(text.replace("Master Thatcher", "Reed Ltd"), "file")
    name_company(draft, "Reed and Ridge")
    assert role(draft)["title"] == "East Region"
    known = read_text_posting("Site Superintendent – Bridges\n\nA Site Superintendent\n", "x")
    assert role(known)["title"] == "Site Superintendent – Bridges"


HEADS = {
    "Mill Academy of Ropes\nSenior Rope Technician (Nets)\n\nLocation: Hale\nPay: \u00a338,200": (
        "Senior Rope Technician (Nets)"
    ),
    "# Mill Academy of Ropes\n\n## Senior Rope Technician\n\nWe seek you.": (
        "Senior Rope Technician"
    ),
    "Mill Academy\nRopemaker in Residence\n\nAbout us\nWe are old.": "Ropemaker in Residence",
    "Senior Rope Technician\nMill Academy of Ropes\n\nWe seek you.": "Senior Rope Technician",
}


@pytest.mark.parametrize("head", HEADS)
def test_the_employers_name_is_no_title(head: str) -> None:
    text = f"{head}\n\nThe Mill Academy of Ropes trains 620 people.\n\n- calm\n"
    draft = read_text_posting(text, "x")
    name_company(draft, "Mill Academy of Ropes")
    found = role(draft)
    assert found["title"] == HEADS[head]
    labelled = read_text_posting(f"{head}\nEmployer: Mill Academy of Ropes\n\n- calm\n", "x")
    assert role(labelled)["title"] == HEADS[head]


def test_the_line_that_reads_as_a_title_is_one_though_nobody_says_the_company() -> None:
    text = "Mill Academy\nSenior Rope Technician\n\nThe Mill Academy trains 620 people.\n"
    draft = read_text_posting(text, "x")
    assert (role(draft)["title"], draft.dossier["company"]) == (
        *("Senior Rope Technician", "Mill Academy"),
    )


@pytest.mark.parametrize("sign", [">", "\u203a", "\u00bb"])
def test_the_way_to_a_page_ends_with_its_title(sign: str) -> None:
    way = f" {sign} ".join(("Home", "Careers", "Operations", "Senior Process Operator"))
    found = role(read_text_posting(f"{way}\n\nYou need:\n\n- calm\n", "emsland"))
    assert found["title"] == "Senior Process Operator"
    assert found["id"] == "senior-process-operator"
