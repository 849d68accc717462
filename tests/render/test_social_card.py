"""Pictures of pages: what is drawn, what is left out, what fits."""

import io
import sys
from pathlib import Path

import pytest
from markupsafe import Markup
from PIL import Image, ImageChops

from dossier.render.page import Page, Preview, SocialCard
from dossier.render.social_card import (
    CARD_SIZE,
    FONTS,
    SANS,
    Painter,
    card_path,
    painter_of,
    social_cards,
    wrap,
)
from dossier.render.tokens import TOKENS
from dossier.templates import THEME, Templates
from tests.sites import write

FULL = SocialCard("qortex", "A graph that learns", (("+22%", "precision"), ("0.02\u00a0ms", "x")))
METRICS = (0, 440, 1200, 630)
"""Where metrics are."""


@pytest.fixture(name="painter", scope="module")
def make_painter() -> Painter:
    painter = painter_of(Templates(), "Ada")
    assert painter
    return painter


def page(name: str, card: SocialCard | None) -> Page:
    return Page(name, "T", "D", Markup(""), preview=Preview(card=card))


def picture(painter: Painter, card: SocialCard) -> Image.Image:
    image = Image.open(io.BytesIO(painter.draw(card)))
    image.load()
    return image


def same(one: Image.Image, other: Image.Image) -> bool:
    return ImageChops.difference(one, other).getbbox() is None


def test_card_is_a_png_of_the_size_that_networks_show(painter: Painter) -> None:
    image = picture(painter, FULL)
    assert (image.format, image.size, CARD_SIZE) == ("PNG", (1200, 630), (1200, 630))
    assert image.info == {}, "no date, no author"


def test_same_card_gives_the_same_bytes(painter: Painter) -> None:
    again = painter_of(Templates(), "Ada")
    assert again
    assert painter.draw(FULL) == again.draw(FULL)


@pytest.mark.parametrize(
    "other",
    [
        SocialCard("qortez", FULL.line, FULL.metrics),
        SocialCard(FULL.title, "A graph that yearns", FULL.metrics),
        SocialCard(FULL.title, FULL.line, (("+23%", "precision"), FULL.metrics[1])),
        SocialCard(FULL.title, FULL.line, (FULL.metrics[0], ("0.02\u00a0ms", "y"))),
    ],
    ids=["title", "line", "value", "label"],
)
def test_everything_on_a_card_is_drawn(painter: Painter, other: SocialCard) -> None:
    assert not same(picture(painter, FULL), picture(painter, other))


def test_name_of_the_site_stands_beside_other_titles_only(painter: Painter) -> None:
    head = (160, 60, 1200, 140)
    assert picture(painter, FULL).crop(head).getcolors(1) is None
    assert picture(painter, SocialCard("Ada", "")).crop(head).getcolors(1)


def test_metric_that_does_not_fit_whole_is_left_out(painter: Painter) -> None:
    """Cut, it could lose what must be said with it."""
    long = ("+1%", "precision " * 20)
    kept = picture(painter, SocialCard("q", "", (FULL.metrics[0],))).crop(METRICS)
    none = picture(painter, SocialCard("q", "")).crop(METRICS)
    assert same(picture(painter, SocialCard("q", "", (FULL.metrics[0], long))).crop(METRICS), kept)
    assert same(picture(painter, SocialCard("q", "", (("9" * 99, "x"),))).crop(METRICS), none)
    assert not same(kept, none)


@pytest.mark.parametrize("text", ["word " * 200, "x" * 100_000], ids=["words", "one word"])
def test_long_texts_stay_on_the_card(painter: Painter, text: str) -> None:
    image = picture(painter, SocialCard(text, text, (("1", "m"),)))
    margins = ((0, 10, 70, 630), (1130, 10, 1200, 630), (0, 436, 1200, 444), (0, 610, 1200, 630))
    assert [image.crop(box).getcolors(1) is None for box in margins] == [False] * 4


@pytest.mark.parametrize(
    ("text", "can"),
    [
        ("Ada – “é” 0.02\u00a0ms €", True),
        ("e\u0301", True),
        ("≤ 5, ≥ 3", True),
        ("漢字", False),
        ("שלום", False),
        ("🚀", False),
        ("Łukasz", False),
        ("\u202e", False),
    ],
)
def test_card_is_drawn_where_the_fonts_have_all_its_signs(
    painter: Painter, text: str, can: bool  # noqa: FBT001
) -> None:  # fmt: skip
    for card in (SocialCard(text, ""), SocialCard("", text), SocialCard("", "", (("1", text),))):
        assert painter.can_spell(card) is can
        drawn = dict(social_cards([page("a/b.md", card)], painter))
        assert list(drawn) == (["social/a/b.png"] if can else [])


def test_any_text_can_be_drawn_all_the_same(painter: Painter) -> None:
    for text in ("漢字 שלום \u202e 🚀", "\x00\x7f\u2028\ufeff\ud800", ""):
        assert picture(painter, SocialCard(text, text, ((text, text),))).size == CARD_SIZE


def test_page_without_a_card_has_no_picture(painter: Painter) -> None:
    assert list(social_cards([page("a.md", None)], painter)) == []


def test_picture_stands_where_no_page_and_no_asset_is() -> None:
    assert card_path("projects/a.md.md") == "social/projects/a.md.png"


def test_no_painter_without_pillow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    assert painter_of(Templates(), "Ada") is None


def test_no_painter_without_fonts_that_can_be_read(tmp_path: Path) -> None:
    write(tmp_path, {TOKENS: (THEME / TOKENS).read_text(encoding="utf-8")})
    templates = Templates(None, tmp_path)
    assert painter_of(templates, "Ada") is None
    write(tmp_path, {f"{FONTS}/{SANS}": b"no font"})
    assert painter_of(templates, "Ada") is None


@pytest.mark.parametrize(
    ("text", "width", "rows", "lines"),
    [
        ("", 200, 2, []),
        ("one two", 200, 2, ["one two"]),
        ("one two three", 60, 3, ["one", "two", "three"]),
        ("one two three", 60, 2, ["one", "two…"]),
        ("three", 30, 1, ["t…"]),
    ],
)
def test_text_is_wrapped_at_words(
    painter: Painter, text: str, width: int, rows: int, lines: list[str]
) -> None:
    assert wrap(text, painter.font(SANS, 20, 400), width, rows) == lines
