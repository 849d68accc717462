"""A social card to a picture of 1200 × 630: white paper, hairlines, one accent.

Drawn by Pillow with the site's own fonts, and without a request. Pillow is an optional part of the
installation: without it there is no painter, and pages have no picture.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dossier.render.page import AuthorPage, Page, SocialCard
from dossier.render.tokens import read_tokens
from dossier.templates import Templates

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

CARD_SIZE = (1200, 630)
"""What networks show without cutting, in pixels."""
SERIF, SANS = "source-serif-4-latin-wght-normal.woff2", "inter-latin-wght-normal.woff2"
FONTS = "assets/fonts"
"""Where they are, below the templates."""
_LEFT, _RIGHT, _GAP = 80, 1120, 48
_MAX_TEXT = 400
"""Characters of a text that are looked at; no more would fit."""
_ELLIPSIS = "…"
_NO_GLYPH = "\uffff"
_SPELLED = str.maketrans({"≤": "<=", "≥": ">="})
"""Signs of ours that the fonts do not have."""


def card_path(page: str) -> str:
    """Return where a page's card is in the site. No page and no asset is written there."""
    return f"social/{page.removesuffix('.md')}.png"


def painter_of(templates: Templates, site_name: str) -> Painter | None:
    """Return a painter, None without a Pillow that reads the fonts."""
    try:
        painter = Painter(templates, site_name, read_tokens(templates).colour)
        painter.font(SANS, 20, 400)
    except (ImportError, OSError):
        return None
    return painter


def social_cards(
    pages: Iterable[Page | AuthorPage], painter: Painter
) -> Iterator[tuple[str, bytes]]:
    """Yield the card of each page that has one, by its path in the site.

    A card with a sign that the fonts do not have is left out: boxes would say nothing.
    """
    for page in pages:
        card = page.preview.card
        if card and painter.can_spell(card):
            yield card_path(page.path), painter.draw(card)


@dataclass(frozen=True)
class Painter:
    """The templates' fonts, each read once."""

    templates: Templates
    site_name: str
    colour: Callable[[str], str]
    """The light scheme's, by name."""
    _known: dict[tuple[str, int, int], FreeTypeFont] = field(default_factory=dict)
    _spelled: dict[str, bool] = field(default_factory=dict)

    def font(self, name: str, size: int, weight: int) -> FreeTypeFont:
        """Return a font. Raises ImportError or OSError where it cannot be read."""
        from PIL import ImageFont  # noqa: PLC0415 - an optional dependency

        key = name, size, weight
        if key not in self._known:
            # The other engine depends on libraries of the machine.
            basic = ImageFont.Layout.BASIC
            font = ImageFont.truetype(
                self.templates.path(f"{FONTS}/{name}"), size, layout_engine=basic
            )
            font.set_variation_by_axes([weight])
            self._known[key] = font
        return self._known[key]

    def can_spell(self, card: SocialCard) -> bool:
        """Whether the fonts have every sign of a card."""
        texts = [self.site_name, card.title, card.line, *(part for m in card.metrics for part in m)]
        return all(self._has(sign) for text in texts for sign in _clean(text))

    def draw(self, card: SocialCard) -> bytes:
        """Return the picture as PNG; the same card gives the same bytes."""
        from PIL import Image, ImageDraw  # noqa: PLC0415 - an optional dependency

        image = Image.new("RGB", CARD_SIZE, self.colour("bg"))
        draw = ImageDraw.Draw(image)
        draw.rectangle((0, 0, CARD_SIZE[0], 7), fill=self.colour("accent"))
        image.paste(_mark(64, self.colour("bg"), self.colour("accent")), (_LEFT - 5, 68))
        if _clean(card.title) != _clean(self.site_name):
            own = self.font(SANS, 30, 500)
            name = wrap(_clean(self.site_name), own, _RIGHT - _LEFT - 78, 1)
            draw.text((_LEFT + 78, 100), "".join(name), self.colour("ink-2"), own, anchor="lm")
        metrics = self._fitting(card.metrics)
        self._draw_texts(draw, card, 2 if metrics else 4)
        if metrics:
            self._draw_metrics(draw, metrics)
        file = io.BytesIO()
        image.save(file, "PNG", compress_level=6)
        return file.getvalue()

    def _draw_texts(self, draw: ImageDraw, card: SocialCard, rows: int) -> None:
        width = _RIGHT - _LEFT
        title = _clean(card.title)
        size = 84 if self.font(SERIF, 84, 600).getlength(title) <= width else 60
        serif, sans = self.font(SERIF, size, 600), self.font(SANS, 34, 400)
        lines = wrap(title, serif, width, 2)
        y = 172
        for line in lines:
            draw.text((_LEFT - size // 24, y), line, self.colour("ink"), serif, anchor="la")
            y += round(size * 1.12)
        y += 26
        for line in wrap(_clean(card.line), sans, width, rows):
            draw.text((_LEFT, y), line, self.colour("ink-2"), sans, anchor="la")
            y += 46

    def _fitting(self, metrics: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        """Return the metrics that fit whole: one that is cut could lose what must be said."""
        width, serif, sans = _column(len(metrics)), *self._faces()
        return tuple(
            (value, label)
            for value, label in ((_clean(value), _clean(label)) for value, label in metrics)
            if wrap(value, serif, width, 1) == [value]
            and " ".join(wrap(label, sans, width, 2)) == label
        )

    def _draw_metrics(self, draw: ImageDraw, metrics: tuple[tuple[str, str], ...]) -> None:
        width, serif, sans = _column(len(metrics)), *self._faces()
        draw.line((_LEFT, 446, _RIGHT, 446), self.colour("line"), 2)
        for number, (value, label) in enumerate(metrics):
            x = _LEFT + number * (width + _GAP)
            if number:
                draw.line((x - _GAP // 2, 470, x - _GAP // 2, 594), self.colour("line"), 2)
            draw.text((x, 518), value, self.colour("accent"), serif, "ls")
            for row, line in enumerate(wrap(label, sans, width, 2)):
                draw.text((x, 558 + row * 31), line, self.colour("ink-3"), sans, anchor="ls")

    def _faces(self) -> tuple[FreeTypeFont, FreeTypeFont]:
        return self.font(SERIF, 56, 600), self.font(SANS, 24, 400)

    def _has(self, sign: str) -> bool:
        if sign.isspace():
            return True
        if sign not in self._spelled:
            fonts = [self.font(name, 20, 400) for name in (SERIF, SANS)]
            self._spelled[sign] = all(
                bytes(font.getmask(sign)) != bytes(font.getmask(_NO_GLYPH)) for font in fonts
            )
        return self._spelled[sign]


def wrap(text: str, font: FreeTypeFont, width: int, lines: int) -> list[str]:
    """Return a text in at most `lines` lines of a width in pixels, with an ellipsis where cut."""
    done: list[str] = []
    words = text.split(" ") if text else []
    while words and len(done) < lines:
        line = words.pop(0)
        while words and font.getlength(f"{line} {words[0]}") <= width:
            line = f"{line} {words.pop(0)}"
        done.append(_fit(line, font, width))
    if words:
        done[-1] = _fit(f"{done[-1].removesuffix(_ELLIPSIS)} {words[0]}", font, width, cut=True)
    return done


def _fit(line: str, font: FreeTypeFont, width: int, *, cut: bool = False) -> str:
    """Return a line that is no wider; with an ellipsis where it was cut, or is to be."""
    if not cut and font.getlength(line) <= width:
        return line
    while line and font.getlength(line + _ELLIPSIS) > width:
        line = line[:-1]
    return line.rstrip(" ,;:") + _ELLIPSIS


def _column(number: int) -> int:
    """Return the width of one of several columns, in pixels."""
    return (_RIGHT - _LEFT - _GAP * (number - 1)) // max(number, 1)


def _clean(text: str) -> str:
    """Return a text on one line, accents joined to their letters, no longer than could fit."""
    joined = unicodedata.normalize("NFC", text[:_MAX_TEXT]).translate(_SPELLED)
    # A no-break space holds value and unit together.
    return " ".join(part for part in joined.replace("\n", " ").split(" ") if part)


def _mark(size: int, paper: str, ink: str) -> Image:
    """Return the site's mark: a ring around a ball that is three quarters full."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - an optional dependency

    # Pillow draws no soft edges, so it is drawn larger and made smaller.
    scale = size * 4 / 24
    image = Image.new("RGB", (size * 4, size * 4), paper)
    draw = ImageDraw.Draw(image)

    def box(radius: float) -> tuple[float, float, float, float]:
        low, high = (12 - radius) * scale, (12 + radius) * scale
        return low, low, high, high

    draw.ellipse(box(10), fill=ink)
    draw.ellipse(box(8.2), fill=paper)
    draw.pieslice(box(6.4), -90, 180, fill=ink)
    return image.resize((size, size), Image.Resampling.LANCZOS)
