"""Text to words, numbers and signs, in one pass over it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dossier.plain.patterns import pattern

_TOKEN = pattern(
    r"(\s*)(?:([^\W\d_]+(?:'[^\W\d_]+)?)"
    r"|(\d{1,3}(?:,\d{3}){1,5}(?:\.\d+)?(?![\d,]\d)|\d{1,3}(?:[ ']\d{3}){1,4}(?![,.']?\d)"
    r"|\d+(?:[.,]\d+){0,6}|(?<![\w.])\.\d+)|([^\s\w]|_))"
)
"""Blanks, and behind them a word, a number or a sign."""


class Token(NamedTuple):
    """A word, a number or a sign, and where it stands."""

    kind: str
    """`number`, `word` or `sign`."""
    text: str
    low: str
    """In lower case, without a genitive's ending."""
    start: int
    end: int


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text that has plain digits, blanks and dashes.

    Several rules ask for those of the same statement; a file has some hundreds.
    """
    # All matches at once, and past the named tuple's own function: each costs as much as the rest,
    # and this is asked for every sentence.
    made, end, new = list[Token](), 0, tuple.__new__
    may_own = "'s" in text or "'S" in text
    for blanks, word, number, sign in _TOKEN.findall(text):
        start = end + len(blanks)
        if word:
            end, low = start + len(word), word.lower()
            low = low.removesuffix("'s") if may_own else low
            made.append(new(Token, ("word", word, low, start, end)))
        else:
            written = number or sign
            end = start + len(written)
            kind = "number" if number else "sign"
            made.append(new(Token, (kind, written, written.lower(), start, end)))
    return tuple(made)


def first_word(text: str, start: int) -> str:
    """Return the first word, number or sign of a text at or after a place between two of them."""
    found = _TOKEN.match(text, start)
    return found[0].strip() if found else ""


def token_at(found: Sequence[Token], position: int) -> Token | None:
    """Return the token at a position, None beyond the ends."""
    return found[position] if 0 <= position < len(found) else None


def low_at(found: Sequence[Token], position: int) -> str:
    """Return what stands at a position in lower case, nothing beyond the ends."""
    return found[position].low if 0 <= position < len(found) else ""


def is_word(found: Sequence[Token], position: int) -> bool:
    """Return whether a word stands at a position."""
    return 0 <= position < len(found) and found[position].kind == "word"


def is_number(found: Sequence[Token], position: int) -> bool:
    """Return whether a number stands at a position."""
    return 0 <= position < len(found) and found[position].kind == "number"


def is_joined(found: Sequence[Token], position: int) -> bool:
    """Return whether a token stands at once behind the one before it."""
    return 0 < position < len(found) and found[position - 1].end == found[position].start
