"""A text to those of its words that are looked for, at the cost of the words that are new."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from dossier.quantities.stemming import WORD

_MOST = 100_000
"""How many parts of texts are kept as known, at most."""


class WordSearch:
    """Finds words in one text after another.

    Few parts of a text are new, and few are looked for: what held none is passed over next time.
    """

    def __init__(self, is_sought: Callable[[str], bool]) -> None:
        self._is_sought = is_sought
        self._without: set[str] = set()
        """What stands between blanks, and holds none of the words."""

    def found_in(self, text: str) -> list[str]:
        """Return the words of a text, in lower case, that are looked for, in any order."""
        found: list[str] = []
        parts = parts_of(text)
        if self._without.issuperset(parts):
            return found
        for part in parts - self._without:
            sought = [word for word in WORD.findall(part) if self._is_sought(word)]
            found += sought
            if not sought and len(self._without) < _MOST:
                self._without.add(part)
        return found


@lru_cache(maxsize=1024)
def parts_of(text: str) -> frozenset[str]:
    """Return what stands between the blanks of a text, kept for those that ask after each other."""
    return frozenset(text.lower().split())
