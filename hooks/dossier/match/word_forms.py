"""Whether two words of one stem are one word: *waiting* is *waits*, *clinical* is no *clinic*."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from dossier.match.irregular_verbs import verb_of
from dossier.plain.patterns import pattern

_INFLECTED = pattern(r"(?:ions?|ments?|ings?|ers?|ed|en|es|e|(?<!s)s)$")
_DOUBLED = pattern(r"([bdgmnprt])\1$")
_AKIN = 0.6
"""How much a stem says that is of another word."""
_SHORTEST = 3
"""A word of fewer letters has no ending."""


def is_same_word(one: str, other: str) -> bool:
    """Return whether two words differ by their inflection, or as a verb and its noun do."""
    return _base(one) == _base(other)


def likeness(word: str, told: Collection[str] | None) -> float:
    """Return how alike words of one stem are, at most 1; where only the stem is known, it is."""
    return 1 if told is None or any(is_same_word(word, each) for each in told) else _AKIN


def is_said(
    shared: Collection[str],
    words: Mapping[str, str],
    told: Mapping[str, frozenset[str]],
    trade: frozenset[str],
) -> bool:
    """Return whether several stems are shared, or one that is of the same word in both.

    Those of the trade alone say nothing, unless nothing else is asked.
    """
    if trade.issuperset(shared) and not trade.issuperset(words):
        return False
    alone = next(iter(shared), "") if len(shared) == 1 else ""
    return alone not in told or any(is_same_word(words[alone], word) for word in told[alone])


def _base(word: str) -> str:
    folded = verb_of(re.sub("ies$", "y", word.casefold()))
    # Twice: `commissioned` is what `commission` is.
    bare = _INFLECTED.sub("", _INFLECTED.sub("", folded))
    return _DOUBLED.sub(r"\1", bare) if len(bare) >= _SHORTEST else folded
