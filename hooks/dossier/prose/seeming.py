"""A text's blocks to what looks like a heading in it: what is one, and what is none.

How a line is written does not count: signs in other widths or escaped, signs more than a heading
may have, a line that is code because of its indent, the title of an admonition or of a container.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from unicodedata import normalize

from markdown_it.token import Token

from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.prose.directives import directive_name
from dossier.prose.markdown import shown_text

_UNSEEN = pattern("[\u00ad\u200b-\u200f\u2060\ufeff]")
_TAG = pattern(r"</?[a-z][\w-]*(?:\s[^<>]*)?>", re.IGNORECASE)
_TITLE_TAG = pattern(r"<(?:h[1-6]|details|summary|strong|b|em|i|mark|p|div)\b", re.IGNORECASE)
# After blanks, quotes and items: hash signs, a container's signs, or any sign twice and more.
_MARKED = pattern(
    r"(?:[ \t>+-]|\*(?!\*)|\d+[.)])*(?P<mark>#+|!!!|\?\?\?\+?|:::+|<|\[!|([^\w\s()\[\]\"'`<>])\2+)"
)
_CONTAINERS = ("!!!", "???", ":::", "===")
_CALLOUT = "[!"
_AROUND = " \t*_=~^+-#\"'"
_ESCAPE = pattern(r"\\(?=[^\w\s])")
_WORD = pattern(r"\w+")
_MOST = 5
"""How many words a line has that is a heading by its words alone."""
_ITEMS, _ITEM_ENDS = ("list_item_open", "dd_open"), ("list_item_close", "dd_close")
_EMPHASIS = ("strong", "em", "s")
_OPENINGS = [[f"{kind}_open"] for kind in _EMPHASIS]
_BREAKS = ("softbreak", "hardbreak")


class Look(Enum):
    """Why something looks like a heading."""

    HEADING = auto()
    """It is one, or a line of nothing but bold or other emphasis."""
    MARK = auto()
    """It is none, and begins with signs as one does, or is a container's title."""
    LABEL = auto()
    """It is a short paragraph by itself, or stands before a colon."""
    LINE = auto()
    """It is all that a line says, but for a colon, or a term that is defined."""
    RUN_IN = auto()
    """It is emphasized, and stands before a colon and the text that it heads."""
    ITEM = auto()
    """It is a label in a list, where many a plain word stands before a colon."""
    STRONG_ITEM = auto()
    """It is emphasized in a list, where many a plain word is."""


@frozen
class Seeming:
    """What looks like a heading."""

    line: int
    """Counted from 0."""
    title: str
    look: Look


def folded(text: str) -> str:
    """Return a text in plain width, without what cannot be seen."""
    return text if text.isascii() else _UNSEEN.sub("", normalize("NFKC", text))


def seeming_headings(tokens: Sequence[Token]) -> Iterator[Seeming]:
    """Yield what looks like a heading, in whatever way it is written; not what code is fenced."""
    in_list = 0
    for number, token in enumerate(tokens):
        first = (token.map or (0, 0))[0]
        in_list += (token.type in _ITEMS) - (token.type in _ITEM_ENDS)
        if token.type == "inline":
            yield from _in_block(tokens[number - 1], token, first, in_list=in_list > 0)
        elif token.type == "code_block":
            yield from _in_lines(token.content, first)
        elif token.type == "fence" and not directive_name(token.info):
            yield from _in_lines(f"::: {token.info}", first)
        elif token.type == "admonition_open":
            yield Seeming(first, token.meta["tag"], Look.MARK)


def _in_block(before: Token, token: Token, first: int, *, in_list: bool) -> Iterator[Seeming]:
    shown = shown_text(token)
    title = folded(shown).strip()
    if before.type == "admonition_title_open":
        yield Seeming(first, title, Look.MARK)
    elif before.type == "heading_open":
        yield Seeming(before.map[0] if before.map else first, title, Look.HEADING)
    elif before.type == "dt_open":
        yield Seeming(first, title, Look.LINE)
    elif before.type == "paragraph_open":
        yield from _in_lines(shown, first)
        kinds = _kinds(token.children or ())
        if _is_emphasized(kinds):
            yield Seeming(first, title, Look.STRONG_ITEM if in_list else Look.HEADING)
        elif "link_open" not in kinds[:1]:
            lead = title.partition(":")[0]
            is_sentence = "\n" in lead or lead.endswith((".", "!", "?"))
            if not is_sentence and len(_WORD.findall(lead)) <= _MOST:
                yield Seeming(first, lead, Look.ITEM if in_list else Look.LABEL)
        yield from _by_themselves(shown, token.children or (), first, in_list=in_list)


def _by_themselves(
    shown: str, children: Sequence[Token], first: int, *, in_list: bool
) -> Iterator[Seeming]:
    """Yield the lines of a paragraph that head what is below them, or what follows in them."""
    written, parts = shown.split("\n"), list(_lines_of(children))
    for number, (line, tokens) in enumerate(zip(written, parts, strict=False)):
        title, kinds = folded(line).strip(), _kinds(tokens)
        lead, colon, rest = title.partition(":")
        if len(_WORD.findall(lead)) > _MOST:
            continue
        # The last line of a paragraph that goes on heads nothing: it may be a sentence's last word.
        is_last = 0 < number == len(parts) - 1
        if _is_emphasized(kinds) and not rest.strip() and not is_last:
            yield Seeming(first + number, title, Look.STRONG_ITEM if in_list else Look.HEADING)
        elif number or in_list:
            continue
        elif rest.strip():
            yield from [Seeming(first, lead, Look.RUN_IN)] if kinds[:1] in _OPENINGS else []
        elif colon or (len(parts) == 1 and not lead.endswith((".", "!", "?"))):
            yield Seeming(first, lead, Look.LINE)


def _lines_of(children: Sequence[Token]) -> Iterator[list[Token]]:
    line: list[Token] = []
    for part in children:
        if part.type in _BREAKS:
            yield line
            line = []
        else:
            line.append(part)
    yield line


def _kinds(tokens: Sequence[Token]) -> list[str]:
    return [part.type for part in tokens if part.type != "text" or part.content]


def _is_emphasized(kinds: Sequence[str]) -> bool:
    return any(kinds[:1] == [f"{e}_open"] and f"{e}_close" in kinds[-2:] for e in _EMPHASIS)


def _in_lines(text: str, first: int) -> Iterator[Seeming]:
    for line, written in enumerate(text.split("\n"), start=first):
        for title in _marked_titles(_ESCAPE.sub("", folded(written))):
            yield Seeming(line, title, Look.MARK)


def _marked_titles(line: str) -> Iterator[str]:
    """Yield what a line says that begins with signs, in a container without its kind, too."""
    found = _MARKED.match(line)
    if found is None:
        return
    mark, rest = found["mark"], line[found.end() :]
    if mark == "<":
        if _TITLE_TAG.match(line, found.start("mark")):
            yield _TAG.sub(" ", line[found.start("mark") :]).strip()
        return
    if mark == _CALLOUT:
        kind, _, title = rest.partition("]")
        yield from (kind, title.strip(_AROUND))
        return
    yield rest.strip(_AROUND)
    if mark.startswith(_CONTAINERS):
        yield rest.strip().partition(" ")[2].strip(_AROUND)
        yield rest.partition('"')[2].strip(_AROUND)
