"""Inline tokens to where their text stands in the text that they were parsed from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from markdown_it.token import Token

from dossier.plain.cached_property import cached_property


class SourceMap:
    """Turns positions in inline tokens into offsets in the text they came from.

    Not slotted, because most texts are never asked for a place: all is made late and kept.
    """

    def __init__(self, text: str, tokens: Sequence[Token] = ()) -> None:
        """Take a text, and its inline tokens in the order of the text."""
        self._text, self._tokens = text, tokens
        self._cursor: dict[int, int] = {}
        self._lines_of: dict[int, list[int]] = {}

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self._lines)]

    @cached_property
    def _columns(self) -> dict[int, list[int | None]]:
        """Where each line of a token begins in its source line, None if that is lost.

        In the order of the text: cells of one table row that read alike are told apart by what
        came before.
        """
        return {
            id(token): [
                self._column(number, part)
                for number, part in enumerate(written(token).split("\n"), _first_line(token))
            ]
            for token in self._tokens
        }

    def line_start(self, line: int) -> int:
        """Return the offset at which a line begins."""
        return self._starts[line]

    def _column(self, number: int, part: str) -> int | None:
        source = self._lines[number] if number < len(self._lines) else ""
        cursor = self._cursor.get(number, 0)
        # A tab that a list's indent cuts in two reads as blanks.
        text = part if source.find(part, cursor) >= 0 else part.lstrip(" ")
        column = source.find(text, cursor)
        if column >= 0:
            self._cursor[number] = column + len(text)
            return column - (len(part) - len(text))
        # A cell with escaped pipes, which are unescaped before all else, is passed over.
        escaped = part.replace("|", "\\|")
        column = source.find(escaped, cursor)
        if column >= 0:
            self._cursor[number] = column + len(escaped)
        return None

    def line(self, token: Token, position: int) -> int:
        """Return the line, counted from 0, of a position in an inline token's text."""
        return _first_line(token) + self._line_of(token, position)[0]

    def offset(self, token: Token, position: int) -> int | None:
        """Return the offset in the text of a position in an inline token's text."""
        number, within = self._line_of(token, position)
        column = self._columns[id(token)][number]
        if column is None:
            return None
        return self._starts[_first_line(token) + number] + column + within

    def _line_of(self, token: Token, position: int) -> tuple[int, int]:
        """Return in which line of a token's text a position is, and how far in it."""
        starts = self._lines_of.get(id(token))
        if starts is None:
            lines = written(token).split("\n")
            starts = [0, *accumulate(len(line) + 1 for line in lines[:-1])]
            self._lines_of[id(token)] = starts
        number = bisect_right(starts, position) - 1
        return number, position - starts[number]


def written(token: Token) -> str:
    """Return the text of an inline token as it is written: task lists cut off their boxes."""
    return str(token.meta.get("written", token.content))


def _first_line(token: Token) -> int:
    return token.map[0] if token.map else 0


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
