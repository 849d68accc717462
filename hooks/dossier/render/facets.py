"""Facets of a long list: what it can be filtered by, and what each item has of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dossier.plain.frozen import frozen

Tokens = tuple[tuple[str, tuple[str, ...]], ...]
"""What an item has of each facet, by the facet's title: `("Skill", ("bandits", "retrieval"))`."""


@frozen
class Facet:
    """Something that a list can be filtered by."""

    title: str
    values: tuple[tuple[str, int], ...]
    """Each value with the number of items that have it, in alphabetical order."""


def facets(items: Iterable[Tokens]) -> tuple[Facet, ...]:
    """Return the facets of items that tell some of them from others, in the items' order."""
    known = list(items)
    counts: dict[str, Counter[str]] = {}
    for tokens in known:
        for title, values in tokens:
            counts.setdefault(title, Counter()).update(dict.fromkeys(values, 1))
    return tuple(
        Facet(title, tuple(sorted(values.items(), key=lambda pair: pair[0].casefold())))
        for title, values in counts.items()
        if any(count < len(known) for count in values.values())
    )
