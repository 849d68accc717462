"""Figures to the names that stand near them, and how far from them each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Generic, TypeVar

from dossier.plain.frozen import frozen
from dossier.quantities.distance import distance
from dossier.quantities.placed import Placed
from dossier.quantities.vocabulary import Hit

Named = TypeVar("Named")
_OF = 1.5
"""How much farther away a name is that another one is part of."""
FAR = 9.0
"""How far from a figure a name may stand: words, and what parts of a sentence add."""


@frozen
class Candidate(Generic[Named]):
    """A name that may be a figure's, and how far it stands from it."""

    hit: Hit[Named]
    cost: float

    @property
    def meanings(self) -> tuple[Named, ...]:
        """What goes by the name."""
        return self.hit.named


def candidates(
    placed: Placed,
    hits: Sequence[Hit[Named]],
    first: int,
    last: int,
    others: Sequence[tuple[int, int]],
) -> list[Candidate[Named]]:
    """Return the names that may be of a figure, the nearest first.

    `hits` are all of the sentence's, and `others` the tokens of the figures that may not stand
    between.
    """
    found = [
        Candidate(hit, cost)
        for hit in hits
        if (cost := _cost(placed, hit, first, last, others)) <= FAR
    ]
    for n, (head, of) in enumerate(pairwise(found)):
        if of.hit.end <= first and placed.is_of(head.hit.end, of.hit.start):
            # Of `the share of turnover` the share is told.
            found[n : n + 2] = [replace(head, cost=of.cost), replace(of, cost=of.cost + _OF)]
    return sorted(found, key=lambda candidate: (candidate.cost, -candidate.hit.weight))


def _cost(
    placed: Placed, hit: Hit[Named], first: int, last: int, others: Sequence[tuple[int, int]]
) -> float:
    if hit.start < last and first < hit.end:
        return 0.0
    begin, end = (hit.end, first) if hit.end <= first else (last, hit.start)
    if end - begin > FAR * 2 or any(begin <= a < end for a, _ in others):
        return FAR + 1
    behind = 0.5 if hit.end <= first else 0.0
    marks = [n for n in range(begin, end) if placed.tokens[n].text == "?"]
    if marks and behind:
        # What is asked for is what the answer is about, wherever it stands in the question.
        return behind + distance(placed.tokens, placed.words, marks[-1], end)
    return behind + distance(placed.tokens, placed.words, begin, end)
