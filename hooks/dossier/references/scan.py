"""Prose to the references, links and directives in it, with places. Code is left alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it.token import Token

from dossier.references.directives import directive_name
from dossier.references.markdown import Places, inline_tokens, parse, parse_inline, parse_page
from dossier.references.targets import Target, parse_target


@dataclass(frozen=True, slots=True)
class Mention:
    """A link or image of a text: a reference if it has a target."""

    address: str
    target: Target | None
    content: tuple[Token, ...]
    """The tokens of the link's text; of an image, of its alternative text."""
    is_image: bool
    in_heading: bool
    line: int
    """Counted from 0."""
    start: int | None
    """Where it begins in the text, None if that cannot be told."""
    end: int | None
    title: str = ""
    """What a link has in quotation marks after its address."""

    @property
    def has_text(self) -> bool:
        """Whether there is anything to read between the brackets."""
        return any(token.content.strip() or token.type == "image" for token in self.content)


@dataclass(frozen=True, slots=True)
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
def scan_inline(text: str) -> tuple[Mention, ...]:
    """Return the mentions of a text field."""
    return tuple(_in_children(parse_inline(text))) if may_mention(text) else ()


@lru_cache(maxsize=8192)
def scan(text: str) -> tuple[Mention, ...]:
    """Return the mentions of a dossier's prose."""
    return tuple(_scan(text, parse(text)[0])) if may_mention(text) else ()


@lru_cache(maxsize=1024)
def scan_page(text: str) -> tuple[Mention, ...]:
    """Return the mentions of a free page."""
    return tuple(_scan(text, parse_page(text))) if may_mention(text) else ()


def blocks(tokens: tuple[Token, ...]) -> Iterator[Block]:
    """Yield the directives among block tokens."""
    for token in tokens:
        if token.type == "fence" and (name := directive_name(token.info)) and token.map:
            yield Block(name, token.content, token.map[0], token.map[1])


def _scan(text: str, tokens: tuple[Token, ...]) -> Iterator[Mention]:
    places = Places(text)
    for token, in_heading in inline_tokens(tokens):
        mentions = tuple(_in_children(tuple(token.children or ())))
        # A cell without a link cannot be taken for one with it, so it need not be found.
        columns = places.columns(token) if mentions else []
        for mention in mentions:
            line, start, end = places.line(token, 0), None, None
            if mention.start is not None and mention.end is not None:
                line = places.line(token, mention.start)
                start = places.offset(token, columns, mention.start)
                end = places.offset(token, columns, mention.end)
            yield Mention(
                mention.address,
                mention.target,
                mention.content,
                mention.is_image,
                in_heading,
                line,
                start,
                end,
                mention.title,
            )


def _in_children(children: tuple[Token, ...]) -> Iterator[Mention]:
    """Yield mentions whose `start` and `end` count from the inline text's beginning."""
    for number, token in enumerate(children):
        if token.type == "image":
            address = str(token.attrs.get("src", ""))
            content = tuple(token.children or ())
            start, end = token.meta.get("start"), token.meta.get("end")
            yield Mention(address, None, content, True, False, 0, start, end)  # noqa: FBT003
        elif token.type == "link_open":
            address = str(token.attrs.get("href", ""))
            content = tuple(link_content(children, number))
            start, end = token.meta.get("start"), token.meta.get("end")
            target, title = parse_target(address), link_title(token)
            yield Mention(address, target, content, False, False, 0, start, end, title)  # noqa: FBT003


def link_title(token: Token) -> str:
    """Return the title of a `link_open`, on one line."""
    return " ".join(str(token.attrs.get("title", "")).split())


def link_content(children: Sequence[Token], opening: int) -> Sequence[Token]:
    """Return the tokens between the `link_open` at `opening` and its close."""
    closing = opening + 1
    while children[closing].type != "link_close":
        closing += 1
    return children[opening + 1 : closing]
