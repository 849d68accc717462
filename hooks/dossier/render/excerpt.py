"""A long list to what a page shows of it: its beginning, and how many entries are left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, Never, TypeVar

from dossier.plain.frozen import frozen

Item = TypeVar("Item", covariant=True)  # noqa: PLC0105 - what it is, not how it varies
Other = TypeVar("Other")

LONG = 50
"""How many entries a list that is read has at most."""
NAMED = 20
"""How many a sentence names."""


@frozen
class Excerpt(Generic[Item]):
    """The beginning of a list."""

    shown: tuple[Item, ...]
    more: int
    """How many are left out."""

    def each(self, view: Callable[[Item], Other]) -> Excerpt[Other]:
        """Return the same with something else in place of every entry."""
        return Excerpt(tuple(map(view, self.shown)), self.more)


NOTHING: Excerpt[Never] = Excerpt((), 0)
"""That of an empty list."""


def excerpt(items: Iterable[Item], most: int = LONG) -> Excerpt[Item]:
    """Return the first of a list, as many as are said, and how many more there are."""
    known = tuple(items)
    return Excerpt(known[:most], max(len(known) - most, 0))
