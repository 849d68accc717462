"""A figure to what it is compared with: a year, what was before, the whole it is told of."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.quantities.placed import Placed
from dossier.quantities.quantity import Quantity, Rate
from dossier.quantities.stemming import stem
from dossier.quantities.times import is_year
from dossier.quantities.units import WORD, unit_of

_NEAR = 3
"""How many tokens behind a figure a comparison may begin, and behind that a year stand."""


def year_against(placed: Placed, figure: Quantity) -> str:
    """Return the year that a figure is compared with, nothing for none: `down 64% on 2021`."""
    found, words = placed.tokens, placed.words
    for place in range(figure.last, min(figure.last + _NEAR, len(found))):
        if hit := words.at("comparators", found, place):
            after = place + hit[0]
            return next((t.text for t in found[after : after + _NEAR] if is_year(t.text)), "")
    return ""


def rivals_named(placed: Placed, figure: Quantity, last: int) -> Iterator[str]:
    """Yield the words with a capital that a figure is compared with; `last` ends its part."""
    for place in range(figure.last, last):
        hit = placed.words.at("comparators", placed.tokens, place)
        after = place + hit[0] if hit and hit[1] != "year" else len(placed.tokens)
        yield from (t.text for t in placed.tokens[after : after + _NEAR] if t.text[0].isupper())


def is_difference(placed: Placed, figure: Quantity) -> bool:
    """Return whether a figure is told as what is more or less than before: `ten more than`."""
    found, words, last = placed.tokens, placed.words, figure.last
    is_led = last < len(found) and words.at("directions", found, last) is not None
    return is_led and words.has("earlier", found[last + 2 : last + 3])


def whole_told(placed: Placed, figure: Quantity, own: Rate | None) -> str:
    """Return the whole that a figure is told of, nothing if its value is per that: `per season`."""
    found, place = placed.tokens, placed.last("entire", figure.first)
    if own is None or figure.rate or not 0 <= place < len(found) - 1:
        return ""
    token = found[place + 1]
    unit = unit_of(token.text)
    is_longer = unit is not None and unit.kind == "time" and unit.factor > own.size
    is_other = unit is None and own.kind != WORD + stem(token.low)
    return token.text if (is_longer if own.kind == "time" else is_other) else ""
