"""Names as stems, to be found among the stems of a sentence, their words in any order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from dossier.plain.frozen import frozen

Named = TypeVar("Named")
Name = tuple[str, ...]
_REACH = 8
"""Over how many words more than it has a name may be spread."""
_MOST_HITS = 200
"""How many places of names are looked at in one sentence."""


@frozen
class Hit(Generic[Named]):
    """Where a sentence has a name, and what goes by it: several may."""

    start: int
    """Its first token."""
    end: int
    """The token after its last one."""
    named: tuple[Named, ...]
    weight: int
    """How many words of the name there are."""

    def holds(self, other: Hit[Named]) -> bool:
        """Return whether a shorter name stands within it."""
        is_within = self.start <= other.start and other.end <= self.end
        return is_within and other.weight < self.weight


class Vocabulary(Generic[Named]):
    """The names of things, to be found in text."""

    def __init__(self, known: Iterable[tuple[Named, Iterable[Name]]]) -> None:
        by_name: dict[Name, list[Named]] = {}
        for thing, names in known:
            for name in names:
                by_name.setdefault(name, []).append(thing)
        self._by_name = {name: tuple(things) for name, things in by_name.items()}
        by_word: dict[str, list[Name]] = {}
        for name in self._by_name:
            for word in set(name):
                by_word.setdefault(word, []).append(name)
        # A name is looked for only where its rarest word stands.
        self._by_rarest: dict[str, list[Name]] = {}
        for name in self._by_name:
            rarest = min(name, key=lambda word: len(by_word[word]))
            self._by_rarest.setdefault(rarest, []).append(name)

    def may_find(self, stemmed: Iterable[str]) -> bool:
        """Return whether any name could stand among stems: a cheap look."""
        return not self._by_rarest.keys().isdisjoint(stemmed)

    def among(self, stems: frozenset[str]) -> Iterator[Named]:
        """Yield what could be named by some of the stems of a text: a cheap look."""
        for word in stems & self._by_rarest.keys():
            for name in self._by_rarest[word]:
                if stems.issuperset(name):
                    yield from self._by_name[name]

    def find(self, stemmed: Sequence[str], parts: Sequence[int]) -> list[Hit[Named]]:
        """Return where stems have names, in their order.

        `parts` number the clauses that the stems are of: no name goes over the end of one. A thing
        is named by the longest of its names that stands at a place.
        """
        present = set(stemmed)
        hits: list[Hit[Named]] = []
        for position, word in enumerate(stemmed):
            for name in self._by_rarest.get(word, ()):
                if present.issuperset(name) and len(hits) < _MOST_HITS:
                    span = _span(name, stemmed, position, parts)
                    if span:
                        hits.append(Hit(*span, self._by_name[name], len(name)))
        hits.sort(key=lambda hit: (-hit.weight, hit.end - hit.start, hit.start))
        kept: list[Hit[Named]] = []
        taken: dict[int, list[tuple[Named, ...]]] = {}
        for hit in hits:
            places = range(hit.start, hit.end)
            known = [thing for place in places for group in taken.get(place, ()) for thing in group]
            others = tuple(t for t in hit.named if t not in known) if known else hit.named
            if others:
                kept.append(hit if others == hit.named else replace(hit, named=others))
                for place in places:
                    taken.setdefault(place, []).append(others)
        return sorted(kept, key=lambda hit: hit.start)


def _span(
    name: Name, stemmed: Sequence[str], position: int, parts: Sequence[int]
) -> tuple[int, int] | None:
    """Return where the words of a name stand closest around one of them."""
    missing, places = set(name) - {stemmed[position]}, [position]
    reach = _REACH + len(name)
    for distance in range(1, reach):
        if not missing:
            break
        for place in (position + distance, position - distance):
            is_here = 0 <= place < len(stemmed) and parts[place] == parts[position]
            if is_here and stemmed[place] in missing:
                missing.discard(stemmed[place])
                places.append(place)
    is_far = max(places) - min(places) >= reach
    return None if missing or is_far else (min(places), max(places) + 1)
