"""The one Markdown dialect of everything that can be shared, and places within it.

CommonMark with tables, footnotes, definition lists, task lists and admonitions. Raw HTML is text;
comments vanish. Each link token carries the place of its source in `meta`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, link
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

REFERENCE_SCHEMES = frozenset({"evidence", "project", "proof", "figure"})
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"}) | REFERENCE_SCHEMES
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")


def scheme_of(address: str) -> str:
    """Return the lower-case scheme of an address, empty for a relative one."""
    # Browsers skip control characters and blanks when they look for a scheme.
    found = _SCHEME.match(re.sub(r"[\x00-\x20\x7f-\xa0\u2028\u2029]", "", address))
    return found[1].lower() if found else ""


def is_safe(address: str) -> bool:
    """Return whether a link or image may have this address."""
    scheme = scheme_of(address)
    return scheme in SAFE_SCHEMES if scheme else not address.startswith("\\")


def _link_with_place(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - a rule's signature
    start, before = state.pos, len(state.tokens)
    if not link(state, silent):
        return False
    for token in state.tokens[before:]:
        if token.type == "link_open":
            token.meta = {"start": start, "end": state.pos}
            break
    return True


def _comment_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Drop a comment that begins a line, up to the end of the line that closes it."""
    position = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start) or not state.src.startswith("<!--", position):
        return False
    line = start
    while line < end and "-->" not in state.src[state.bMarks[line] : state.eMarks[line]]:
        line += 1
    last = state.src[state.bMarks[min(line, end - 1)] : state.eMarks[min(line, end - 1)]]
    if last.partition("-->")[2].strip():
        return False  # Text goes on after it: left to the inline rule.
    if not silent:
        state.line = min(line + 1, end)
    return True


def _comment_inline(state: StateInline, silent: bool) -> bool:  # noqa: ARG001, FBT001
    if not state.src.startswith("<!--", state.pos):
        return False
    end = state.src.find("-->", state.pos + 4)
    if end < 0:
        return False
    state.pos = end + 3
    return True


@cache
def parser() -> MarkdownIt:
    """Return the parser of what the core renders."""
    markdown = _parser("commonmark", html=False)
    markdown.block.ruler.before(
        "blockquote", "comment", _comment_block, {"alt": ["paragraph", "blockquote", "list"]}
    )
    markdown.inline.ruler.before("link", "comment", _comment_inline)
    return markdown


@cache
def page_parser() -> MarkdownIt:
    """Return the parser that finds references in the author's free pages. It never renders."""
    return _parser("commonmark", html=True)


def _parser(preset: str, *, html: bool) -> MarkdownIt:
    markdown = MarkdownIt(preset, {"html": html}).enable(["table", "strikethrough"])
    markdown.use(admon_plugin).use(deflist_plugin).use(tasklists_plugin)
    markdown.use(footnote_plugin, inline=False)
    markdown.inline.ruler.at("link", _link_with_place)
    markdown.validateLink = is_safe  # type: ignore[method-assign]
    return markdown


Parsed = tuple[tuple[Token, ...], dict[str, Any]]
"""Block tokens, and the environment that they are rendered with."""


@lru_cache(maxsize=8192)
def parse(text: str, name: str = "") -> Parsed:
    """Parse prose. `name` keeps the footnotes of several texts on one page apart."""
    environment: dict[str, Any] = {"docId": name} if name else {}
    return tuple(parser().parse(text, environment)), environment


@lru_cache(maxsize=65536)
def parse_inline(text: str) -> tuple[Token, ...]:
    """Parse a text field: one line of inline text."""
    return tuple(parser().parseInline(text, {})[0].children or ())


@lru_cache(maxsize=1024)
def parse_page(text: str) -> tuple[Token, ...]:
    """Parse a free page, to find what stands in it."""
    return tuple(page_parser().parse(text, {}))


class Places:
    """Turns positions in inline tokens into offsets in the text they came from."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._cursor: dict[int, int] = {}

    def line_start(self, line: int) -> int:
        """Return the offset at which a line begins."""
        return self._starts[line]

    def columns(self, token: Token) -> list[int | None]:
        """Return where each line of an inline token begins in its source line, None if lost.

        Call it once a token, in the order of the text: cells of one table row that read alike
        are told apart by what came before.
        """
        first = token.map[0] if token.map else 0
        found: list[int | None] = []
        for number, part in enumerate(token.content.split("\n"), start=first):
            source = self._lines[number] if number < len(self._lines) else ""
            column = source.find(part, self._cursor.get(number, 0))
            found.append(column if column >= 0 else None)
            if column >= 0:
                self._cursor[number] = column + len(part)
        return found

    def offset(self, token: Token, columns: list[int | None], position: int) -> int | None:
        """Return the offset in the text of a position in an inline token's content."""
        before = token.content[:position]
        line = before.count("\n")
        column = columns[line]
        if column is None:
            return None
        first = token.map[0] if token.map else 0
        return self._starts[first + line] + column + position - (before.rfind("\n") + 1)


def inline_tokens(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, bool]]:
    """Yield the inline tokens, and whether each is a heading's, in the order of the text."""
    in_heading = False
    found = []
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            in_heading = token.type == "heading_open"
        elif token.type == "inline":
            found.append((token, in_heading))
    # Footnotes come last as tokens, but not in the text.
    yield from sorted(found, key=lambda item: item[0].map or [0])
