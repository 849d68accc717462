"""Abbreviations that stand for words: *PMS* says *planned maintenance system*, and vice versa."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from dossier.match.asks import spaced, stems
from dossier.plain.patterns import pattern

_CAPITALS = pattern(r"(?<![\w-])(?:[A-Z]{3,5}|[A-Z]{1,3}-[A-Z]{1,3})(?![\w-])")
"""`PMS`, `LC-MS`. Two letters fit by chance."""
_WORD = pattern(r"[^\W\d_]+")
_END = pattern(r"[.,;:()/–—]")
"""No name goes on behind it."""
_SKIPPED = frozenset(("and", "of", "the", "for", "in", "to"))
"""What lends a name no letter."""
_SHORTEST, _LONGEST = 3, 5


def stood_for(asked: str, said: str) -> frozenset[str]:
    """Return the stems of what is asked that a text says by abbreviation, or spells out.

    Either has to spell the words: letters that nobody spells may stand for anything.
    """
    spelled = [words for name, words in _spelled(asked).items() if name in _abbreviated(said)]
    short = [name for name in _abbreviated(asked) if name in _spelled(said)]
    return stems(spaced(" ".join((*spelled, *short))))


def shared_names(asked: str, said: str) -> frozenset[str]:
    """Return the stems of abbreviations that two texts have in common."""
    return stems(" ".join(_abbreviated(asked) & _abbreviated(said)))


def initials(text: str, fewest: int = 2, *, with_small: bool = True) -> set[str]:
    """Return the initials of words of a text that follow one another.

    Two fit by chance, and those of `of` and `and`, but where a body is asked for and one is named.
    """
    small = _runs(text, fewest, frozenset()) if with_small else ()
    return {name for name, _ in (*_runs(text, fewest), *small)}


@lru_cache(maxsize=4096)
def _abbreviated(text: str) -> frozenset[str]:
    found = (name.replace("-", "") for name in _CAPITALS.findall(text))
    return frozenset(name for name in found if len(name) >= _SHORTEST)


@lru_cache(maxsize=4096)
def _spelled(text: str) -> Mapping[str, str]:
    return dict(_runs(text))


def _runs(
    text: str, shortest: int = _SHORTEST, skipped: frozenset[str] = _SKIPPED
) -> Iterator[tuple[str, str]]:
    """Yield words that follow one another, each time behind their initials."""
    for part in _END.split(spaced(text)):
        words = [word for word in _WORD.findall(part) if word.casefold() not in skipped]
        for length in range(shortest, _LONGEST + 1):
            for start in range(len(words) - length + 1):
                run = words[start : start + length]
                yield "".join(word[0].upper() for word in run), " ".join(run)
