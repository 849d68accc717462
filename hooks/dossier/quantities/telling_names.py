"""Names of figures that say something by themselves: *under budget* does, *early* does not."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.plain.patterns import pattern
from dossier.quantities.tokens import Token, low_at

_BARE_TEXT = """
early late earlier later ahead behind under over above below total overall extra more less fewer up
down faster slower quicker longer shorter higher lower better worse before after since again
"""
_BARE = frozenset(_BARE_TEXT.split())
"""Words that say how, when or which way, and not what."""
_DONE = pattern(r"\w{2,}[^\We]ed")
"""What became of something: `finished`, and no `speed`."""
_WAYS = {word: word for word in ("under", "over", "below", "above", "behind")} | {
    "ahead": "ahead of"
}
_AIMS_TEXT = "budget plan target schedule estimate quote forecast programme"
_AIMS = frozenset(_AIMS_TEXT.split())
_BETWEEN = frozenset({"of", "a", "an", "the", "our", "my", "their", "its"})
_WORD = pattern(r"[^\W\d_]+")


def says_itself(name: str) -> bool:
    """Return whether a figure's name says what it is of, with no sentence around it."""
    words = _WORD.findall(name.casefold())
    return any(word not in _BARE and not _DONE.fullmatch(word) for word in words)


def held_against(found: Sequence[Token], position: int) -> str:
    """Return which way something went from an aim that stands there: `under a budget of 9`."""
    way = _WAYS.get(low_at(found, position), "")
    position += 1
    while way and low_at(found, position) in _BETWEEN:
        position += 1
    aim = low_at(found, position)
    return f"{way} {aim}" if way and aim in _AIMS else ""
