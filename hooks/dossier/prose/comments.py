"""Comments of the editors that people keep notes in, found in texts and hidden from every view.

HTML's comments are the parsers' own, but within a line, where some are printed, and in fields,
which no parser of HTML reads. The others are no Markdown, so that another engine prints them:
Obsidian's `%%…%%`, CriticMarkup's `{>>…<<}`, kramdown's `{::comment}…{:/comment}`, MDX's `{/*…*/}`,
Jinja's `{# … #}`, links that nobody uses, `[//]: # (…)`, and those of `comment_kinds`. Code is left
alone, and so is what a backslash stands before. Where the signs of a section do not pair, nobody
can tell what was meant to be seen: all is hidden from the first of them to the end of the last
section that has one. Headings say who may read what follows, so a comment holds one only if its
signs stand alone on their lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place, Problem, warning
from dossier.prose.comment_kinds import MAY_HOLD
from dossier.prose.markdown import HIDDEN

if TYPE_CHECKING:
    from dossier.prose.comment_signs import Sign

_MAY_HOLD = pattern(
    r"<!--|%%|\{>>|<<\}|\{/\*|\*/\}|\{#|#\}|\{::comment|\{:/|\]:[ \t]*<?[#>]|" + MAY_HOLD
)
_BOUNDARY = pattern(r"^ {0,3}(?:##(?!#)|#(?:[ \t]|$))", re.MULTILINE)
_SHOWN = pattern(r"[^\s]")
HTML = "<!--"
_HEADING_MARK = pattern(r"( {0,3}#{1,6})(?!#)")


@frozen
class Comment:
    """A comment in a body of prose."""

    start: int
    end: int
    """The same as `start` for a sign that is shown, though it may be one."""
    opener: str
    is_closed: bool = True


def may_hold(text: str) -> bool:
    """Return whether it takes a closer look to tell that a text has no comment."""
    return bool(_MAY_HOLD.search(text))


def find_comments(body: str) -> tuple[Comment, ...]:
    """Return the comments of a body of prose, in order."""
    if not may_hold(body):
        return ()
    from dossier.prose.comment_signs import read_signs  # noqa: PLC0415 - late: few texts need it

    signs, whole = read_signs(body)
    found = [*_paired_by_section(body, signs)]
    return _merged([*found, *(Comment(start, end, _opener(body, start)) for start, end in whole)])


def find_in_field(text: str) -> tuple[Comment, ...]:
    """Return the comments of a field's text, in order, those of HTML among them."""
    if not may_hold(text):
        return ()
    from dossier.prose.comment_signs import html_comments  # noqa: PLC0415 - as above

    html = (Comment(start, end, HTML, is_closed) for start, end, is_closed in html_comments(text))
    return _merged([*find_comments(text), *html])


def _opener(body: str, start: int) -> str:
    return HTML if body.startswith(HTML, start) else body[start : start + len("[//]:")]


def _merged(found: Sequence[Comment]) -> tuple[Comment, ...]:
    """Return comments in order. Of two that overlap, the first holds, to where both end."""
    merged: list[Comment] = []
    for comment in sorted(found, key=lambda c: (c.start, -c.end)):
        if not merged or comment.start >= merged[-1].end:
            merged.append(comment)
        elif comment.end > merged[-1].end:
            merged[-1] = replace(merged[-1], end=comment.end, is_closed=comment.is_closed)
    return tuple(merged)


def _paired_by_section(body: str, signs: Sequence[Sign]) -> Iterator[Comment]:
    boundaries = _boundaries(body, signs)
    groups = [
        (number, tuple(group))
        for number, group in groupby(signs, lambda sign: bisect_right(boundaries, sign.start))
    ]
    for number, group in groups:
        found = _paired(group)
        if found is None:
            begins = boundaries[number - 1] if number else 0
            last = groups[-1][0]
            end = boundaries[last] if last < len(boundaries) else len(body)
            first = group[0]
            start = first.start if first.opens else _after_line(body, begins, is_first=not number)
            yield Comment(start, end, first.text, is_closed=False)
            return
        yield from found
        for sign in group:
            if sign.is_doubtful and not any(c.start <= sign.start < c.end for c in found):
                yield Comment(sign.start, sign.start, sign.text, is_closed=False)


def _after_line(body: str, start: int, *, is_first: bool) -> int:
    """Return where a section's text begins, below its heading."""
    return start if is_first else (body.find("\n", start) + 1 or len(body))


def _boundaries(body: str, signs: Sequence[Sign]) -> list[int]:
    """Return where headings begin that are in no comment whose signs stand alone."""
    held: list[tuple[int, int]] = []
    opened: Sign | None = None
    for sign in signs:
        if not sign.is_alone:
            continue
        if opened and sign.closes(opened):
            held.append((opened.start, sign.start))
            opened = None
        elif opened is None and sign.opens:
            opened = sign
    starts = [start for start, _ in held]
    kept = []
    for found in _BOUNDARY.finditer(body):
        at = bisect_right(starts, found.start()) - 1
        if at < 0 or held[at][1] < found.start():
            kept.append(found.start())
    return kept


def _paired(signs: Sequence[Sign]) -> tuple[Comment, ...] | None:
    """Return the comments of a section, None if its signs do not pair.

    What may be a per cent sign counts only if the others do not pair without it.
    """
    sure = _in_pairs([sign for sign in signs if not sign.is_doubtful])
    if sure is None:
        return _in_pairs(signs)
    doubtful = [sign for sign in signs if sign.is_doubtful]
    is_within = any(c.start < sign.start < c.end for sign in doubtful for c in sure)
    return None if is_within and len(doubtful) % 2 == 0 else sure


def _in_pairs(signs: Sequence[Sign]) -> tuple[Comment, ...] | None:
    found: list[Comment] = []
    opened: Sign | None = None
    for sign in signs:
        if opened is None:
            if not sign.opens:
                return None
            opened = sign
        elif sign.closes(opened):
            found.append(Comment(opened.start, sign.end, opened.text))
            opened = None
    return None if opened else tuple(found)


def without(text: str, comments: Sequence[Comment]) -> str:
    """Return a field's text without its comments, and without what held them apart."""
    parts, position = [], 0
    for comment in comments:
        parts.append(text[position : comment.start])
        position = comment.end
    parts.append(text[position:])
    kept = parts[0]
    for part in parts[1:]:
        is_apart = kept[-1:].isspace() and part[:1].isspace()
        kept += part.lstrip(" ") if is_apart else part
    return kept.strip() if position else text


def told(where: Place, comment: Comment, *, is_field: bool) -> Problem | None:
    """Return what the author is told of a comment; of a whole one in HTML's signs, nothing."""
    opener = comment.opener
    if comment.is_closed:
        message = f"the comment that begins with `{opener}` is hidden from every view"
        hint = "write `<!-- … -->` for a comment; for these signs themselves put a backslash "
        hint += "before them, or code around"
        return None if opener == HTML else warning("comment-hidden", where, message, hint)
    if comment.start < comment.end:
        part, where_to = ("field", "in it") if is_field else ("section", "before the next heading")
        message = f"the comment that begins with `{opener}` is not closed in its {part}"
        hint = f"close it {where_to}; until then the rest of the {part} is hidden"
    else:
        message = f"`{opener}` is shown as it stands, and may begin a comment of another tool"
        hint = "take the comment out; for per cent write one sign, else put code around it"
    return Problem("comment-open", where, message, hint)


def hide(body: str, comments: tuple[Comment, ...]) -> str:
    """Return prose of the same length, with a sign that parsers drop for each of a comment."""
    if not comments:
        return body
    parts, position = [], 0
    for comment in comments:
        text = body[comment.start : comment.end]
        hidden = _SHOWN.sub(HIDDEN, text) if comment.is_closed else _but_headings(text)
        parts += [body[position : comment.start], hidden]
        position = comment.end
    text = "".join([*parts, body[position:]])
    # A line of nothing but comment is a blank one.
    lines = (line if line.strip(f"{HIDDEN} \t") else " " * len(line) for line in text.split("\n"))
    return "\n".join(lines)


def _but_headings(text: str) -> str:
    """Return hidden text in which headings without words still end the section before them."""
    first, *lines = text.split("\n")
    kept = [_SHOWN.sub(HIDDEN, first)]
    for line in lines:
        mark = _HEADING_MARK.match(line)
        shown = mark[1] if mark else ""
        kept.append(shown + " " * (len(line) - len(shown)))
    return "\n".join(kept)
