"""Figures to whether they are told as a rise or a fall."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.quantities.lexicon import Lexicon
from dossier.quantities.placed import Placed
from dossier.quantities.quantity import Quantity
from dossier.quantities.tokens import Token, low_at

_AFTER, _BEFORE = 2, 9
"""How many tokens after and before a figure the word of its direction may stand."""


def told_direction(
    found: Sequence[Token],
    figures: Sequence[Quantity],
    figure: Quantity,
    words: Lexicon,
    first: int,
) -> str:
    """Return `up` or `down` if one of a sentence's figures is told as a rise or fall, or nothing.

    `first` is where its clause begins.
    """
    if low_at(found, figure.last) == "as":
        # `Half as often`: how much is left, whichever way it went.
        return ""
    for position in range(figure.last, min(figure.last + _AFTER, len(found))):
        hit = words.at("directions", found, position)
        if hit:
            return hit[1]
        if found[position].kind != "word":
            break
    if figure.sign:
        return "up" if figure.sign == "+" else "down"
    for position in range(figure.first - 1, max(first - 1, figure.first - _BEFORE), -1):
        hit = words.at("directions", found, position)
        if hit and not _bounds(found, position, words):
            return hit[1]
        if any(other.first <= position < other.last for other in figures):
            break
    return ""


def is_amount(placed: Placed, figure: Quantity) -> bool:
    """Return whether words lead to a figure as to how much: `by about 47`, `a gain of 47`."""
    words, found = placed.words, placed.tokens
    if any(words.ending_at("amounts", found, figure.first - n) for n in (0, 1, 2)):
        return True
    place = before_bounds(placed, figure)
    of = words.ending_at("shares", found, place)
    is_of = of is not None and of[0] == 1 and of[1] == "digits" and place > 1
    return is_of and words.at("directions", found, place - 2) is not None


def is_led_by(placed: Placed, figure: Quantity, name: str) -> bool:
    """Return whether a word of a list leads to a figure, but for what bounds it."""
    place = before_bounds(placed, figure)
    return placed.words.ending_at(name, placed.tokens, place) is not None


def is_moved(placed: Placed, end: int, figure: Quantity) -> bool:
    """Return whether nothing but how it moved stands between what ends at a token and a figure."""
    between = range(end, before_bounds(placed, figure))
    found, words = placed.tokens, placed.words
    lists = ("directions", "ranges", "amounts", "earlier", "perfects")
    light = (any(words.at(name, found, place) for name in lists) for place in between)
    return bool(between) and all(
        is_any or found[n].low == "been" for n, is_any in zip(between, light, strict=True)
    )


def before_bounds(placed: Placed, figure: Quantity) -> int:
    """Return where what bounds a figure begins, or the figure if nothing does."""
    place = figure.first
    while (bound := placed.words.ending_at("bounds", placed.tokens, place)) is not None:
        place -= bound[0]
    return place


def _bounds(found: Sequence[Token], position: int, words: Lexicon) -> bool:
    """Return whether a word belongs to one that bounds: `no more than`."""
    places = range(max(0, position - 2), position + 1)
    hits = ((place, words.at("bounds", found, place)) for place in places)
    return any(hit and place + hit[0] > position for place, hit in hits)
