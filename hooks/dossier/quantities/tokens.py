"""Text to words, numbers and signs, in one pass over it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3}){1,5}(?:\.\d+)?(?![\d,]\d)|\d{1,3}(?:[ ']\d{3}){1,4}(?![\d,.'])"
    r"|\d+(?:[.,]\d+){0,6}|(?<![\w.])\.\d+)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)|(?P<sign>[^\s\w]|_)"
)


class Token(NamedTuple):
    """A word, a number or a sign, and where it stands."""

    kind: str
    """`number`, `word` or `sign`."""
    text: str
    low: str
    """In lower case, without a genitive's ending."""
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Return the tokens of a text that has plain digits, blanks and dashes."""
    return [
        Token(
            found.lastgroup or "",
            found[0],
            found[0].lower().removesuffix("'s"),
            found.start(),
            found.end(),
        )
        for found in _TOKEN.finditer(text)
    ]


def token_at(found: Sequence[Token], position: int) -> Token | None:
    """Return the token at a position, None beyond the ends."""
    return found[position] if 0 <= position < len(found) else None


def low_at(found: Sequence[Token], position: int) -> str:
    """Return what stands at a position in lower case, nothing beyond the ends."""
    return found[position].low if 0 <= position < len(found) else ""


def is_word(found: Sequence[Token], position: int) -> bool:
    """Return whether a word stands at a position."""
    return 0 <= position < len(found) and found[position].kind == "word"


def is_joined(found: Sequence[Token], position: int) -> bool:
    """Return whether a token stands at once behind the one before it."""
    return 0 < position < len(found) and found[position - 1].end == found[position].start
