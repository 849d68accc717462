"""Holes: what stands for something to be expanded while another engine reads the text."""

import pytest
from markdown import Markdown  # type: ignore[import-untyped]

from dossier.render.page import (
    BLOCK_END,
    PLACEHOLDER_BEGIN,
    PLACEHOLDER_END,
    AuthorPage,
    Page,
    SocialCard,
    block_placeholder,
    placeholder,
)
from tests.render.fixtures import EXTENSIONS


def test_hole_has_its_number_between_private_signs() -> None:
    assert placeholder(12) == f"{PLACEHOLDER_BEGIN}12{PLACEHOLDER_END}"
    assert block_placeholder(12) == f"{PLACEHOLDER_BEGIN}12{BLOCK_END}"


def test_no_extension_touches_a_placeholder() -> None:
    text = (
        f"a {placeholder(0)} *b {placeholder(1)}*\n\n"
        f"| x |\n|---|\n| {placeholder(2)} |\n\n!!! note\n    {placeholder(3)}\n"
    )
    html = Markdown(extensions=EXTENSIONS).convert(text)
    assert all(placeholder(number) in html for number in range(4))


def test_page_is_no_private_one_unless_it_is_said() -> None:
    assert not AuthorPage("a.md", "A", "", "text").is_private
    assert not Page("a.md", "A", "", AuthorPage("a.md", "A", "", "").before).is_private


@pytest.mark.parametrize(
    ("card", "label"),
    [
        (SocialCard("Tool", "", (("+2%", "gain"),)), "Tool. +2% gain"),
        (SocialCard("Tool", "It works."), "Tool. It works"),
    ],
)
def test_card_says_what_it_has(card: SocialCard, label: str) -> None:
    assert card.label == label
