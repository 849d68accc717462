"""Words as they are compared: without endings, and without those too short to say anything."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from dossier.plain.patterns import pattern

WORD = pattern(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")
_ENDINGS = (
    "ations",
    "ation",
    "ions",
    "ion",
    "ings",
    "ing",
    "ies",
    "ed",
    "es",
    "s",
    "ly",
    "al",
    "e",
    "y",
)
_SHORTEST = 4
_SHORT = 3
_EMPTY = frozenset({"the", "and", "for", "per"})


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a word without its ending, so that `retrieval` and `retrieves` compare."""
    word = word.lower().removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    if len(word) == _SHORTEST and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word


@lru_cache(maxsize=65536)
def telling(word: str) -> bool:
    """Return whether a word could name something: `RAM`, `P99` and `beds`, not `of` and `the`."""
    if len(word) > _SHORT or word.isupper():
        return True
    return len(word) == _SHORT and word.lower() not in _EMPTY


def stems(text: str) -> list[str]:
    """Return the stems of a text's telling words, in its order."""
    words = WORD.findall(text)
    return [found for found in map(_telling_stem, words) if found] or list(map(stem, words))


@lru_cache(maxsize=65536)
def _telling_stem(word: str) -> str:
    return stem(word) if telling(word) else ""


def stem_set(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of words that are long enough to tell one text from another."""
    return frozenset(stem(word) for word in words if len(word) > _SHORT)


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text in lower case."""
    return frozenset(WORD.findall(text.lower()))
