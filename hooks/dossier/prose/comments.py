"""Comments of the editors that people keep notes in, found in prose and hidden from every view.

HTML's comments are the parsers' own. These are no Markdown, so that another engine prints them:
Obsidian's `%%…%%`, CriticMarkup's `{>>…<<}`, kramdown's `{::comment}…{:/comment}`, and links that
nobody uses, `[//]: # (…)`. Code is left alone, and so is what a backslash stands before. A comment
ends with its section at the latest: one that is never closed must not swallow a heading, which says
who may read what follows.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

HIDDEN = "\ue003"
"""What stands for each sign of a comment, so that places hold. Parsers drop it."""
_CLOSERS = {"%%": "%%", "{>>": "<<}", "{::comment}": "{:/"}
_OPENING = re.compile(
    r"(?P<skip>\\.|(?P<code>(?<!`)`+(?!`)))"
    r"|(?P<opener>(?<![\w/=&?%#-])%%(?!%)|(?<=[A-Za-z])%%(?!%)|\{>>|\{::comment\})"
    r"|^(?P<link> {0,3}\[(?://|comment|_|#)?\]:[ \t]*(?:#|<>|<#>)[ \t]*[(\"'].*)$",
    re.MULTILINE,
)
_MAY_HOLD = re.compile(r"%%|\{>>|\{::comment\}|\]:[ \t]*<?[#>]")
_BOUNDARY = re.compile(r"^ {0,3}#{1,2}(?:[ \t]|$)|^ {0,3}(?:=+|-+)[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})")
_SHOWN = re.compile(r"[^\s]")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in a body of prose."""

    start: int
    end: int
    opener: str
    is_closed: bool = True


def find_comments(body: str) -> tuple[Comment, ...]:
    """Return the comments of a body of prose, in order."""
    return tuple(_find(body)) if _MAY_HOLD.search(body) else ()


def _find(body: str) -> Iterator[Comment]:
    code = tuple(_fenced(body))
    ends = _Ends(body)
    position = 0
    while found := _OPENING.search(body, position):
        start = found.start()
        number = bisect_right(code, start, key=lambda block: block[0]) - 1
        if number >= 0 and start < code[number][1]:
            position = code[number][1]
        elif found["code"]:
            position = _after_code(body, found)
        elif found["skip"]:
            position = found.end()
        elif found["link"]:
            yield Comment(start, found.end(), found["link"].strip()[: len("[//]:")])
            position = found.end()
        else:
            comment = _closed(ends, start, found["opener"])
            if comment:
                yield comment
            position = comment.end if comment else found.end()


def _after_code(body: str, found: re.Match[str]) -> int:
    """Return where code within a line ends, or its first sign if it is none."""
    paragraph = body.find("\n\n", found.end())
    run = re.escape(found["code"])
    close = re.compile(rf"(?<!`){run}(?!`)").search(
        body, found.end(), paragraph if paragraph >= 0 else len(body)
    )
    return close.end() if close else found.end()


class _Ends:
    """Where comments may end, each looked up once: a text may open any number of them."""

    def __init__(self, body: str) -> None:
        self.body = body
        found = (found.start() for found in _BOUNDARY.finditer(body) if _ends(body, found))
        self._sections = [*found, len(body)]
        self._closers: dict[str, int] = {}

    def section(self, position: int) -> int:
        """Return where the section ends that a position stands in."""
        return self._sections[bisect_left(self._sections, position)]

    def closer(self, opener: str, position: int) -> int:
        """Return where the next sign stands that closes a comment; the text's end for none."""
        known = self._closers.get(opener, -1)
        if known < position:
            found = self.body.find(_CLOSERS[opener], position)
            known = self._closers[opener] = found if found >= 0 else len(self.body)
        return known


def _closed(ends: _Ends, start: int, opener: str) -> Comment | None:
    """Return a comment to its end; nothing if that is missing and it may be something else."""
    inner = start + len(opener)
    limit = ends.section(inner)
    end = ends.closer(opener, inner) + len(_CLOSERS[opener])
    if end <= limit:
        if opener == "{::comment}":
            end = ends.body.find("}", end) + 1 or limit
        return Comment(start, end, opener)
    begins = start == 0 or ends.body[start - 1].isspace()
    return Comment(start, limit, opener, is_closed=False) if begins else None


def _ends(body: str, boundary: re.Match[str]) -> bool:
    """Whether a heading is there: a row of hyphens is one only below a text."""
    if "#" in boundary[0]:
        return True
    end = max(boundary.start() - 1, 0)
    return bool(body[body.rfind("\n", 0, end) + 1 : end].strip())


def _fenced(body: str) -> Iterator[tuple[int, int]]:
    """Yield where fenced and indented code stands."""
    lines = body.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    number = 0
    while number < len(lines):
        fence = _FENCE.match(lines[number])
        is_indented = lines[number].startswith(("    ", "\t")) and (
            number == 0 or not lines[number - 1].strip()
        )
        first = number
        if fence:
            closing = re.compile(rf"^[ \t>]*{re.escape(fence[1])}{fence[1][0]}*[ \t]*$")
            after = range(number + 1, len(lines))
            number = next((n for n in after if closing.match(lines[n])), len(lines) - 1)
        elif is_indented:
            while number + 1 < len(lines) and lines[number + 1].startswith(("    ", "\t")):
                number += 1
        if fence or is_indented:
            yield starts[first], starts[number + 1]
        number += 1


def hide(body: str, comments: tuple[Comment, ...]) -> str:
    """Return prose of the same length, with a sign that parsers drop for each of a comment."""
    if not comments:
        return body
    parts, position = [], 0
    for comment in comments:
        parts += [
            body[position : comment.start],
            _SHOWN.sub(HIDDEN, body[comment.start : comment.end]),
        ]
        position = comment.end
    text = "".join([*parts, body[position:]])
    # A line of nothing but comment is a blank one.
    lines = (line if line.strip(f"{HIDDEN} \t") else " " * len(line) for line in text.split("\n"))
    return "\n".join(lines)
