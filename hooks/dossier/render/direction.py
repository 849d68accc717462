"""Text that is read from right to left: what in it is read from left to right is kept together.

Beside Arabic or Hebrew a browser moves the signs of a figure to its other side: `+22%` would be
read as `22%+`, `0.02 ms` as `ms 0.02`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token
from markupsafe import Markup

from dossier.plain.patterns import pattern
from dossier.render.page import PLACEHOLDER_BEGIN

_RTL = pattern(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_FIGURE = pattern(
    r"(?:(?<!\w)[+\-\u2212~<>\u2264\u2265\u2248\u00b1])?\d+(?:[.,]\d+)*(?:[\u2013-]\d+(?:[.,]\d+)*)?\+?"
    r"(?:[ \u00a0]?(?:[%\u2030\u00b0]|[A-Za-z\u00b5][A-Za-z/]*\b))?"
)
_BLOCK = pattern(r"<(p|li|td|th|dd|dt|h[1-6])((?: [^<>]*)?)>(.*?)(?=</\1>)", re.DOTALL)
_APART = pattern(
    f"(<(?:code|pre)\\b.*?</(?:code|pre)>|<[^<>]*>|&[#\\w]+;|{PLACEHOLDER_BEGIN}[0-9]+.)", re.DOTALL
)
"""What is no text in HTML: code, tags, signs by name, and what is still to be filled."""
BEGIN, END = '<bdi dir="ltr">', "</bdi>"


def is_rtl(text: str) -> bool:
    """Return whether some of a text is read from right to left."""
    # Most texts have no such letter, and are told by their signs' number alone.
    return not text.isascii() and bool(_RTL.search(text))


def with_figures_isolated(text: str) -> str:
    """Return plain text as HTML, each figure in it kept together."""
    parts, position = [], 0
    for found in _FIGURE.finditer(text):
        parts += [escapeHtml(text[position : found.start()]), BEGIN, escapeHtml(found[0]), END]
        position = found.end()
    return "".join([*parts, escapeHtml(text[position:])])


def isolated(text: str) -> str:
    """Return a line of plain text for a template, figures beside such text kept together."""
    if isinstance(text, Markup) or not is_rtl(text):
        return text
    return Markup(with_figures_isolated(text))  # noqa: S704 - escaped part by part


def turned(page: str) -> str:
    """Return a finished page, its blocks from right to left told as such, their figures kept."""
    return _BLOCK.sub(_turned_block, page) if is_rtl(page) else page


def _turned_block(found: re.Match[str]) -> str:
    tag, attributes, held = found.groups()
    if not is_rtl(re.sub(r"<[^<>]*>", "", held)):
        return found[0]
    parts = _APART.split(held)
    # Those at even places are text, which is escaped already.
    parts[::2] = [_FIGURE.sub(lambda figure: f"{BEGIN}{figure[0]}{END}", p) for p in parts[::2]]
    direction = "" if "dir=" in attributes else ' dir="auto"'
    return f"<{tag}{attributes}{direction}>{''.join(parts)}"


def with_directions(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield the tokens of blocks, those with text from right to left with their own direction."""
    held = list(tokens)
    for position, token in enumerate(held):
        if token.type == "inline" and is_rtl(token.content):
            # The paragraph of a short item is not written.
            places = range(position - 1, max(position - 3, -1), -1)
            place = next((n for n in places if held[n].nesting == 1 and not held[n].hidden), None)
            if place is not None:
                opening = held[place]
                held[place] = opening.copy(attrs={**opening.attrs, "dir": "auto"})
    yield from held
