"""Counts and shares told of a whole: *34 of 41 recitals*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dossier.quantities.placed import Placed
from dossier.quantities.quantity import Quantity


def wholes(placed: Placed, figures: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield each figure that is told of the next one, and that: `34 of 41`, `90% of our 60`."""
    for part, whole in pairwise(figures):
        is_more = bool(part.kind) or part.values[-1] <= whole.values[0]
        if is_more and not whole.kind and placed.is_of(part.last, whole.first):
            yield part, whole
