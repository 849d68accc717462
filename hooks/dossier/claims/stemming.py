"""Words as they are compared: without endings, and without those that say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")
_EMPTY = frozenset(
    [
        "a",
        "an",
        "and",
        "the",
        "of",
        "in",
        "on",
        "at",
        "by",
        "to",
        "for",
        "with",
        "from",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "or",
        "per",
        "all",
        "any",
        "each",
        "every",
        "than",
        "then",
        "so",
        "into",
        "over",
        "under",
        "about",
        "my",
        "your",
        "our",
        "their",
        "his",
        "her",
        "i",
        "we",
        "you",
        "they",
        "me",
        "us",
        "not",
        "no",
        "only",
        "just",
        "one",
    ]
)
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


def stems(text: str) -> list[str]:
    """Return the stems of a text's telling words, in its order."""
    return [stem(word) for word in WORD.findall(text.lower()) if word not in _EMPTY]


def stem_set(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of the telling ones among words in lower case."""
    return frozenset(stem(word) for word in words if word not in _EMPTY)


def stem_spans(text: str) -> list[tuple[str, int, int]]:
    """Return the stems of a text's telling words, each with where its word begins and ends."""
    return [
        (stem(found[0]), found.start(), found.end())
        for found in WORD.finditer(text.lower())
        if found[0] not in _EMPTY
    ]
