"""The author's Markdown to Markdown with holes, so that MkDocs can render it in between."""

from __future__ import annotations

import re

from markupsafe import Markup

from dossier.references.markdown import Places, parse_page
from dossier.references.scan import Mention, blocks, scan_page
from dossier.references.targets import Scheme
from dossier.render.page import HOLE_BEGIN, HOLE_END, hole
from dossier.render.renderer import Renderer
from dossier.source import Source

_HOLE = re.compile(f"{HOLE_BEGIN}(\\d+){HOLE_END}")
_LEFT = re.compile(r'(?:href|src)="((?:evidence|project|proof|figure):[^"]*)"')
_BLOCK_HOLE = re.compile(f"<p>\\s*{HOLE_BEGIN}(\\d+){HOLE_END}\\s*</p>")


def dig(renderer: Renderer, source: Source) -> tuple[str, tuple[Markup, ...]]:
    """Return a page's Markdown with a hole for each reference and directive, and what fills them.

    In a heading a reference becomes plain text, because headings are also anchors and entries of
    the table of contents.
    """
    text = source.body.replace(HOLE_BEGIN, "").replace(HOLE_END, "")
    fillings: list[Markup] = []
    cuts: list[tuple[int, int, str]] = []
    for mention in scan_page(text):
        if mention.target and mention.start is not None and mention.end is not None:
            if mention.in_heading:
                replacement = _as_text(renderer, mention)
            else:
                fillings.append(_as_html(renderer, source, mention))
                replacement = hole(len(fillings) - 1)
            cuts.append((mention.start, mention.end, replacement))
    places = Places(text)
    for block in blocks(parse_page(text)):
        start, end = places.line_start(block.line), places.line_start(block.end) - 1
        indent = len(text[start:]) - len(text[start:].lstrip(" "))
        fillings.append(renderer.directive(block.name, block.body))
        cuts.append((start + indent, min(end, len(text)), hole(len(fillings) - 1)))
    parts, position = [], 0
    for start, end, replacement in sorted(cuts):
        if start >= position:
            parts += [text[position:start], replacement]
            position = end
    return "".join([*parts, text[position:]]), tuple(fillings)


def fill(html: str, holes: tuple[Markup, ...]) -> str:
    """Return a page's HTML with its holes filled. A hole alone in a paragraph takes its place."""

    def filling(found: re.Match[str]) -> str:
        number = int(found[1])
        return str(holes[number]) if number < len(holes) else ""

    return _HOLE.sub(filling, _BLOCK_HOLE.sub(filling, html))


def leftovers(html: str) -> tuple[str, ...]:
    """Return references that were left as links, because they stand where none was found."""
    return tuple(dict.fromkeys(found[1] for found in _LEFT.finditer(html)))


def _as_html(renderer: Renderer, source: Source, mention: Mention) -> Markup:
    assert mention.target is not None  # noqa: S101 - the caller's promise
    inner = renderer.inner(mention.content, source)
    return renderer.reference(mention.target, inner)


def _as_text(renderer: Renderer, mention: Mention) -> str:
    assert mention.target is not None  # noqa: S101 - the caller's promise
    if mention.target.scheme is Scheme.EVIDENCE and mention.target.metric:
        return renderer.plain(f"[]({mention.address})")
    return "".join(token.content for token in mention.content)
