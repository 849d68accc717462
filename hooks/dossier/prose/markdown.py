"""The one Markdown dialect of everything that can be shared, and places within it.

CommonMark with tables, footnotes, definition lists, task lists and admonitions. Raw HTML is text;
comments vanish. Each link and image token carries the place of its source in `meta`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, cast

from markdown_it import MarkdownIt
from markdown_it.common import normalize_url
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, backtick, image, link
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from dossier.plain.addresses import split_address
from dossier.plain.forgetful import kept
from dossier.plain.patterns import pattern
from dossier.plain.userinfo import has_userinfo
from dossier.prose.task_lists import task_lists

HIDDEN = "\ue003"
"""What stands for each sign of another tool's comment, so that places hold. Parsers drop it."""
REFERENCE_SCHEMES = frozenset({"evidence", "project", "proof", "figure"})
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"}) | REFERENCE_SCHEMES
_InlineRule = Callable[[StateInline, bool], bool]
_PLAIN_REFERENCE = pattern(rf"(?:{'|'.join(sorted(REFERENCE_SCHEMES))}):[a-z0-9/#.-]*")
_SCHEME = pattern(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_NOTHING = cast("dict[str, Any]", MappingProxyType({}))
"""What is every token's that has nothing of the kind, so that nobody can put something in it."""


def scheme_of(address: str) -> str:
    """Return the lower-case scheme of an address, empty for a relative one."""
    # Browsers skip control characters and blanks when they look for a scheme.
    found = _SCHEME.match(re.sub(r"[\x00-\x20\x7f-\xa0\u2028\u2029]", "", address))
    return found[1].lower() if found else ""


def is_safe(address: str) -> bool:
    """Return whether a link or image may have this address."""
    if _PLAIN_REFERENCE.fullmatch(address):
        return True
    scheme = scheme_of(address)
    if has_userinfo(address) or split_address(address) is None:
        return False
    return scheme in SAFE_SCHEMES if scheme else not address.startswith("\\")


def _normalized(address: str) -> str:
    """Return an address as markdown-it has it; what is a plain reference, or none, is itself."""
    is_itself = _PLAIN_REFERENCE.fullmatch(address) or split_address(address) is None
    return address if is_itself else normalize_url.normalizeLink(address)


def _with_place(rule: _InlineRule, kind: str) -> _InlineRule:
    """Return a rule that also notes where each token of a kind is written."""

    def placed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - a rule's signature
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        for token in state.tokens[before:]:
            if token.type == kind:
                token.meta = {"start": start, "end": state.pos}
                break
        return True

    return placed


def _keep_written(state: StateCore) -> None:
    """Keep inline texts as written: task lists cut off their boxes."""
    for token in state.tokens:
        if token.type == "inline":
            token.meta["written"] = token.content


def _drop_hidden(state: StateCore) -> None:
    """Drop what stands for the comments of other tools."""
    if HIDDEN not in state.src:
        return
    for token in state.tokens:
        # An inline token keeps its text as it is written: places are found by it.
        for part in (token.children or ()) if token.type == "inline" else (token,):
            part.content = part.content.replace(HIDDEN, "")
            part.attrs = {
                name: value.replace(HIDDEN, "") if isinstance(value, str) else value
                for name, value in part.attrs.items()
            }


def _comment_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Drop comments that begin a line, whatever stands in them. Text after them is a paragraph."""
    begin = closed = state.bMarks[start] + state.tShift[start]
    limit = state.eMarks[end - 1]
    while state.src.startswith("<!--", closed):
        found = state.src.find("-->", closed + 2, limit)
        closed = limit if found < 0 else found + 3
        while closed < limit and state.src[closed] in " \t":
            closed += 1
    if closed == begin or state.is_code_block(start):
        return False
    line = start
    while state.eMarks[line] < closed:
        line += 1
    rest = state.src[closed : state.eMarks[line]].strip()
    if rest and line == start:
        return False  # Nothing but inline text: left to the inline rule.
    if not silent:
        state.line = line + 1
        if rest:
            state.push("paragraph_open", "p", 1).map = [line, line + 1]
            token = state.push("inline", "", 0)
            token.content, token.map, token.children = rest, [line, line + 1], []
            state.push("paragraph_close", "p", -1)
    return True


def _comment_inline(state: StateInline, silent: bool) -> bool:  # noqa: ARG001, FBT001
    if not state.src.startswith("<!--", state.pos):
        return False
    end = state.src.find("-->", state.pos + 2)
    if end < 0:
        return False
    state.pos = end + 3
    return True


@cache
def parser() -> MarkdownIt:
    """Return the parser of what the core renders."""
    return core_parser()


def core_parser() -> MarkdownIt:
    """Return a new one: rules may be taken from it."""
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
    markdown.use(admon_plugin).use(deflist_plugin).use(task_lists)
    markdown.use(footnote_plugin, inline=False)
    markdown.core.ruler.before("github-tasklists", "written", _keep_written)
    markdown.core.ruler.push("hidden", _drop_hidden)
    markdown.inline.ruler.at("backticks", _with_place(backtick, "code_inline"))
    markdown.inline.ruler.at("link", _with_place(link, "link_open"))
    markdown.inline.ruler.at("image", _with_place(image, "image"))
    markdown.validateLink = is_safe  # type: ignore[method-assign, assignment]
    markdown.normalizeLink = _normalized  # type: ignore[method-assign, assignment]
    return markdown


Parsed = tuple[tuple[Token, ...], dict[str, Any]]
"""Block tokens, and the environment that they are rendered with."""


@kept(most=8192)
def parse(text: str) -> Parsed:
    """Parse prose."""
    environment: dict[str, Any] = {}
    return _slim(parser().parse(text, environment)), environment


@lru_cache(maxsize=65536)
def parse_inline(text: str) -> tuple[Token, ...]:
    """Parse a text field: one line of inline text."""
    return _slim(parser().parseInline(text, {})[0].children or ())


@kept(most=1024)
def parse_page(text: str) -> tuple[Token, ...]:
    """Parse a free page, to find what stands in it."""
    return _slim(page_parser().parse(text, {}))


def shown_text(token: Token) -> str:
    """Return what a block says outside of code and HTML, its lines as they are."""
    parts = ((part.type, part.content) for part in token.children or ())
    breaks = ("softbreak", "hardbreak")
    return "".join(text if kind == "text" else "\n" * (kind in breaks) for kind, text in parts)


def _slim(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return tokens that share what they have not: most have neither attributes nor notes."""
    for token in tokens:
        token.attrs = token.attrs or _NOTHING
        token.meta = token.meta or _NOTHING
        if token.children:
            _slim(token.children)
    return tuple(tokens)
