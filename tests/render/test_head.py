"""What a page says in its head: titles, descriptions, link previews, facts, robots.txt."""

import json

import pytest
from markupsafe import Markup

from dossier.render.head import (
    MAX_DESCRIPTION,
    MAX_TITLE,
    PageHead,
    Published,
    clip,
    full_title,
    head_of,
    linked_data,
    robots_text,
)
from dossier.render.page import Page, Preview, SocialCard

SITE = "https://example.org/me/"
ADDRESS = f"{SITE}projects/q/"


def page(preview: Preview | None = None, *, description: str = "D", private: bool = False) -> Page:
    html, known = Markup(""), preview or Preview()
    return Page("projects/q x.md", "Q", description, html, is_private=private, preview=known)


def test_head_of_a_page_with_a_card_and_an_address() -> None:
    preview = Preview(
        "article", {"@type": "CreativeWork"}, SocialCard("Q", "A line.", (("1", "m"),))
    )
    site = Published("Ada", SITE, frozenset({"social/projects/q x.png"}))
    picture = f"{SITE}social/projects/q%20x.png"
    assert head_of(page(preview), "Q", ADDRESS, site) == PageHead(
        title="Q - Ada",
        description="D",
        canonical=ADDRESS,
        open_graph=(
            ("og:type", "article"),
            ("og:site_name", "Ada"),
            ("og:title", "Q"),
            ("og:description", "D"),
            ("og:url", ADDRESS),
            ("og:image", picture),
            ("og:image:type", "image/png"),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
            ("og:image:alt", "Q. A line. 1 m"),
        ),
        twitter=(
            ("twitter:card", "summary_large_image"),
            ("twitter:image", picture),
            ("twitter:image:alt", "Q. A line. 1 m"),
        ),
        facts=linked_data({"@type": "CreativeWork", "url": ADDRESS}),
    )


def test_without_an_address_nothing_relative_is_told() -> None:
    preview = Preview("article", {"@type": "CreativeWork"}, SocialCard("Q", "A line."))
    site = Published("Ada", "", frozenset({"social/projects/q x.png"}))
    assert head_of(page(preview), "Q", "", site) == PageHead(
        title="Q - Ada",
        description="D",
        open_graph=(
            ("og:type", "article"),
            ("og:site_name", "Ada"),
            ("og:title", "Q"),
            ("og:description", "D"),
        ),
        twitter=(("twitter:card", "summary"),),
        facts=Markup('{"@context": "https://schema.org", "@type": "CreativeWork"}'),
    )


@pytest.mark.parametrize("card", [None, SocialCard("Q", "")], ids=["no card", "not drawn"])
def test_page_without_a_picture_is_a_summary(card: SocialCard | None) -> None:
    head = head_of(page(Preview(card=card)), "Q", ADDRESS, Published("Ada", SITE))
    assert head.twitter == (("twitter:card", "summary"),)
    assert "og:image" not in dict(head.open_graph)
    assert head.facts == ""


def test_private_page_tells_nobody_anything() -> None:
    preview = Preview("article", {"@type": "CreativeWork"}, SocialCard("Q", "A line."))
    site = Published("Ada", SITE, frozenset({"social/projects/q x.png"}))
    assert head_of(page(preview, private=True), "Q", ADDRESS, site) == PageHead("Q - Ada", "D")


def test_page_about_a_person_is_previewed_under_the_name_of_the_site() -> None:
    head = head_of(page(Preview("profile")), "Portfolio", "", Published("Ada"))
    assert dict(head.open_graph)["og:title"] == "Portfolio - Ada"


def test_page_without_a_description_is_described_by_its_title() -> None:
    head = head_of(page(description=" "), "Q", "", Published("Ada"))
    assert (head.description, dict(head.open_graph)["og:description"]) == ("Q - Ada", "Q - Ada")


@pytest.mark.parametrize(
    ("title", "name", "shown"),
    [
        ("Q", "Ada", "Q - Ada"),
        ("Ada", "Ada", "Ada"),
        ("", "Ada", "Ada"),
        (" a\n b ", "Ada", "a b - Ada"),
        ("word " * 20, "Ada", f"{'word ' * 9}word… - Ada"),
        ("x" * 40, "n" * 60, f"{'x' * 19}… - {'n' * 60}"),
    ],
)
def test_title_names_page_and_site_once(title: str, name: str, shown: str) -> None:
    assert full_title(title, name) == shown
    assert len(shown) <= max(MAX_TITLE, 20 + 3 + len(name))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("  a \n\t b ", "a b"),
        ("abcde fghi", "abcde fghi"),
        ("abcde fghij", "abcde…"),
        ("abcdefghi jk", "abcdefghi…"),
        ("abcdefghijklm", "abcdefghi…"),
        ("abcd, efghijk", "abcd…"),
    ],
)
def test_text_is_cut_after_a_word(text: str, shown: str) -> None:
    assert clip(text, 10) == shown


def test_description_is_as_long_as_it_is_shown() -> None:
    head = head_of(page(description="word " * 99), "Q", "", Published("Ada"))
    assert MAX_DESCRIPTION - 5 <= len(head.description) <= MAX_DESCRIPTION


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        "<!-- <script>",
        "]]>",
        "--!>",
        "&lt;",
        '"\\\u2028\u2029\x00',
        "🚀 é",
    ],
)
def test_facts_stay_what_they_are_and_end_nothing(text: str) -> None:
    written = linked_data({"name": text, text: [text]})
    assert json.loads(written) == {"@context": "https://schema.org", "name": text, text: [text]}
    assert written.isascii()
    assert not set("<>&\x00") & set(written)


@pytest.mark.parametrize(
    ("url", "is_public", "text"),
    [
        (SITE, True, f"User-agent: *\nAllow: /\n\nSitemap: {SITE}sitemap.xml\n"),
        ("", True, "User-agent: *\nAllow: /\n"),
        (SITE, False, "User-agent: *\nDisallow: /\n"),
    ],
)
def test_robots_are_told_where_to_look(url: str, is_public: bool, text: str) -> None:  # noqa: FBT001
    assert robots_text(url, is_public=is_public) == text
