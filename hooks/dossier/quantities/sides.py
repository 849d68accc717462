"""On which side of what it is measured by a figure is told: *3% over budget*, *5 days early*."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from dossier.quantities.direction import before_bounds
from dossier.quantities.lexicon import Lexicon
from dossier.quantities.placed import Placed
from dossier.quantities.quantity import Quantity
from dossier.quantities.stemming import stem
from dossier.quantities.tokens import Token, is_word
from dossier.quantities.units import unit_of

_ENDS = ".,;:!?)"


def side_told(placed: Placed, figure: Quantity, measures: AbstractSet[str]) -> str:
    """Return whether a figure is told as more (`up`) or less (`down`) than a measure, or nothing.

    `measures` are the stems of what it may be measured by: `over budget by 3%`.
    """
    found, words, last = placed.tokens, placed.words, figure.last
    hit = words.at("sides", found, last) if last < len(found) else None
    if hit:
        behind = last + hit[0]
        behind += is_word(found, behind) and found[behind].low == "the"
        if behind >= len(found) or found[behind].text in _ENDS:
            return hit[1] if hit[0] == 1 else ""
        return hit[1] if _is_measure(found[behind], measures) else ""
    end = before_bounds(placed, figure) - 1
    if end < 1 or not words.ending_at("amounts", found, end + 1):
        return ""
    hit = words.ending_at("sides", found, end - 1)
    return hit[1] if hit and _is_measure(found[end - 1], measures) else ""


def _is_measure(token: Token, measures: AbstractSet[str]) -> bool:
    """Return whether a word is one of some measures, and no time: `over the year`."""
    return stem(token.low) in measures and unit_of(token.text) is None


def side_named(found: Sequence[Token], words: Lexicon) -> str:
    """Return which side a name is of: `days ahead of schedule`; nothing for none."""
    place = words.first("sides", found)
    hit = words.at("sides", found, place) if place is not None else None
    return hit[1] if hit else ""
