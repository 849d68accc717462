"""Passages to statements: what a reader sees of a paragraph, an item or a table's row.

Every character knows where it stands in the source. Code, addresses and comments are left out;
figures that are written by reference, and those that are marked, leave a sign in their place.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from markdown_it.token import Token

from dossier.plain.frozen import changing
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place
from dossier.prose.markdown import parse, parse_inline, parse_page
from dossier.prose.passages import Passage
from dossier.prose.scan import link_content, link_title
from dossier.prose.source_map import SourceMap, inline_tokens, written
from dossier.prose.tables import heads_of_rows, surroundings
from dossier.prose.targets import Scheme, Target, parse_target
from dossier.prose.text_kind import kind_of

CODE, WRITTEN, MARKED = "\ue100", "\ue101", "\ue102"
"""What stands for code, for a figure written by reference, and for one marked `figure:`."""
CELL = " \ue103 "
"""What stands between the cells of a row."""
_MARKUP = pattern(r"[^\w ,.;:()/%+'\"-]|_|^\s|\s$")
"""A sign that may mean something in a line of Markdown."""
_MAY_CHANGE = pattern(rf"[^\x00-\x7f{CODE}{WRITTEN}{MARKED}{CELL.strip()}]")
"""A sign that plain text may have another for: most texts have our own signs alone."""
_NOT_ASCII = pattern(r"[^\x00-\x7f]")
_SAME = str.maketrans(
    {
        **dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\t\n", " "),
        **dict.fromkeys("\N{FIGURE SPACE}\N{HAIR SPACE}\N{EN SPACE}\N{EM SPACE}", " "),
        **dict.fromkeys(
            "\N{MINUS SIGN}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{SMALL HYPHEN-MINUS}", "-"
        ),
        **dict.fromkeys("\N{EM DASH}\N{HORIZONTAL BAR}\N{FIGURE DASH}", "\N{EN DASH}"),
        **dict.fromkeys("\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}", "'"),
        **dict.fromkeys("\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}", '"'),
        **dict.fromkeys(
            "\N{FULLWIDTH PERCENT SIGN}\N{ARABIC PERCENT SIGN}\N{SMALL PERCENT SIGN}", "%"
        ),
        **dict.fromkeys("\N{FULLWIDTH PLUS SIGN}", "+"),
        **dict.fromkeys("\N{FULLWIDTH FULL STOP}\N{ARABIC DECIMAL SEPARATOR}", "."),
        **dict.fromkeys("\N{FULLWIDTH COMMA}\N{ARABIC THOUSANDS SEPARATOR}", ","),
        **dict.fromkeys("\N{MULTIPLICATION SIGN}", "x"),
        "\N{ALMOST EQUAL TO}": "~",
    }
)


@changing
class Statement:
    """A piece of text that is read as a whole."""

    passage: Passage
    kind: str | None
    """What its passage is, see `kind_of`."""
    raw: str
    """What is read, as it is written."""
    text: str
    """The same, one sign for each: other digits, blanks and dashes as plain ones."""
    written: tuple[tuple[int, Target], ...]
    """The figures written by reference: where their signs stand, and what they name."""
    titled: Mapping[int, str]
    """The titles of those of them that have one, by position."""
    cited: tuple[tuple[int, Target], ...]
    """What is cited in words, or linked: where the words begin, and what they name."""
    way: Way
    """From the places of what is read to those in the passage's text."""
    line: int = 0
    """Counted from 0 in the passage."""
    in_heading: bool = False
    in_quote: bool = False
    """Whether it stands in a block quotation."""
    heading: str = ""
    """The heading that it stands under within its passage; empty for none."""
    columns: tuple[str, ...] = ()
    """What stands above the cells of a table's row."""

    def locate(self, start: int, end: int) -> Place:
        """Return the place of a part of the text."""
        passage = self.passage
        if passage.path is not None:
            return passage.source.locate_in(passage.path, self.raw[start:end].strip())
        offset = self.offset(start)
        if offset is None:
            return passage.locate_line(self.line)
        return passage.source.locate_in_body(passage.offset + offset)

    def column(self, place: int) -> str:
        """Return what stands above the cell that a place of the text is in; empty for nothing."""
        cell = self.text.count(CELL, 0, place)
        return self.columns[cell] if cell < len(self.columns) else ""

    def offset(self, index: int) -> int | None:
        """Return where a character stands in the passage's text, None if that is lost."""
        return self.way.offset(index)


@changing
class Way:
    """From what is read back to what was written, run by run."""

    starts: list[int] = field(default_factory=list)
    """Where each run begins in what is read."""
    runs: list[tuple[int | None, Token | None]] = field(default_factory=list)
    """Where its first sign stands in its inline token, None if that is lost; no token: a field."""
    places: SourceMap | None = None

    def offset(self, index: int) -> int | None:
        """Return where a sign of what is read stands in the text, None if that is lost."""
        number = bisect_right(self.starts, index) - 1
        first, token = self.runs[number]
        if first is None:
            return None
        position = first + index - self.starts[number]
        if token is None or self.places is None:
            return position
        return self.places.offset(token, position)


def statements(passage: Passage) -> Iterator[Statement]:
    """Yield the statements of a passage, in the order of the text."""
    kind = kind_of(passage)
    if passage.path is not None:
        text = passage.text
        if _MARKUP.search(text):
            reader = _Reader(Way())
            reader.read(text, parse_inline(text), None)
            yield reader.statement(passage, kind)
        else:
            yield _as_written(passage, kind)
        return
    tokens = parse_page(passage.text) if passage.is_page else parse(passage.text)[0]
    found = list(inline_tokens(tokens))
    places = SourceMap(passage.text, [token for token, _ in found])
    around, heads = surroundings(tokens), heads_of_rows(tokens)
    rows: dict[int, tuple[_Reader, Token, str]] = {}
    heading = ""
    for token, in_heading in found:
        row, in_quote = around.get(id(token), (None, False))
        reader = _Reader(Way(places=places))
        if row is not None:
            if row in rows:
                reader = rows[row][0]
                reader.add(CELL, None, token)
            else:
                rows[row] = reader, token, heading
        reader.read(written(token), token.children or (), token)
        if row is None:
            line = token.map[0] if token.map else 0
            heading = token.content if in_heading else heading
            yield reader.statement(
                passage, kind, line, in_heading=in_heading, in_quote=in_quote, heading=heading
            )
    for row, (reader, token, heading) in rows.items():
        line = token.map[0] if token.map else 0
        in_quote = around[id(token)][1]
        read = reader.statement(passage, kind, line, in_quote=in_quote, heading=heading)
        if row in heads:
            read.columns = tuple(rows[heads[row]][0].text.split(CELL))
        yield read


_AS_WRITTEN = Way([0], [(0, None)])


def _as_written(passage: Passage, kind: str | None) -> Statement:
    """Return a passage without Markdown as a statement: nearly all fields are such."""
    return Statement(passage, kind, passage.text, plain(passage.text), (), {}, (), _AS_WRITTEN)


def plain(raw: str) -> str:
    """Return a text with plain digits, blanks and dashes, as long as it is."""
    if raw.isascii() or not _MAY_CHANGE.search(raw):
        return raw.replace("\t", " ").replace("\n", " ")
    text = raw.translate(_SAME)
    return text if text.isascii() else _NOT_ASCII.sub(lambda found: _digit(found[0]), text)


def _digit(sign: str) -> str:
    value = unicodedata.digit(sign, None)
    return sign if value is None else str(value)


class _Reader:
    """Reads inline tokens, and finds each again in what was written."""

    def __init__(self, way: Way) -> None:
        self._way = way
        self._parts: list[str] = []
        self._length = 0
        self._written: list[tuple[int, Target]] = []
        self._titled: dict[int, str] = {}
        self._cited: list[tuple[int, Target]] = []
        self._text, self._cursor = "", 0
        self._token: Token | None = None

    def statement(  # noqa: PLR0913 - what surrounds a text is told of it
        self,
        passage: Passage,
        kind: str | None,
        line: int = 0,
        *,
        in_heading: bool = False,
        in_quote: bool = False,
        heading: str = "",
    ) -> Statement:
        """Return what was read."""
        raw = "".join(self._parts)
        return Statement(
            passage,
            kind,
            raw,
            plain(raw),
            tuple(self._written),
            self._titled,
            tuple(self._cited),
            self._way,
            line,
            in_heading,
            in_quote,
            heading,
        )

    @property
    def text(self) -> str:
        """What was read, with plain digits, blanks and dashes."""
        return plain("".join(self._parts))

    def add(self, text: str, start: int | None, token: Token | None) -> None:
        """Append a text that is written at `start` of its inline token, if that is known."""
        self._way.starts.append(self._length)
        self._way.runs.append((start, token))
        self._parts.append(text)
        self._length += len(text)

    def read(self, written: str, tokens: Sequence[Token], token: Token | None) -> None:
        """Append what is read of the children of an inline token."""
        self._text, self._cursor, self._token = written, 0, token
        self._read(tokens)

    def _read(self, tokens: Sequence[Token]) -> None:
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if token.type == "text":
                self._plain(token.content)
            elif token.type == "link_open":
                content = link_content(tokens, position)
                self._link(token, content)
                position += len(content) + 1
            elif token.type in ("softbreak", "hardbreak"):
                self.add(" ", None, self._token)
            elif token.type == "code_inline":
                self._sign(CODE, self._text.find(token.content, self._cursor))
            position += 1

    def _link(self, token: Token, content: Sequence[Token]) -> None:
        here = self._length
        target = parse_target(str(token.attrs.get("href", "")))
        start = token.meta.get("start")
        if start is not None:
            self._cursor = max(self._cursor, start)
        if target and target.scheme is Scheme.EVIDENCE and target.metric is not None:
            self._written.append((here, target))
            if link_title(token):
                self._titled[here] = link_title(token)
            self._sign(WRITTEN, start)
        elif target and target.scheme is Scheme.FIGURE:
            self._sign(MARKED, start)
        else:
            if target:
                self._cited.append((here, target))
            self._read(content)
        end = token.meta.get("end")
        if end is not None:
            self._cursor = max(self._cursor, end)

    def _sign(self, sign: str, position: int | None) -> None:
        self.add(sign, position if position is not None and position >= 0 else None, self._token)

    def _plain(self, text: str) -> None:
        found = self._text.find(text, self._cursor)
        if found >= 0:
            self.add(text, found, self._token)
            self._cursor = found + len(text)
            return
        for sign in text:  # Something in it is escaped.
            at = self._text.find(sign, self._cursor)
            self.add(sign, at if at >= 0 else None, self._token)
            self._cursor = at + 1 if at >= 0 else self._cursor
