"""Markdown to its headings."""

import pytest

from dossier.importing.outline import code_lines, fold_title, headings


@pytest.mark.parametrize(
    "title",
    [
        "Gaps",
        "3. Gaps",
        "3) gaps:",
        "IV. Gaps",
        "2.1 Gaps",
        "🔹 Gaps",
        "**Gaps**",
        "Section 2: Gaps",
        "Gaps { audience=shared }",
        "Gaps —",
    ],
)
def test_numbers_and_signs_are_folded_away(title: str) -> None:
    assert fold_title(title) == "gaps"


def test_words_that_look_like_numbers_stay() -> None:
    assert fold_title("Mixed feelings") == "mixed feelings"
    assert fold_title("I want this") == "i want this"


def test_headings_are_found_with_their_lines() -> None:
    text = "intro\n\n# A\n\ntext\n\nB\n---\n\n**Gaps**\n\n- **Gaps**\n\nGAPS\nx\n"
    found = headings(text, lambda title: title.casefold() == "gaps")
    told = [(h.level, h.title, h.line, h.start, h.end) for h in found]
    assert told == [
        (0, "", 0, 0, 2),
        (1, "A", 2, 3, 6),
        (2, "B", 6, 8, 9),
        (7, "Gaps", 9, 10, 13),
        (7, "GAPS", 13, 14, 16),
    ]


def test_code_and_comments_hold_no_headings() -> None:
    text = "```\n# A\n```\n\n    # B\n\n<!--\n# C\n-->\n"
    assert [h.title for h in headings(text, lambda _: True)] == [""]
    assert code_lines(text) >= {0, 1, 2, 4}


def test_plain_line_is_a_heading_only_where_that_is_asked_for() -> None:
    text = "Experience\n\nAcme\n"
    assert [h.title for h in headings(text, lambda t: t == "Experience")] == [""]
    found = headings(text, lambda t: t == "Experience", plain=True)
    assert [h.title for h in found] == ["", "Experience"]
