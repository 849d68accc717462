"""Prose to the references, links and directives in it, with places. Code is left alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from markdown_it.token import Token

from dossier.plain.forgetful import kept
from dossier.plain.frozen import frozen
from dossier.prose.directives import directive_name
from dossier.prose.markdown import parse, parse_inline, parse_page
from dossier.prose.source_map import SourceMap, inline_tokens
from dossier.prose.targets import Target, parse_target


@frozen
class Reference:
    """A link or image of a text: a reference if it has a target."""

    address: str
    target: Target | None
    content: tuple[Token, ...]
    """The tokens of the link's text; of an image, of its alternative text."""
    is_image: bool
    in_heading: bool
    span: tuple[int, int] | None
    """Where it is written in its inline token, None if that cannot be told."""
    token: Token | None = None
    """The inline token it stands in; None in a text field, which is one."""
    places: SourceMap | None = None
    """Of the text that the token is part of."""
    title: str = ""
    """What a link has in quotation marks after its address."""

    @property
    def line(self) -> int:
        """The line it begins in, counted from 0."""
        if self.token is None or self.places is None:
            return 0
        return self.places.line(self.token, self.span[0] if self.span else 0)

    @property
    def start(self) -> int | None:
        """Where it begins in the text, None if that cannot be told."""
        return self._offset(0)

    @property
    def end(self) -> int | None:
        """The first character after it, None if that cannot be told."""
        return self._offset(1)

    def _offset(self, end: int) -> int | None:
        if self.span is None or self.token is None or self.places is None:
            return self.span[end] if self.span else None
        return self.places.offset(self.token, self.span[end])

    @property
    def has_text(self) -> bool:
        """Whether there is anything to read between the brackets."""
        return any(token.content.strip() or token.type == "image" for token in self.content)


@frozen
class Block:
    """A fenced block with a directive's name."""

    name: str
    body: str
    line: int
    """The line of the opening fence, counted from 0."""
    end: int
    """The first line after the block."""


def may_mention(text: str) -> bool:
    """Return whether a text can hold a link at all: a cheap test before parsing."""
    return "](" in text or "][" in text or "]:" in text or ("<" in text and ":" in text)


@lru_cache(maxsize=65536)
def scan_inline(text: str) -> tuple[Reference, ...]:
    """Return the mentions of a text field."""
    return tuple(_in_children(parse_inline(text))) if may_mention(text) else ()


@kept(most=8192)
def scan(text: str) -> tuple[Reference, ...]:
    """Return the mentions of a dossier's prose."""
    return tuple(_scan(text, parse(text)[0])) if may_mention(text) else ()


@kept(most=1024)
def scan_page(text: str) -> tuple[Reference, ...]:
    """Return the mentions of a free page."""
    return tuple(_scan(text, parse_page(text))) if may_mention(text) else ()


def forget(texts: Collection[str]) -> None:
    """Let go of what was made of prose that is no more."""
    for made in (parse, parse_page, scan, scan_page):
        made.forget(texts)


def blocks(tokens: tuple[Token, ...]) -> Iterator[Block]:
    """Yield the directives among block tokens."""
    for token in tokens:
        if token.type == "fence" and (name := directive_name(token.info)) and token.map:
            yield Block(name, token.content, token.map[0], token.map[1])


def _scan(text: str, tokens: tuple[Token, ...]) -> Iterator[Reference]:
    found = tuple(inline_tokens(tokens))
    places = SourceMap(text, [token for token, _ in found])
    for token, in_heading in found:
        yield from _in_children(token.children or (), token, places, in_heading=in_heading)


def _in_children(
    children: Sequence[Token],
    inline: Token | None = None,
    places: SourceMap | None = None,
    *,
    in_heading: bool = False,
) -> Iterator[Reference]:
    for number, token in enumerate(children):
        if token.type not in ("image", "link_open"):
            continue
        start, end = token.meta.get("start"), token.meta.get("end")
        span = None if start is None or end is None else (start, end)
        is_image = token.type == "image"
        address = str(token.attrs.get("src" if is_image else "href", ""))
        content = tuple(token.children or () if is_image else link_content(children, number))
        target = None if is_image else parse_target(address)
        title = "" if is_image else link_title(token)
        yield Reference(address, target, content, is_image, in_heading, span, inline, places, title)


def link_title(token: Token) -> str:
    """Return the title of a `link_open`, on one line."""
    return " ".join(str(token.attrs.get("title", "")).split())


def link_content(children: Sequence[Token], opening: int) -> Sequence[Token]:
    """Return the tokens between the `link_open` at `opening` and its close."""
    closing = opening + 1
    while children[closing].type != "link_close":
        closing += 1
    return children[opening + 1 : closing]
