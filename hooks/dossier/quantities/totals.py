"""What is told of all: *every candidate passed*, *errors eliminated*, as a hundred per cent."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from dossier.quantities.counting import counted, is_plural
from dossier.quantities.placed import Placed
from dossier.quantities.quantity import Form, Quantity
from dossier.quantities.stemming import stem, telling
from dossier.quantities.times import is_past
from dossier.quantities.tokens import is_word, low_at
from dossier.quantities.units import COUNT, unit_of
from dossier.quantities.vocabulary import Hit

Named = TypeVar("Named")
_ALL = Decimal(100)
_BE = ("is", "are")
_ENDS = ".,;:!?"
_NARROWED = 3
"""How many words behind one that narrows say to what."""


def totals(placed: Placed, parts: tuple[tuple[int, int], ...]) -> Iterator[Quantity]:
    """Yield what is told of all in the parts of a sentence, as figures that end in their noun."""
    if placed.words.is_empty:
        return
    endings = placed.words.stems("endings")
    for first, last in parts:
        for place in range(first, last):
            if stem(placed.tokens[place].low) in endings and not _is_hedged(placed, place):
                yield _figure(placed, place, place + 1, "-")
            elif end := _none(placed, place):
                nothing = _figure(placed, place, end, "")
                yield replace(nothing, values=(Decimal(0),), unit=COUNT)
            elif end := _noun(placed, first, place):
                yield _figure(placed, place, end, "")


def is_total_of(placed: Placed, total: Quantity, hit: Hit[Named], scope: AbstractSet[str]) -> bool:
    """Return whether a name is that of which what is told of all is told.

    What ended is the name itself; of all of something a name tells what they did: `all our
    candidates passed`, and not `all passes`. What follows may narrow it, `errors on ward 3`,
    but for stems of its `scope`.
    """
    start, end = hit.start, hit.end
    if not total.values[0]:
        is_whole = (start, end) == (total.first + 1, total.last)
        return is_whole and _is_unlimited(placed, total, scope)
    if _is_narrowed(placed, max(end, total.last), scope):
        return False
    if total.sign:
        between = range(total.last, start) if start >= total.last else range(end, total.first)
        return all(_is_light(placed, place) for place in between)
    is_next = start == total.first + 1 and not placed.has("earlier", start, end)
    begin = max(start, total.last)
    lists = ("denials", "relatives", "conjunctions", "bounds", "openings", "ranges")
    is_parted = any(placed.has(name, total.first, end) for name in lists)
    return end > total.last and not (is_next or is_parted) and begin - total.last <= 1


def _is_narrowed(placed: Placed, place: int, scope: AbstractSet[str]) -> bool:
    """Return whether what follows says of which of all, but for what is within a scope.

    `errors on ward 3`, `errors caused by haste`, `waiting rooms`, `every tool returned is oiled`.
    """
    found, words, low = placed.tokens, placed.words, low_at(placed.tokens, place)
    if is_past(low) or low in _BE or is_plural(found, place, words):
        return True
    lists = ("places", "within", "relatives", "earlier")
    if place >= len(found) or not any(words.at(name, found, place) for name in lists):
        return False
    after = found[place + 1 : place + 1 + _NARROWED]
    said = [t for t in after if t.kind == "number" or telling(t.text)]
    return not said or any(stem(t.low) not in scope for t in said)


def _figure(placed: Placed, first: int, last: int, sign: str) -> Quantity:
    begin, end = placed.tokens[first].start, placed.tokens[last - 1].end
    text = " ".join(token.text for token in placed.tokens[first:last])
    unit = unit_of("%")
    assert unit is not None  # noqa: S101 - the table has it
    return Quantity(first, last, begin, end, text, (_ALL,), unit, sign=sign, form=Form.WORDS)


def _noun(placed: Placed, first: int, place: int) -> int:
    """Return where the noun ends of which all are told, the subject of a part; 0 for none."""
    found, words = placed.tokens, placed.words
    hit = words.at("universals", found, place)
    if hit is None or not _is_subject(placed, first, place) or not is_word(found, place + 1):
        return 0
    is_of = words.at("shares", found, place + 1) is not None
    if hit[1] == "one" and not is_of:
        unit = unit_of(found[place + 1].text)
        is_other = words.at("rest", found, place + 1) or words.at("numbers", found, place + 1)
        return 0 if unit or is_other else place + 2
    noun = counted(found, place + 1, words)
    is_time = noun is not None and unit_of(found[noun].text) is not None
    is_but = words.at("conjunctions", found, place + 1) is not None
    return 0 if noun is None or is_time or is_but else noun + 1


def _none(placed: Placed, place: int) -> int:
    """Return where the noun ends of which there are none: `no errors at all`; 0 for none."""
    found, words = placed.tokens, placed.words
    is_denied = words.at("denials", found, place) == (1, "") and is_word(found, place + 1)
    noun = counted(found, place + 1, words) if is_denied else None
    is_told = noun is not None and noun + 1 < len(found)
    return noun + 1 if noun and is_told and words.at("emphatics", found, noun + 1) else 0


def _is_unlimited(placed: Placed, total: Quantity, scope: AbstractSet[str]) -> bool:
    """Return whether a clause says of nothing but a scope that there is none of a thing."""
    found, words, last = placed.tokens, placed.words, total.last
    hit = words.at("emphatics", found, last)
    after = last + (hit[0] if hit else 0)
    if after < len(found) and found[after].text not in _ENDS:
        return False
    first = total.first - 1
    while first > 0 and found[first - 1].kind != "sign":
        first -= 1
    # The word right before is the verb. `Last year` limits it: the record may be of another one.
    lists = ("own", "perfects", "earlier")
    return all(
        stem(token.low) in scope
        or token.low == "there"
        or any(words.at(name, (token,), 0) for name in lists)
        for token in found[first : total.first - 1]
        if telling(token.text)
    )


def _is_subject(placed: Placed, first: int, place: int) -> bool:
    """Return whether a word begins its part, but for when or where that was."""
    found, words = placed.tokens, placed.words
    if place == first or (place == first + 1 and words.at("joints", found, first)):
        return True
    is_led = words.at("places", found, first) or words.at("within", found, first)
    is_own = any(words.at(name, found, place - 1) for name in ("places", "within", "ranges"))
    return bool(is_led) and not is_own and not placed.has("own", first, place)


def _is_hedged(placed: Placed, place: int) -> bool:
    """Return whether a verb is told with less than all: `almost`, `all but`, `largely`."""
    # `To eliminate` is what one aims at.
    lists = ("bounds", "rest", "ranges")
    is_bound = any(placed.words.ending_at(name, placed.tokens, place) for name in lists)
    return is_bound or low_at(placed.tokens, place - 1).endswith("ly")


def _is_light(placed: Placed, place: int) -> bool:
    """Return whether a word says nothing of its own between a verb and its object: `all the`."""
    found = placed.tokens
    lists = ("articles", "universals", "own", "perfects", "earlier")
    return found[place].low in ("the", "been") or any(
        placed.words.at(name, found, place) for name in lists
    )
