"""What figures are told per: a time, or so many of something."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dossier.quantities.counting import counted
from dossier.quantities.lexicon import Lexicon
from dossier.quantities.quantity import Rate
from dossier.quantities.spelled import value_of
from dossier.quantities.stemming import stem
from dossier.quantities.tokens import Token, is_joined, is_number, is_word, low_at, token_at
from dossier.quantities.units import WORD, Unit, unit_of

_WHOLE = 1000
"""Out of how many something is told at most; more is what it is told per."""
_PARTING = ("conjunctions", "relatives", "numbers")
_CLAUSE = 14
"""How many tokens after a count a time may end its clause."""
_AHEAD, _FAR = 5, 8
"""How many tokens after a count, and after money, may belong to what it is told per."""


def rate_at(
    found: Sequence[Token], first: int, last: int, unit: Unit, words: Lexicon
) -> tuple[Rate | None, int]:
    """Return what a figure is told per, and the token after that if it has a number of its own."""
    far = _FAR if unit.is_money else _AHEAD if not unit.kind or unit.is_physical else 1
    rate, after = _of_many(found, last, words) if not unit.kind else (None, last)
    if rate:
        return rate, after
    for place in range(last, min(last + far, len(found))):
        token = found[place]
        if token.text == "/" and (place == last or not unit.is_physical):
            return _per(found, place + 1, last, words, of_time=False)
        if token.low in words.number_words:
            break
        if token.kind == "number" or (token.kind == "sign" and token.text != "-"):
            break
        period = words.at("periods", found, place)
        if period and not is_word(found, place + 1) and (of := unit_of(period[1])):
            return Rate("time", of.factor), last
        hit = words.at("each", found, place)
        if hit and not (place and words.at("within", found, place - 1)):
            # `18,400 m³ of water per site` is no rate, `18,400 m³ of water per year` is one.
            # `2.4 kWh a tonne` is told per mass, `4 boxes a tonne of them` need not be.
            is_measured = place == last and unit.is_physical and _measure(found, place + 1)[0]
            of_time = (hit[1] == "time" and not is_measured) or (unit.is_physical and place > last)
            rate, after = _per(found, place + 1, last, words, of_time=of_time)
            if is_number(found, place + 1) and rate and rate.kind == "time":
                # `64 sensors report every 15 seconds`: how often, and of no count.
                head = counted(found, last, words)
                rate = None if head is not None and place > head + 1 else rate
            if rate:
                return _of_time(found, place + 2, words) or rate, after
    far_on = _later(found, last, words) if not unit.kind else None
    return far_on or _before(found, first, words) or _opening(found, first, words), last


def _later(found: Sequence[Token], place: int, words: Lexicon) -> Rate | None:
    """Return per what time a count is told at the end of its clause: `came to us every day`."""
    for n in range(place, min(place + _CLAUSE, len(found))):
        hit, period = words.at("each", found, n), words.at("periods", found, n)
        if found[n].kind != "word" or any(words.at(name, found, n) for name in _PARTING):
            return None
        of = period[1] if period else found[n + 1].text if hit and is_word(found, n + 1) else ""
        unit = unit_of(of)
        is_span = words.at("within", found, n - 1)
        is_last = not is_word(found, n + 1 + bool(hit))
        if unit and unit.kind == "time" and is_last and not is_span:
            return Rate("time", unit.factor)
    return None


def _opening(found: Sequence[Token], first: int, words: Lexicon) -> Rate | None:
    """Return per what time a sentence tells its first figure at its start: `Every month we`."""
    if first > _FAR or not words.at("each", found, 0) or words.at("articles", found, 0):
        return None
    unit = unit_of(found[1].text) if first > 1 else None
    is_plain = all(token.kind == "word" for token in found[2:first])
    return Rate("time", unit.factor) if unit and unit.kind == "time" and is_plain else None


def _of_many(found: Sequence[Token], last: int, words: Lexicon) -> tuple[Rate | None, int]:
    """Return out of how many a count is told, if they are many: `3 of every million bottles`."""
    of = words.at("shares", found, last) if last < len(found) else None
    if of is None or of[0] == 1 or last + of[0] >= len(found):
        return _of_one(found, last, words)
    rate, after = _per(found, last + of[0], last, words, of_time=False)
    return (rate, after) if rate and rate.size > _WHOLE else (None, last)


def _of_one(found: Sequence[Token], last: int, words: Lexicon) -> tuple[Rate | None, int]:
    """Return in how many there is one of something: `1 error in 900 words`, not `in 90 days`."""
    place = last + 3
    if found[last - 1].text != "1" or not is_word(found, place) or unit_of(found[place].text):
        return None, last
    size = value_of(found[last + 2].text, comma=False)
    is_in = is_word(found, last) and words.at("shares", found, last + 1)
    return (
        (Rate(WORD + stem(found[place].low), size), place + 1) if is_in and size else (None, last)
    )


def _per(
    found: Sequence[Token], position: int, otherwise: int, words: Lexicon, *, of_time: bool
) -> tuple[Rate | None, int]:
    size, position = _size(found, position, words)
    token, after = token_at(found, position), position + 1
    if token is None or token.kind != "word":
        return None, otherwise
    unit = unit_of(token.text)
    if unit and unit.kind == "time":
        return Rate("time", unit.factor * size), after
    measure, length = _measure(found, position)
    if measure and not of_time:
        return Rate(measure.kind, measure.factor * size), position + length
    return (None, otherwise) if of_time else (Rate(WORD + stem(token.low), size), after)


def _measure(found: Sequence[Token], position: int) -> tuple[Unit | None, int]:
    """Return the physical unit at a position, and of how many tokens it is: `m³`, `cubic metre`."""
    written, after = found[position].text, token_at(found, position + 1)
    spellings = [(written, 1)]
    if after and after.text in "23" and is_joined(found, position + 1):
        spellings = [(written + after.text, 2)]
    elif after:
        spellings.insert(0, (f"{written} {after.text}", 2))
    known = ((unit_of(spelling), length) for spelling, length in spellings)
    return next(((u, length) for u, length in known if u and u.is_physical), (None, 0))


def _size(found: Sequence[Token], position: int, words: Lexicon) -> tuple[Decimal, int]:
    """Return of how many something is told, and the token after that: `per 10 million`."""
    size = Decimal(1)
    if is_number(found, position):
        size, position = value_of(found[position].text, comma=False) or size, position + 1
    hit = words.at("numbers", found, position) if position < len(found) else None
    is_scale = hit is not None and hit[1].startswith("x")
    return (size * int(hit[1][1:]), position + 1) if hit and is_scale else (size, position)


def _of_time(found: Sequence[Token], place: int, words: Lexicon) -> Rate | None:
    """Return the time that follows what else a figure is told per: `per cow per year`."""
    lists = ("each", "joints")
    is_more = place < len(found) and any(words.at(name, found, place) for name in lists)
    return _per(found, place + 1, place, words, of_time=True)[0] if is_more else None


def _before(found: Sequence[Token], first: int, words: Lexicon) -> Rate | None:
    """Return what the words right before a figure tell it per: `every month 310 t`."""
    place = first - 1 - (low_at(found, first - 1) == ",")
    unit = unit_of(found[place].text) if place > 0 and is_word(found, place) else None
    if unit and place > 2 and words.at("joints", found, place - 1):  # noqa: PLR2004
        # `Per person and day 140 kg`
        place -= 2
    if unit is None or unit.kind != "time" or not words.at("each", found, place - 1):
        return None
    is_span = place > 1 and words.at("within", found, place - 2)
    return None if is_span else Rate("time", unit.factor)


def is_price(rate: Rate | None, own: Rate | None) -> bool:
    """Return whether money is told per something of which no sum of money is: `3 ct/kWh`."""
    return rate is not None and rate.kind != "time" and (own is None or own.kind != rate.kind)
