"""Passages to statements: what a reader sees of a paragraph, an item or a table's row.

Every character knows where it stands in the source. Code, addresses and comments are left out;
figures that are written by reference, and those that are marked, leave a sign in their place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from markdown_it.token import Token

from dossier.problems import Place
from dossier.references.markdown import Places, inline_tokens, parse, parse_inline, parse_page
from dossier.references.passages import Passage
from dossier.references.scan import link_content, link_title
from dossier.references.targets import Scheme, Target, parse_target

CODE, WRITTEN, MARKED = "\ue100", "\ue101", "\ue102"
"""What stands for code, for a figure written by reference, and for one marked `figure:`."""
CELL = " \ue103 "
"""What stands between the cells of a row."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
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


@dataclass(slots=True)
class Statement:
    """A piece of text that is read as a whole."""

    passage: Passage
    text: str = ""
    """What is read, one sign for each: other digits, blanks and dashes as plain ones."""
    raw: str = ""
    """The same as it is written."""
    positions: list[int | None] = field(default_factory=list)
    """Where each character stands in its inline token, None if that is lost."""
    pieces: list[tuple[int, Callable[[int], int | None]]] = field(default_factory=list)
    """Where each inline token begins, and the way from its positions to the passage's text."""
    written: list[tuple[int, Target]] = field(default_factory=list)
    """The figures written by reference: where their signs stand, and what they name."""
    titled: dict[int, str] = field(default_factory=dict)
    """The titles of those of them that have one, by position."""
    cited: list[tuple[int, Target]] = field(default_factory=list)
    """What is cited in words, or linked: where the words begin, and what they name."""
    line: int = 0
    """Counted from 0 in the passage."""
    in_heading: bool = False
    in_quote: bool = False
    """Whether it stands in a block quotation."""

    def locate(self, start: int, end: int) -> Place:
        """Return the place of a part of the text."""
        passage = self.passage
        if passage.path is not None:
            return passage.source.locate_in(passage.path, self.raw[start:end].strip())
        offset = self.offset(start)
        if offset is None:
            return passage.locate_line(self.line)
        return passage.source.locate_in_body(passage.offset + offset)

    def offset(self, index: int) -> int | None:
        """Return where a character stands in the passage's text, None if that is lost."""
        position = self.positions[index]
        way = next((way for start, way in reversed(self.pieces) if start <= index), None)
        return None if position is None or way is None else way(position)


def statements(passage: Passage) -> Iterator[Statement]:
    """Yield the statements of a passage, in the order of the text."""
    if passage.path is not None:
        statement = Statement(passage)
        statement.pieces.append((0, lambda position: position))
        _Reader(statement, passage.text).read(parse_inline(passage.text))
        yield _plain(statement)
        return
    tokens = parse_page(passage.text) if passage.is_page else parse(passage.text)[0]
    places = Places(passage.text)
    rows, quoted = _rows(tokens), _quoted(tokens)
    known: dict[int, Statement] = {}
    for token, in_heading in inline_tokens(tokens):
        row = rows.get(id(token))
        begun = known.get(row) if row is not None else None
        if begun is None:
            line = token.map[0] if token.map else 0
            statement = Statement(passage, line=line, in_heading=in_heading)
            statement.in_quote = id(token) in quoted
            if row is not None:
                known[row] = statement
        else:
            statement = begun
            _add(statement, CELL, None)
        way = partial(places.offset, token, places.columns(token))
        statement.pieces.append((len(statement.raw), way))
        _Reader(statement, str(token.meta.get("written", token.content))).read(token.children or ())
        if row is None:
            yield _plain(statement)
    for statement in known.values():
        yield _plain(statement)


def _rows(tokens: Sequence[Token]) -> dict[int, int]:
    """Return the number of the table row, or of the term, of each inline token that has one."""
    rows: dict[int, int] = {}
    row: int | None = None
    for number, token in enumerate(tokens):
        if token.type in ("tr_open", "dt_open"):
            row = number
        elif token.type in ("tr_close", "dl_close"):
            row = None
        elif token.type == "inline" and row is not None:
            rows[id(token)] = row
    return rows


def _quoted(tokens: Sequence[Token]) -> set[int]:
    """Return the inline tokens that stand in a block quotation."""
    depth, found = 0, set()
    for token in tokens:
        depth += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        if depth and token.type == "inline":
            found.add(id(token))
    return found


def _add(statement: Statement, text: str, start: int | None) -> None:
    statement.raw += text
    statement.positions += [start] * len(text)


def _plain(statement: Statement) -> Statement:
    text = statement.raw.translate(_SAME)
    if not text.isascii():
        text = _NOT_ASCII.sub(lambda found: _digit(found[0]), text)
    statement.text = text
    return statement


def _digit(sign: str) -> str:
    value = unicodedata.digit(sign, None)
    return sign if value is None else str(value)


class _Reader:
    """Reads inline tokens into a statement, and finds each again in what was written."""

    def __init__(self, statement: Statement, written: str) -> None:
        self._statement, self._written = statement, written
        self._cursor = 0

    def read(self, tokens: Sequence[Token]) -> None:
        """Append what is read of tokens."""
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if token.type == "link_open":
                content = link_content(tuple(tokens), position)
                self._link(token, content)
                position += len(content) + 2
                continue
            if token.type == "text":
                self._text(token.content)
            elif token.type in ("softbreak", "hardbreak"):
                _add(self._statement, " ", None)
            elif token.type == "code_inline":
                self._sign(CODE, self._written.find(token.content, self._cursor))
            position += 1

    def _link(self, token: Token, content: Sequence[Token]) -> None:
        statement = self._statement
        here = len(statement.raw)
        target = parse_target(str(token.attrs.get("href", "")))
        start = token.meta.get("start")
        if start is not None:
            self._cursor = max(self._cursor, start)
        if target and target.scheme is Scheme.EVIDENCE and target.metric is not None:
            statement.written.append((here, target))
            if link_title(token):
                statement.titled[here] = link_title(token)
            self._sign(WRITTEN, start)
        elif target and target.scheme is Scheme.FIGURE:
            self._sign(MARKED, start)
        else:
            if target:
                statement.cited.append((here, target))
            self.read(content)
        end = token.meta.get("end")
        if end is not None:
            self._cursor = max(self._cursor, end)

    def _sign(self, sign: str, position: int | None) -> None:
        found = position if position is not None and position >= 0 else None
        _add(self._statement, sign, found)

    def _text(self, text: str) -> None:
        found = self._written.find(text, self._cursor)
        if found < 0:  # Something in it is escaped.
            for sign in text:
                at = self._written.find(sign, self._cursor)
                _add(self._statement, sign, at if at >= 0 else None)
                self._cursor = at + 1 if at >= 0 else self._cursor
            return
        self._statement.raw += text
        self._statement.positions += range(found, found + len(text))
        self._cursor = found + len(text)
