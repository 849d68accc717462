"""Whether two words of one stem are one word: *waiting* is *waits*, *clinical* is no *clinic*."""

from __future__ import annotations

import re

_INFLECTED = re.compile(r"(?:ions?|ments?|ings?|ers?|ed|en|es|e|(?<!s)s)$")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_SHORTEST = 3
"""A word of fewer letters has no ending."""


def is_same_word(one: str, other: str) -> bool:
    """Return whether two words differ by their inflection, or as a verb and its noun do."""
    return _base(one) == _base(other)


def _base(word: str) -> str:
    folded = re.sub("ies$", "y", word.casefold())
    bare = _INFLECTED.sub("", folded)
    return _DOUBLED.sub(r"\1", bare) if len(bare) >= _SHORTEST else folded
