"""Markdown to its headings and what stands below them, lines as they are written.

A heading is Markdown's, or a line in bold or capitals that is named like a known one. What stands
in code, in comments or in lists starts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markdown_it.token import Token

from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.prose.markdown import parse

_BOLD_LINE = pattern(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1\s*:?\s*")
_NUMBER = pattern(
    r"^(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4}|[a-z])[.):]\s+|(?:section|part|step)\s+\d+\s*[:.)-]\s*"
    r"|\d{1,2}(?:\.\d{1,2})*\s+(?=[^\W\d]))",
    re.IGNORECASE,
)
_EDGES = pattern(r"^[^\w(\[#]+|[\s:?!.,;\u2013\u2014*_-]+$")
_NUMBERS = 5
"""How many numbers may stand before a heading; a long line begins with thousands."""
_BOLD_LEVEL = 7


@frozen
class Heading:
    """A heading, and the lines below it up to the next one."""

    level: int
    """1 to 6; 7 for a bold line; 0 for what stands before the first heading."""
    title: str
    """As it is written."""
    line: int
    """Its first line, counted from 0."""
    start: int
    """The first line below it."""
    end: int
    """The first line of the next heading."""


def fold_title(title: str) -> str:
    """Return a heading in lower case without numbers, signs and marks at its ends."""
    text = " ".join(re.sub(r"\*+|`+|(?<!\w)_+|_+(?!\w)", "", title).split())
    text = re.sub(r"\s*\{[^{}]*\}$", "", text)
    for _ in range(_NUMBERS):
        text = _NUMBER.sub("", _EDGES.sub("", text))
    return text.replace("\u2019", "'").casefold()


def headings(text: str, is_known: Callable[[str], bool], *, plain: bool = False) -> list[Heading]:
    """Return the headings of a text; the first one stands for what comes before them.

    `is_known` tells of the words of a bold line whether it is a heading; with `plain`, of any line
    that begins a paragraph, as in text copied out of a page.
    """
    lines = text.split("\n")
    found = [(0, "", 0, 0), *_found(parse(text)[0], is_known, plain=plain)]
    ends = [line for _, _, line, _ in found[1:]] + [len(lines)]
    return [
        Heading(level, title, line, start, end)
        for (level, title, line, start), end in zip(found, ends, strict=True)
    ]


def _found(
    tokens: tuple[Token, ...], is_known: Callable[[str], bool], *, plain: bool
) -> Iterator[tuple[int, str, int, int]]:
    for position, token in enumerate(tokens):
        if token.level or not token.map:
            continue
        first, end = token.map
        inline = tokens[position + 1] if position + 1 < len(tokens) else None
        written = inline.content.strip() if inline is not None else ""
        if token.type == "heading_open":
            yield int(token.tag[1]), " ".join(written.split()), first, end
        elif token.type == "paragraph_open":
            line = written.split("\n")[0].strip()
            bold = _BOLD_LINE.fullmatch(line)
            is_loud = line.isupper() or (line.endswith(":") and "\n" not in written)
            is_named = is_loud or (plain and line[:1].isupper())
            named = bold[2] if bold else line if is_named else ""
            if named and is_known(named):
                yield _BOLD_LEVEL, named.strip(), first, first + 1


def code_lines(text: str) -> set[int]:
    """Return the lines, counted from 0, that stand in code or begin with raw HTML."""
    kinds = ("fence", "code_block")
    return {
        line
        for token in parse(text)[0]
        if token.type in kinds and token.map
        for line in range(*token.map)
    }
