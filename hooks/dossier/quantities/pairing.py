"""Figures told as the new and the old value of one thing: *from A to B*, *B instead of A*."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dossier.plain.frozen import frozen
from dossier.quantities.ordering import (
    are_alike,
    joined_order,
    joint_of,
    order_in_time,
    order_of_heads,
    partner,
)
from dossier.quantities.placed import Placed
from dossier.quantities.quantity import Quantity, same_unit
from dossier.quantities.tokens import Token


@frozen
class Pair:
    """Two figures of a sentence, by number, and how they are read."""

    new: Quantity
    old: Quantity
    first: int
    """The number of the one that comes first."""
    second: int
    """The number of the other, the next but for a time in which the first holds."""
    is_new_first: bool
    is_joined: bool
    """Whether words or signs between the two join them."""


def pairs(
    placed: Placed,
    figures: Sequence[Quantity],
    head: Callable[[Quantity], Sequence[Token]] | None = None,
) -> Iterator[Pair]:
    """Yield the pairs of a sentence's figures, each figure once.

    `head` returns what stands above the column of a figure in a table.
    """
    number = 0
    while number + 1 < len(figures):
        second = partner(placed, figures, number)
        one, two = figures[number], figures[second]
        found, words = placed.tokens, placed.words
        is_alike = are_alike(placed, one, two)
        joint = joined_order(found, words, one, two) if is_alike else ""
        order = joint or (order_in_time(placed, figures, one, two) if is_alike else "")
        if is_alike and not order and head:
            order = order_of_heads(head(one), head(two), words)
        following = figures[second + 1] if second + 1 < len(figures) else None
        if order == "new-old" and following and joint_of(found, words, two, following) == "old-new":
            # `By 19 days, from 57 to 38`: the second and the third are told of each other.
            order = ""
        if order:
            one, two = same_unit(one, two)
            new, old = (one, two) if order == "new-old" else (two, one)
            yield Pair(new, old, number, second, order == "new-old", bool(joint))
            number = second
        number += 1
