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


def test_what_stands_above_without_a_field_is_kept() -> None:
    draft = read_resume("# Ann Lee\n\nLikes long walks.\n")

    assert [(part.title, part.text) for part in draft.parts] == [("Beginning", "Likes long walks.")]
