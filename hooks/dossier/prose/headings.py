"""A dossier's prose to the places where its sections begin, as two parsers agree on them.

A heading stands on the top level of the prose, both to the parser that renders dossiers and to an
editor's preview. Whatever else could pass for one, in code, comments, lists, quotes or misspelt,
is found too, with the reason why it is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dossier.model.section_guide import SECTIONS
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.prose.markdown import core_parser, parse

ALIASES = {section.name: section.aliases for section in SECTIONS}
"""The known sections, each with the other headings it goes by."""
NAMES = {alias: name for name, others in ALIASES.items() for alias in (name, *others)}
"""Each name of a known section to the section."""

NEAR = {
    "motivation": "why",
    "my motivation": "why",
    "reasons": "why",
    "company overview": "context",
    "about them": "context",
    "requirements": "proof-points",
    "requirement match": "proof-points",
    "evidence": "proof-points",
    "proof": "proof-points",
    "weaknesses": "gaps",
    "risks": "gaps",
    "interview prep": "questions",
    "interview preparation": "questions",
    "q&a": "questions",
    "cover letter draft": "letter",
    "draft letter": "letter",
    "opening lines": "hooks",
    "resume tailoring": "emphasis",
}
"""Headings that are none of a known section, and the section that is meant."""

_HEADING = pattern(r" {0,3}#{1,2}(?:[ \t]|$)")
_UNDERLINE = pattern(r"\s*(?:-+|=+)\s*")
_ODD_LINE_ENDS = pattern(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# What takes a parser to tell headings: HTML, fences, escapes and odd characters anywhere, and lines
# that are underlines or headings in lists and quotes.
_UNPLAIN = "<\\\t\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_FENCES = ("```", "~~~")
_UNPLAIN_LINE = pattern(r"\W*[-=]\W*$|[^A-Za-z#]+#|\s*[:~]")
_PLAIN_HEADING = pattern(r"#{1,2} [^\s#](?:.*[^\s#])?")
# What a person may take for a heading: with odd blanks, without any, in HTML.
_BLANK = r"[\s\u00ad\u200b-\u200f\u2060\ufeff]"
_SEEMING = pattern(
    rf"{_BLANK}*(?:##(?!#)|#(?:{_BLANK}|$|(?:{'|'.join(map(re.escape, NAMES))})\b)|<h[12]\b)",
    re.IGNORECASE,
)
_IN_CODE = (
    "stands in a code block or comment",
    "indent it by four spaces, or close the block before it",
)
_NESTED = (
    "is none on the top level of the page",
    "write `## Title` on a line of its own, outside of lists, quotes, HTML and other blocks",
)


@frozen
class Heading:
    """A heading, or what could pass for one."""

    line: int
    """The heading's first line, counted from 0."""
    end: int
    """The first line after the heading."""
    title: str
    hidden: tuple[str, str] | None = None
    """Why it can start no section but a private one, and the cure."""
    level: int = 2


def find_headings(lines: list[str]) -> list[Heading] | int:
    """Return the headings of prose, or the line of a block that is never closed."""
    return _plain_headings(lines) or _read_headings(lines)


def _plain_headings(lines: list[str]) -> list[Heading] | None:
    """Return the headings of prose that needs no parser to be sure of them, else None.

    Without code fences, HTML and underlines, `## ` at the beginning of a line is a heading on the
    top level, whatever stands around it.
    """
    whole = "\n".join(lines)
    if any(sign in whole for sign in (*_UNPLAIN, *_FENCES)):
        return None
    if any(map(_UNPLAIN_LINE.match, lines)):
        return None
    seeming = [number for number, line in enumerate(lines) if _SEEMING.match(line)]
    if not all(_PLAIN_HEADING.fullmatch(lines[number]) for number in seeming):
        return None
    return [
        Heading(n, n + 1, lines[n].lstrip("#").strip(), level=_level(lines[n])) for n in seeming
    ]


def _level(line: str) -> int:
    return 2 if line.startswith("##") else 1


def _read_headings(lines: list[str]) -> list[Heading] | int:
    """Return the headings that two parsers see, or the line of a block that is never closed."""
    # The last line ends too, so that a code block's content tells whether it is closed.
    whole = "\n".join(lines).removesuffix("\n") + "\n"
    # What stands within lines tells of comments that go on, and which footnotes are shown.
    is_plain = "<!--" not in whole and "[^" not in whole
    core = _blocks(whole) if is_plain else parse(whole)[0]
    readings = (core, _preview(whole, is_plain=is_plain))
    opened = [line for tokens in readings for line in _open_blocks(tokens, whole)]
    return min(opened) if opened else _headings(lines, readings)


@lru_cache(maxsize=1024)
def _blocks(text: str) -> tuple[Token, ...]:
    return tuple(_block_parser().parse(text, {}))


@cache
def _block_parser() -> MarkdownIt:
    return core_parser().disable(["inline", "github-tasklists"])


@lru_cache(maxsize=1024)
def _preview(text: str, *, is_plain: bool) -> tuple[Token, ...]:
    """Parse prose as an editor does that knows HTML and tables and no other extension.

    Of plain prose what stands within lines is left out.
    """
    return tuple(_preview_parser(is_plain=is_plain).parse(text))


@cache
def _preview_parser(*, is_plain: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    return parser.disable("inline") if is_plain else parser


def _open_blocks(tokens: Iterable[Token], whole: str) -> Iterator[int]:
    """Yield the lines of code blocks and comments that are opened and not closed."""
    lines = whole.count("\n")
    for token in tokens:
        first, end = token.map or (0, 0)
        if token.type == "fence" and end >= lines:
            if token.content.count("\n") != end - first - 2:
                yield first
        elif token.type == "html_block":
            if token.content.rfind("<!--") > token.content.rfind("-->"):
                yield first
        elif token.type == "inline":
            # A comment ends with its paragraph: what its author hides beyond is plain to see.
            shown = any(
                "<!--" in part.content for part in token.children or () if part.type == "text"
            )
            found = re.search(r"(?<!\\)<!--", token.content)
            if shown and found:
                yield first + token.content.count("\n", 0, found.start())


def _headings(lines: list[str], readings: Sequence[Sequence[Token]]) -> list[Heading]:
    """Return all headings of level one and two, and all that could pass for one."""
    core, preview = (set(_parsed(tokens)) for tokens in readings)
    real = {heading for heading in core & preview if not heading.hidden}
    covered = {line for heading in real for line in range(heading.line, heading.end)}
    found = {heading.line: heading for heading in real}
    for heading in sorted((core | preview) - real, key=lambda heading: heading.line):
        hidden = replace(heading, end=heading.line + 1, hidden=_NESTED)
        found.setdefault(heading.line, hidden)
    for line, why in _seeming(lines, readings):
        if line not in covered:
            title = lines[line].strip().strip("#").strip()
            found.setdefault(line, Heading(line, line + 1, title, why))
    return [found[line] for line in sorted(found)]


def _parsed(tokens: Sequence[Token]) -> Iterator[Heading]:
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and token.tag in ("h1", "h2") and token.map:
            title = " ".join(part.strip() for part in inline.content.split("\n"))
            first, end = token.map
            yield Heading(first, end, title, _NESTED if token.level else None, int(token.tag[1]))


def _seeming(
    lines: list[str], readings: Sequence[Sequence[Token]]
) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield the lines that look like headings, right or wrong."""
    paragraphs = {
        line: token.map[0]
        for tokens in readings
        for token in tokens
        if token.type == "inline" and token.map
        for line in range(*token.map)
    }
    for number, line in enumerate(lines):
        if number not in paragraphs:
            if _HEADING.match(line):
                yield number, _IN_CODE
        elif any(_SEEMING.match(part) for part in _ODD_LINE_ENDS.split(line)):
            # A comment that is cut in two hides nothing any more: it goes with the heading.
            first = paragraphs[number]
            yield first if "<!--" in "".join(lines[first:number]) else number, _NESTED
        before = number - 1
        if before in paragraphs and _UNDERLINE.fullmatch(line):
            goes_on = paragraphs.get(number) == paragraphs[before]
            # A line that a list or quote takes in though it does not look like a part of it.
            lazy = paragraphs[before] < before and lines[before][:1] not in (" ", "\t", ">")
            if goes_on or lazy:
                yield before, _NESTED
