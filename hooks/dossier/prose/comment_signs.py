"""Prose to the signs with which comments begin and end, those in code left out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from markdown_it.token import Token

from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.prose.comment_kinds import CLOSERS, OPENERS, STRAY, WHOLE
from dossier.prose.markdown import parse
from dossier.prose.source_map import SourceMap, inline_tokens

_SIGN = pattern(
    r"\\[!-/:-@\[-`{-~]|(?P<html><!--)|(?P<percent>%%+)"
    rf"|{OPENERS}|{STRAY}|{WHOLE}"
    r"|(?P<opener>\{>>|\{/\*|\{\#-?(?=\s)|\{::comment\b[^}\n]{0,200}(?<!/)\})"
    r"|(?P<closer><<\}|\*/\}|(?<=\s)-?\#\}|\{:/(?:comment)?\})"
    r"|^[ \t>]*(?P<link>\[(?://|comment|_|#)?\]:[ \t]*(?:#|<>|<#>)[ \t]*(?P<quote>[(\"']).*)$",
    re.MULTILINE,
)
_CLOSERS = {"{>": "<<}", "{/": "*/}", "{#": "#}", "{:": "{:/"}
"""What ends a comment, by the first two signs of what begins it."""
_BLANK_LINE = pattern(r"\n[ \t]*(?=\n)")
_PER_CENT = pattern(r"(?:^|[^\w.,]|[^\x00-\x7f])\d{1,3}(?:[.,]\d{1,3})?[ \u00a0\u202f]?$")
"""What stands before a per cent sign. A number of four digits is a year."""
_AFTER_PER_CENT = pattern(r"[\s.,;:!?)\]]|$")
_LONGEST_NUMBER = 12
_LONGEST_ADDRESS = 300
_BEFORE_BLOCK = " \t>*+-"
_LINE_END = pattern(r"[ \t]*(?:\n|\Z)")
_DEEPEST = 40
"""Blanks and marks of quotes and lists before a sign that begins its line, at most."""
_WORD = pattern(r"\w")
_MAY_BE_CODE = pattern(r"[`\t]|~~~| {4}")
"""A cheap look: without any of these a text need not be parsed to know that it has no code."""


@frozen
class Sign:
    """A sign with which a comment may begin or end."""

    start: int
    end: int
    text: str
    opens: bool
    is_alone: bool
    """Whether nothing else stands on its line."""
    is_doubtful: bool
    """Whether it may be a per cent sign, or part of an address."""
    kind: int = -1
    """Which of `KINDS` it is of, or none."""

    def closes(self, opener: Sign) -> bool:
        """Whether a comment that began with another sign ends here."""
        if self.kind >= 0 or opener.kind >= 0:
            return not self.opens and self.kind == opener.kind
        if opener.text.startswith("%"):
            return self.text.startswith("%")
        return not self.opens and self.text.startswith(_CLOSERS[opener.text[:2]])


def read_signs(body: str) -> tuple[tuple[Sign, ...], tuple[tuple[int, int], ...]]:
    """Return the signs of prose, and where what is a whole comment stands.

    Those are links that are notes, and HTML's comments within a line: a parser drops these from a
    sentence, but prints what stands in a title or in the description of an image.
    """
    prose = _Prose(body)
    signs: list[Sign] = []
    whole = []
    position = 0
    while found := _SIGN.search(body, position):
        start, position = found.span()
        if code := prose.code_around(found.end("link") if found["link"] else start):
            position = max(code, start + 1)
        elif found["html"]:
            position = prose.after_html_comment(start)
            if position > start + len("<!--") and not prose.begins_line(start):
                whole.append((start, position))
        elif found["link"]:
            position = prose.after_link(found)
            whole.append((found.start("link"), position))
        elif name := found["whole"] or found["hashes"]:
            whole.append((position - len(name), position))
        elif found["percent"]:
            signs += prose.per_cents(start, position)
        elif found["opener"] or found["closer"]:
            signs.append(prose.sign(start, position, opens=bool(found["opener"])))
        elif found.lastgroup:
            signs += prose.delimiters(found.lastgroup, start, position)
            position = signs[-1].end
    return tuple(signs), tuple(whole)


def html_comments(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where HTML's comments stand in a text that no HTML parser reads, and if each ends."""
    prose = _Prose(text)
    position = 0
    while (start := text.find("<!--", position)) >= 0:
        if code := prose.code_around(start):
            position = max(code, start + 1)
            continue
        end = text.find("-->", start + len("<!"))
        position = len(text) if end < 0 else end + len("-->")
        yield start, position, end >= 0


@frozen
class _Prose:
    """Prose that is looked up in many places. Not slotted: what is made of it late is kept."""

    body: str

    @cached_property
    def _code(self) -> tuple[list[int], list[int]]:
        spans = sorted(_code(self.body))
        return [start for start, _ in spans], list(accumulate((end for _, end in spans), max))

    @cached_property
    def _blank_lines(self) -> list[int]:
        return [found.start() for found in _BLANK_LINE.finditer(self.body)]

    @cached_property
    def _html_ends(self) -> list[int]:
        return [found.end() for found in re.finditer("-->", self.body)]

    def code_around(self, place: int) -> int:
        """Return the end of the code that a place is in, 0 if it is in none."""
        starts, ends = self._code
        at = bisect_right(starts, place) - 1
        return ends[at] if at >= 0 and ends[at] > place else 0

    def after_html_comment(self, start: int) -> int:
        """Return where an HTML comment ends; behind its first sign if it is none."""
        begun = start + len("<!--")
        # `<!-->` is a whole one to every parser.
        at = bisect_left(self._html_ends, start + len("<!-->"))
        if at == len(self._html_ends):
            return begun
        end = self._html_ends[at]
        blank = bisect_left(self._blank_lines, start)
        is_cut = blank < len(self._blank_lines) and self._blank_lines[blank] < end
        return begun if is_cut and not self.begins_line(start) else end

    @cached_property
    def _ends(self) -> dict[int, list[tuple[int, int]]]:
        return {}

    def end_of(self, kind: int, place: int) -> tuple[int, int] | None:
        """Return where the sign stands that ends a comment of a kind which has begun."""
        if kind not in self._ends:
            self._ends[kind] = [found.span() for found in CLOSERS[kind].finditer(self.body)]
        ends = self._ends[kind]
        at = bisect_left(ends, (place, 0))
        return ends[at] if at < len(ends) else None

    def delimiters(self, group: str, start: int, end: int) -> Iterator[Sign]:
        """Yield a sign of one of `KINDS`, and that which ends its comment, wherever it stands."""
        kind, opens = int(group[1:]), group.startswith("k")
        yield self.sign(self.after_mark(start), end, opens=opens, kind=kind)
        if opens and (closing := self.end_of(kind, end)):
            yield self.sign(self.after_mark(closing[0]), closing[1], opens=False, kind=kind)

    def after_mark(self, place: int) -> int:
        """Return where a sign begins whose pattern takes in the marks before it on its line."""
        while self.body[place] in " \t>":
            place += 1
        return place

    def begins_line(self, place: int) -> bool:
        """Whether a line begins at a place."""
        return place == 0 or self.body[place - 1] == "\n"

    def after_link(self, found: re.Match[str]) -> int:
        """Return where a link that is a note ends: its title may go on below."""
        quote = ")" if found["quote"] == "(" else found["quote"]
        if quote in self.body[found.end("quote") : found.end()]:
            return found.end()
        blank = bisect_left(self._blank_lines, found.end())
        limit = self._blank_lines[blank] if blank < len(self._blank_lines) else len(self.body)
        end = self.body.find(quote, found.end(), limit)
        return end + 1 if end >= 0 else found.end()

    def per_cents(self, start: int, end: int) -> Iterator[Sign]:
        """Yield the signs of a row of `%`: two for each, whatever is left with the last."""
        before = self._before(start, _LONGEST_NUMBER)
        is_number = _PER_CENT.search(before) and _AFTER_PER_CENT.match(self.body, end)
        is_doubtful = bool(is_number) or self._is_in_query(start)
        cuts = [*range(start, end - 1, 2)]
        for first, last in zip(cuts, [*cuts[1:], end], strict=True):
            yield self.sign(first, last, opens=True, is_doubtful=is_doubtful)

    def _is_in_query(self, place: int) -> bool:
        """Whether a place is in a value of an address: `https://a.example/?q=%%…`."""
        before = self._before(place, _LONGEST_ADDRESS)
        word = before.split()[-1] if before[-1:].strip() else ""
        query = word.partition("://")[2]
        return query.endswith("=") or "=%%" in query

    def sign(
        self, start: int, end: int, *, opens: bool, is_doubtful: bool = False, kind: int = -1
    ) -> Sign:
        """Return a sign with what stands around it."""
        _, line_end, before = self._before(start, _DEEPEST).rpartition("\n")
        begins = (line_end or start <= _DEEPEST) and not before.strip(_BEFORE_BLOCK)
        is_alone = bool(begins and _LINE_END.match(self.body, end))
        return Sign(start, end, self.body[start:end], opens, is_alone, is_doubtful, kind)

    def _before(self, place: int, length: int) -> str:
        return self.body[max(0, place - length) : place]


def _code(body: str) -> Iterator[tuple[int, int]]:
    """Yield where code stands, as the parser has it.

    Not what another engine may take for text: a fence that is never closed, and what is indented
    below anything but a plain paragraph (content tabs, footnotes, lists of another indent).
    """
    if not _MAY_BE_CODE.search(body):
        return
    tokens = parse(body)[0]
    inline = [token for token, _ in inline_tokens(tokens)]
    source = SourceMap(body, inline)
    lines = body.split("\n")
    for number, token in enumerate(tokens):
        if token.map and _is_shelter(tokens, number, lines):
            first, end = token.map
            last = source.line_start(end) if end < len(lines) else len(body)
            yield source.line_start(first), last
    for token in inline:
        for part in token.children or ():
            if part.type == "code_inline" and "start" in part.meta:
                begin = source.offset(token, part.meta["start"])
                final = source.offset(token, part.meta["end"] - 1)
                if begin is not None and final is not None and body[begin] == body[final] == "`":
                    yield begin, final + 1


def _is_shelter(tokens: Sequence[Token], number: int, lines: Sequence[str]) -> bool:
    token = tokens[number]
    if token.type == "fence" and token.map:
        closing = lines[token.map[1] - 1].strip(" \t>")
        is_closed = token.map[1] - 1 > token.map[0] and not closing.strip(token.markup[0])
        return is_closed and len(closing) >= len(token.markup)
    if token.type != "code_block" or token.level or not number:
        return False
    before = tokens[number - 1]
    if before.type == "heading_close":
        return True
    above = tokens[number - 2]
    return before.type == "paragraph_close" and all(
        _WORD.match(line) for line in above.content.split("\n")
    )
