from __future__ import annotations

import pytest

from dossier.importing.resumes import read_resume


@pytest.mark.parametrize(
    "title", ["# Ann Lee", "# Résumé of Ann Lee", "# Ann Lee - Lebenslauf", "Ann Lee\n=======\n"]
)
def test_a_title_that_says_what_it_heads_names_the_person(title: str) -> None:
    assert read_resume(f"{title}\n\n## Skills\n\n- a\n- b\n").profile["name"] == "Ann Lee"


def test_a_text_without_headings_begins_with_the_name() -> None:
    assert read_resume("Ann Lee — Baker\nann@example.org\n").profile == {
        "name": "Ann Lee",
        "headline": "Baker",
        "email": "ann@example.org",
    }


@pytest.mark.parametrize(
    ("below", "profile"),
    [
        ("Aid fitter | Malmö | a@b.org", {"headline": "Aid fitter", "location": "Malmö"}),
        ("Registered nurse, dementia care\na@b.org | Leeds", {"location": "Leeds"}),
        ("Bench joiner\na@b.org, Swansea", {"headline": "Bench joiner", "location": "Swansea"}),
        ("Born 1980\na@b.org", {}),
        ("Weaves at night. Sleeps by day.\na@b.org", {}),
    ],
)
def test_the_line_below_a_name_says_what_one_is_and_the_end_of_the_next_where(
    below: str, profile: dict[str, str]
) -> None:
    read = read_resume(f"# Ann Lee\n\n{below}\n").profile
    found = {key: str(read[key]) for key in ("headline", "location") if key in read}
    assert read["email"] == "a@b.org"
    assert profile.items() <= found.items()
    assert profile or not found


def test_sentences_below_a_name_are_a_summary() -> None:
    said = "I fit hearing aids so that people keep wearing them."
    draft = read_resume(f"# Ann Lee\n\n{said}\n\n## Skills\n\n- a\n- b\n")
    assert [(part.title, part.text) for part in draft.parts] == [("Summary", said)]


def test_what_stands_above_without_a_field_is_kept() -> None:
    draft = read_resume("# Ann Lee\n\nLikes long walks.\n")

    assert [(part.title, part.text) for part in draft.parts] == [("Beginning", "Likes long walks.")]


def test_a_second_title_heads_what_stands_below_it() -> None:
    draft = read_resume("# Ann Lee\n\n# Bread and stone\n\nLikes long walks.\n")
    assert draft.profile["name"] == "Ann Lee"
    assert [(p.title, p.text) for p in draft.parts] == [("Bread and stone", "Likes long walks.")]


def test_a_name_in_capitals_is_written_as_it_is_elsewhere() -> None:
    assert read_resume("TIMO HEIKKINEN\nArborist\n").profile["name"] == "Timo Heikkinen"
    assert read_resume("# TIMO HEIKKINEN\n").profile["name"] == "Timo Heikkinen"
    assert not read_resume("# TIMO HEIKKINEN\n\nArborist\n").account().lost


def test_sentences_below_an_address_are_a_summary_too() -> None:
    said = "I fit hearing aids so that people keep wearing them."
    draft = read_resume(f"# Ann Lee\n\n14 Tanner's Row, Hale NR3\n\n{said}\n")
    kept = {part.title: part.text for part in draft.parts}
    assert kept == {"Beginning": "14 Tanner's Row, Hale NR3", "Summary": said}
