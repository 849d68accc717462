"""Passages to what is read beside their text: what pictures show, titles, blocks of raw HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from dossier.plain.html_text import pointed_at, wholes
from dossier.prose.markdown import parse, parse_inline, parse_page
from dossier.prose.passages import Passage
from dossier.prose.scan import link_title
from dossier.prose.source_map import inline_tokens
from dossier.prose.statements import Statement, Way, plain
from dossier.prose.text_kind import kind_of

_SIGNS = ("<", "](", "![", "]:")
"""Of which one is in every text that has any."""


def asides(passage: Passage) -> Iterator[Statement]:
    """Yield it as statements. No reference is read there, and lines are all that is known."""
    if not any(sign in passage.text for sign in _SIGNS):
        return
    kind = kind_of(passage)
    if passage.path is not None:
        inline: list[tuple[int, Sequence[Token]]] = [(0, parse_inline(passage.text))]
        tokens: Sequence[Token] = ()
    else:
        tokens = parse_page(passage.text) if passage.is_page else parse(passage.text)[0]
        inline = [(_line(token), token.children or ()) for token, _ in inline_tokens(tokens)]
    found = [(line, text) for line, parts in inline for text in _pointed_at(parts)]
    inner = ((line, part) for line, parts in inline for part in parts)
    for line, part in inner:
        if part.type == "html_inline":
            found += ((line, text) for _, text in pointed_at(part.content))
    for token in tokens:
        if token.type == "html_block":
            found += ((_line(token) + line, text) for line, text in wholes(token.content))
    yield from (_statement(passage, kind, line, text) for line, text in found)


def beside(passage: Passage, text: str) -> Statement:
    """Return what a picture in a passage says, as a statement of the passage."""
    return _statement(passage, kind_of(passage), 0, text)


def _statement(passage: Passage, kind: str | None, line: int, text: str) -> Statement:
    nowhere = Way([0], [(None, None)])
    return Statement(passage, kind, text, plain(text), (), {}, (), nowhere, line)


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _pointed_at(tokens: Sequence[Token]) -> Iterator[str]:
    for number, token in enumerate(tokens):
        if token.type == "image":
            yield "".join(part.content for part in token.children or () if part.content)
        is_figure = token.type == "link_open" and tokens[number + 1].type == "link_close"
        if token.type in ("link_open", "image") and not is_figure:
            yield link_title(token)
