"""How to reach a person."""

import pytest

from dossier.importing.contact import read_contact, read_relocation
from dossier.importing.draft import Draft
from dossier.importing.resumes import read_resume


def read(text: str) -> tuple[Draft, str]:
    draft = Draft("résumé", text)
    left = read_contact(draft, text)
    draft.keep("", left)
    assert (draft.account().lost, draft.account().invented) == ((), ())
    return draft, left


def test_line_of_parts_is_read() -> None:
    draft, left = read(
        "Data Engineer\nada@a.example | +44 20 1234 5678 · Leeds, UK • [Code](https://c.example)\n"
    )
    assert draft.profile == {
        "headline": "Data Engineer",
        "email": "ada@a.example",
        "phone": "+44 20 1234 5678",
        "location": "Leeds, UK",
        "links": [{"label": "Code", "url": "https://c.example"}],
    }
    assert left == ""


@pytest.mark.parametrize("form", ["- **{}:** {}", "{}: {}", "| **{}** | {} |", "📧 {}: {}"])
def test_labels_are_read(form: str) -> None:
    pairs = (("Email", "ada@a.example"), ("Mobile", "020 1234 5678"), ("City", "Leeds"))
    draft, left = read("\n".join(form.format(*pair) for pair in pairs))
    assert draft.profile == {
        "email": "ada@a.example",
        "phone": "020 1234 5678",
        "location": "Leeds",
    }
    assert left == ""


def test_link_without_its_scheme_is_read() -> None:
    draft, _ = read("github.com/ada | LinkedIn: linkedin.com/in/ada")
    assert draft.profile["links"] == [
        {"label": "github.com/ada", "url": "https://github.com/ada"},
        {"label": "linkedin.com/in/ada", "url": "https://linkedin.com/in/ada"},
    ]


@pytest.mark.parametrize(
    "line",
    [
        "12 Mill Road, 04109 Leipzig",
        "I weave and measure.",
        "Department of Looms, University of X",
        "Address: 12 Mill Road",
        "[Code](https://c.example) since the flood",
        "[x](javascript:alert(1))",
    ],
)
def test_what_is_not_sure_stays(line: str) -> None:
    draft, left = read(line)
    assert (draft.profile, left) == ({}, line)


def test_address_in_a_sentence_is_taken_and_the_sentence_stays() -> None:
    draft, left = read("Write to ada@a.example, please.")
    assert draft.profile == {"email": "ada@a.example"}
    assert left == "Write to ada@a.example, please."


def test_what_has_its_field_already_stays_in_its_words() -> None:
    draft, left = read("ada@a.example | lane@b.example\n[Write to me](mailto:c@d.example)")
    assert draft.profile == {"email": "ada@a.example"}
    assert left == "lane@b.example\n[Write to me](mailto:c@d.example)"


def test_where_one_would_move_is_one_line_once() -> None:
    draft = Draft("résumé", "")
    for text in ("Anywhere, " * 20, "", "Anywhere"):
        assert read_relocation(draft, text) == ("" if text == "Anywhere" else text)
    assert draft.profile == {"relocation": "Anywhere"}
    assert read_relocation(draft, "Nowhere") == "Nowhere"


@pytest.mark.parametrize(
    "text",
    [
        "ada@example.org | Leeds, UK | Open to relocation within Europe",
        "ada@example.org\nRelocation: Open to relocation within Europe",
        "ada@example.org\n\n## Willing to relocate\n\nOpen to relocation within Europe",
    ],
)
def test_whether_one_would_move_has_a_field(text: str) -> None:
    draft = read_resume(f"# Ada Lane\n\n{text}\n\n## Skills\n\nlooms, yarn\n")
    assert draft.profile["relocation"] == "Open to relocation within Europe"
    assert (draft.account().lost, draft.account().invented) == ((), ())
    assert not draft.parts


def test_links_below_a_heading_of_their_own_are_links() -> None:
    draft = read_resume("# Ada Lane\n\n## Links\n\n- https://ada.example.org/work\n")
    assert [link["url"] for link in draft.profile["links"]] == ["https://ada.example.org/work"]
    assert not draft.parts


@pytest.mark.parametrize("place", ["Z\u00fcrich", "Z\u00fcrich, Switzerland"])
def test_the_place_once_more_is_no_headline(place: str) -> None:
    for text in (
        f"# Ada Vogel\n\nada@a.example \u00b7 Location: {place}\n\nZ\u00fcrich\n\n## Work\n",
        f"# Ada Vogel\n\nLocation: {place}\nada@a.example \u00b7 Z\u00fcrich\n\n## Work\n",
    ):
        profile = read_resume(text).profile
        assert (profile["location"], profile.get("headline")) == (place, None)


def test_what_one_has_beside_a_licence_is_no_part_of_it() -> None:
    draft = Draft("résumé", "")
    left = read_contact(draft, "Leeds, Kent · ada@example.org · full UK licence, own hand tools")
    assert left.strip() == "own hand tools"
    assert draft.profile["certificates"] == [{"name": "full UK licence"}]
