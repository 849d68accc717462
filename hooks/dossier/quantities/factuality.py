"""A figure to whether it is told as a fact: neither denied, nor planned or supposed, nor quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dossier.quantities.counting import counted
from dossier.quantities.placed import Placed
from dossier.quantities.quantity import Bound, Quantity

_FAR = 6
"""How many words before a figure may say that it is what a law asks for."""
_FRAMED = 2
"""How many words stand at least before a time or number that something is denied within."""


def is_denied(placed: Placed, figure: Quantity, first: int, last: int) -> bool:
    """Return whether a figure is denied in its part of a sentence."""
    if figure.is_turned:
        return False
    bound = placed.words.ending_at("bounds", placed.tokens, figure.first)
    # The `no` of `no more than 3` denies nothing.
    end = figure.first - (
        max(2, bound[0] if bound else 0) if figure.bound is not Bound.EXACT else 0
    )
    if end - first > _FRAMED and placed.words.at("places", placed.tokens, end - 1):
        # Nobody denies the 340 nights of `no patient lost in 340 nights`.
        return False
    return placed.has_apart("denials", first, end) or placed.has_negation(
        first, min(figure.first, last)
    )


def is_planned(placed: Placed, figure: Quantity, last: int) -> bool:
    """Return whether a figure is supposed, wished for or planned; `last` ends its part."""
    clause, colon = placed.last_clause(figure.first), placed.last_colon(figure.first)
    # What follows a colon says something of its own if it is what oneself does.
    own = placed.last_colon(placed.last("own", figure.first))
    # `I answer 340 requests and would do so again`: what goes on with `and` is another thing.
    end = (
        figure.first if _is_share_of_many(placed, figure) else placed.next_joint(figure.last, last)
    )
    return placed.has("plans", max(clause, own) + 1, end) or placed.has(
        "conditions", max(clause, colon) + 1, end
    )


def _is_share_of_many(placed: Placed, figure: Quantity) -> bool:
    """Return whether it is told of how many what they would do: `97% of the owners would`."""
    found, words, last = placed.tokens, placed.words, figure.last
    is_led = figure.kind == "%" and last < len(found) and words.at("shares", found, last)
    return bool(is_led) and counted(found, last + 1, words) is not None


def is_quoted(placed: Placed, figure: Quantity) -> bool:
    """Return whether a figure stands between quotation marks that are not one's own."""
    mark = placed.quotation(figure.first)
    own = placed.last("own", mark)
    said = placed.words.at("own", placed.tokens, own) if own >= 0 else None
    # `I say "…"` and `my "…"` are one's own, `my first boss said "…"` is not.
    is_own = said is not None and (said[1] == "subject" or own == mark - 1)
    return mark >= 0 and not is_own


def is_norm(
    placed: Placed,
    figures: Sequence[Quantity],
    figure: Quantity,
    first: int,
    named: Iterable[tuple[int, int]],
) -> bool:
    """Return whether a figure is what a law or another limit says: `the legal limit is 0.5`.

    `first` begins its part of the sentence, and `named` are where names stand.
    """
    place = placed.last("norms", figure.first)
    if place < max(first, figure.first - _FAR) or placed.has("own", first, figure.first):
        return False
    others = any(place < other.first < figure.first for other in figures)
    return not others and not any(start <= place < end for start, end in named)
