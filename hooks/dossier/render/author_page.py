"""The author's Markdown to Markdown with placeholders, so that MkDocs can render it in between."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from markupsafe import Markup

from dossier.model.document import Document
from dossier.model.library import PageEntry
from dossier.plain.patterns import pattern
from dossier.prose.inline_text import plain_text
from dossier.prose.markdown import HIDDEN, parse_page
from dossier.prose.scan import Reference, blocks, scan_page
from dossier.prose.source_map import SourceMap
from dossier.prose.targets import Scheme
from dossier.render.direction import turned
from dossier.render.page import (
    BLOCK_END,
    PLACEHOLDER_BEGIN,
    PLACEHOLDER_END,
    AuthorPage,
    block_placeholder,
    placeholder,
)
from dossier.render.preview import first_paragraph
from dossier.render.renderer import Renderer

_SIGNS = pattern(f"[{PLACEHOLDER_BEGIN}{PLACEHOLDER_END}{BLOCK_END}{HIDDEN}]")
_HOLE = pattern(
    f"<p>\\s*{PLACEHOLDER_BEGIN}([0-9]+){BLOCK_END}\\s*</p>|{PLACEHOLDER_BEGIN}([0-9]+)[{PLACEHOLDER_END}{BLOCK_END}]"
)
_FENCE = pattern(r"`{3}|~{3}")
_LEFT = pattern(r'(?:href|src)="((?:evidence|project|proof|figure):[^"]*)"')
_TAG = pattern(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", re.DOTALL)
_OPENED = pattern(r"<[a-zA-Z][^<>]*\smarkdown(?=[\s=>])")
_VERBATIM = pattern(r"<(?:code|pre|script|style|textarea)\b", re.IGNORECASE)
_MARKS = pattern(r"[\\`*_{}\[\]]")
_ANCHOR = pattern(r"\{[^{}\n]*#([\w:.-]+)[^{}\n]*\}")
_WORD_JOINER = "\N{WORD JOINER}"


def draw_author_page(renderer: Renderer, entry: PageEntry) -> AuthorPage:
    """Draw a page of the author's own."""
    renderer = renderer.on(entry.path)
    markdown, placeholders = with_placeholders(renderer, entry.source)
    page = entry.page
    known = page.model_dump(exclude_none=True, include={"subtitle", "icon", "status", "template"})
    for name in ("hide", "tags"):
        if values := getattr(page, name):
            known[name] = list(values)
    return AuthorPage(
        path=entry.path,
        title=page.title or "",
        description=page.description or first_paragraph(renderer, entry.source),
        markdown=markdown,
        placeholders=placeholders,
        meta=known,
        is_private=renderer.frame.is_private,
        in_nav=True,
    )


def with_placeholders(renderer: Renderer, source: Document) -> tuple[str, tuple[Markup, ...]]:
    """Return a page's Markdown with a placeholder for each reference and directive, and their text.

    In a heading a reference becomes plain text, because headings are also anchors and entries of
    the table of contents. Their anchors are taken from then on.
    """
    renderer.anchors.update(heading_anchors(source.body))
    text = _SIGNS.sub("", source.body)
    readable = _without_wrappers(text)
    fillings: list[Markup] = []
    cuts: list[tuple[int, int, str]] = []
    for mention in scan_page(readable):
        if mention.target and mention.start is not None and mention.end is not None:
            if mention.in_heading:
                replacement = _as_text(renderer, mention)
            else:
                fillings.append(_as_html(renderer, source, mention))
                replacement = placeholder(len(fillings) - 1)
            cuts.append((mention.start, mention.end, replacement))
    places = SourceMap(text)
    for block in blocks(parse_page(readable)):
        start, end = places.line_start(block.line), places.line_start(block.end) - 1
        fillings.append(renderer.directive(block.name, block.body))
        before = text[start : _FENCE.search(text, start).start()]  # type: ignore[union-attr]
        replacement = block_placeholder(len(fillings) - 1)
        if before.strip("> \t"):  # It begins on the line of its list item.
            start += len(before)
        else:
            replacement = f"{before.rstrip()}\n{before}{replacement}\n{before.rstrip()}"
        cuts.append((start, min(end, len(text)), replacement))
    parts, position = [], 0
    for start, end, replacement in sorted(cuts):
        if start >= position:
            parts += [text[position:start], replacement]
            position = end
    return "".join([*parts, text[position:]]), tuple(fillings)


def fill_placeholders(page: str, placeholders: tuple[Markup, ...]) -> str:
    """Return a page's HTML with its placeholders filled; blocks replace their paragraph.

    Text from right to left is told as such; what fills a placeholder has been already.
    """

    def filling(found: re.Match[str]) -> str:
        number = int(found[1] or found[2])
        return str(placeholders[number]) if number < len(placeholders) else ""

    # One pass: what fills a placeholder is never looked at again.
    return _HOLE.sub(filling, turned(page))


def unexpanded(page: str) -> tuple[str, ...]:
    """Return references that were left as links, because they stand where none was found."""
    return tuple(dict.fromkeys(found[1] for found in _LEFT.finditer(page)))


def heading_anchors(text: str) -> Iterator[str]:
    """Yield the anchors that MkDocs gives to the author's headings, so that ours differ."""
    for opening, inline in pairwise(parse_page(text)):
        if opening.type == "heading_open":
            title = plain_text(inline.children or (), lambda _, shown, __: shown)
            ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
            yield re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())
    yield from (found[1] for found in _ANCHOR.finditer(text))


def _without_wrappers(text: str) -> str:
    """Blank out the tags of `<div markdown>`, in which MkDocs reads Markdown and our parser HTML.

    A sign stays or becomes a word joiner, so that places hold.
    """
    wrappers = [
        token.map
        for token in parse_page(text)
        if token.type == "html_block"
        and token.map
        and _OPENED.search(token.content)
        and not _VERBATIM.search(token.content)
    ]
    lines = text.split("\n")
    for first, end in wrappers:
        tags = "\n".join(lines[first:end])
        lines[first:end] = _TAG.sub(_blank, tags).split("\n")
    return "\n".join(lines)


def _blank(tag: re.Match[str]) -> str:
    return re.sub(r"[^\n]", _WORD_JOINER, tag[0])


def _as_html(renderer: Renderer, source: Document, mention: Reference) -> Markup:
    assert mention.target is not None  # noqa: S101 - the caller's promise
    inner = renderer.inner(mention.content, source)
    return renderer.reference(mention.target, inner, mention.title)


def _as_text(renderer: Renderer, mention: Reference) -> str:
    assert mention.target is not None  # noqa: S101 - the caller's promise
    if mention.target.scheme is Scheme.EVIDENCE and mention.target.metric:
        return _literal(renderer.plain_reference(mention.target, "", mention.title))
    return _literal("".join(token.content for token in mention.content))


def _literal(text: str) -> str:
    """Write a text so that Markdown reads it as that text."""
    return _MARKS.sub(r"\\\g<0>", html.escape(text, quote=False))
