"""Numbers as they are written, in digits and in words, to their values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from dossier.plain.patterns import pattern
from dossier.quantities.counting import is_plural
from dossier.quantities.lexicon import Lexicon
from dossier.quantities.tokens import Token, low_at
from dossier.quantities.units import unit_of

_THOUSANDS = pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_POINTED = pattern(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+")
_COMMA = pattern(r"\d+,\d{1,2}")
_PLAIN = pattern(r"\d*\.?\d+")
_TEN = 10
_DOZEN = 12
"""From here on a number may have an article: `a dozen`."""
_WHOLE = 1000
"""Out of how many something is told at most: `nine in ten`, `three in every thousand`."""
_MOST = 8
"""How many words a number has at most."""


def value_of(written: str, *, comma: bool) -> Decimal | None:
    """Return the value of a number in digits, None for a version or a list."""
    written = written.replace(" ", "").replace("'", "")
    if comma and _POINTED.fullmatch(written):
        return Decimal(written.replace(".", "").replace(",", "."))
    if _PLAIN.fullmatch(written):
        return Decimal(written)
    if _THOUSANDS.fullmatch(written):
        return Decimal(written.replace(",", ""))
    if _COMMA.fullmatch(written):
        return Decimal(written.replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", written):
        return Decimal(written.replace(".", ""))
    return None


def spelled(
    found: Sequence[Token], position: int, words: Lexicon
) -> tuple[Decimal, int, str] | None:
    """Return the value of a number in words, the token after it, and its form; None if none is.

    Fractions are told in per cent, `doubled` and `tenfold` as factors.
    """
    if words.is_empty or _is_part_of_unit(found, position, words):
        return None
    factor = words.at("factors", found, position)
    if factor:
        return Decimal(factor[1]), position + factor[0], "factor"
    start = position + bool(words.at("articles", found, position))
    has_article = start > position
    fraction = words.at("fractions", found, start) if start < len(found) else None
    if fraction and (has_article or found[start].low == "half"):
        return _fraction(found, start + fraction[0], _share(fraction[1]), words)
    value, end = _count(found, start, words)
    if end == start or (has_article and value < _DOZEN):
        return None
    return _after_count(found, end, value, words)


def is_exact_count(found: Sequence[Token], first: int, last: int, words: Lexicon) -> bool:
    """Return whether number words count things as digits do: `twenty-two boats`.

    Neither `two dozen` nor `a hundred`, nor what is known as `the twelve`; and up to ten prose
    has words for what nobody would count.
    """
    hits = [words.at("numbers", found, n) for n in range(first, last) if found[n].text != "-"]
    counts = [int(hit[1]) for hit in hits if hit and hit[1].isdecimal()]
    is_exact = len(counts) == len(hits) and sum(counts) > _TEN
    is_next = is_plural(found, last, words) or (
        is_plural(found, last + 1, words) and not words.at("conjunctions", found, last)
    )
    return is_exact and is_next and low_at(found, first - 1) != "the"


def _fraction(
    found: Sequence[Token], end: int, share: Decimal, words: Lexicon
) -> tuple[Decimal, int, str]:
    """Return what a fraction is of: a scale, `half a million`, a unit, or a whole."""
    scale = _scale_after(found, end, words)
    if scale:
        return share * scale[0], scale[1], "words"
    # `half an hour`, `three quarters of an hour`
    place = end + bool(end < len(found) and low_at(found, end) == "of")
    has_unit = place + 1 < len(found) and words.at("articles", found, place)
    if has_unit and unit_of(found[place + 1].low):
        return share, place + 1, "words"
    return share * 100, end, "fraction"


def _after_count(
    found: Sequence[Token], end: int, value: int, words: Lexicon
) -> tuple[Decimal, int, str] | None:
    """Return what a number in words is, by what follows: a share, a factor, or a count."""
    start, half = end, _and_a_half(found, end, words)
    if half:
        size, after = _scale_after(found, half[1], words) or (1, half[1])
        return (value + half[0]) * size, after, "words"
    if end < len(found):
        fraction = words.at("fractions", found, end)
        if fraction and value > 1:
            return _fraction(found, end + fraction[0], value * _share(fraction[1]), words)
        # `nineteen apprentices in twenty`, not `… in twenty houses`
        of_things = value > 1 and end + 1 < len(found) and is_plural(found, end, words)
        end += of_things and words.at("shares", found, end + 1) is not None
        of = words.at("shares", found, end)
        if of and end + of[0] < len(found):
            place = end + of[0]
            place += bool(words.at("articles", found, place)) and place + 1 < len(found)
            whole, after = _count(found, place, words)
            number = value_of(found[place].text, comma=False)
            if found[place].kind == "number" and number:
                whole, after = int(number), place + 1
            if 0 < value < whole <= _WHOLE and not (of_things and is_plural(found, after, words)):
                return Decimal(100 * value) / whole, after, "fraction"
    return (Decimal(value), start, "words") if value != 1 else None


def _and_a_half(
    found: Sequence[Token], position: int, words: Lexicon
) -> tuple[Decimal, int] | None:
    if position + 2 >= len(found) or not words.at("joints", found, position):
        return None
    hit = words.at("fractions", found, position + 2)
    is_part = hit and words.at("articles", found, position + 1)
    return (_share(hit[1]), position + 3) if hit and is_part else None


def _is_part_of_unit(found: Sequence[Token], position: int, words: Lexicon) -> bool:
    """Return whether what follows is more of a unit before it: `an hour and three quarters`."""
    if position < 2 or not words.at("joints", found, position - 1):  # noqa: PLR2004
        return False
    unit = unit_of(found[position - 2].text)
    return unit is not None and unit.is_name and bool(_has_fraction(found, position, words))


def _has_fraction(found: Sequence[Token], position: int, words: Lexicon) -> bool:
    places = range(position, min(position + 2, len(found)))
    return any(words.at("fractions", found, place) for place in places)


def _share(written: str) -> Decimal:
    over, _, under = written.partition("/")
    return Decimal(over) / Decimal(under)


def _scale_after(found: Sequence[Token], position: int, words: Lexicon) -> tuple[int, int] | None:
    """Return the scale of `half a million`, `a quarter of a million`, and the token after it."""
    position += bool(position < len(found) and words.at("shares", found, position))
    if position >= len(found):
        return None
    position += bool(words.at("articles", found, position))
    hit = words.at("numbers", found, position) if position < len(found) else None
    return (int(hit[1][1:]), position + 1) if hit and hit[1].startswith("x") else None


def _count(found: Sequence[Token], position: int, words: Lexicon) -> tuple[int, int]:
    """Return the value of the number words at a position, and the token after them."""
    total = current = 0
    start = position
    while position < min(len(found), start + _MOST):
        hit = words.at("numbers", found, position)
        if hit is None:
            joins = found[position].text == "-" or words.at("joints", found, position)
            goes_on = position > start and joins and position + 1 < len(found)
            if not (goes_on and words.at("numbers", found, position + 1)):
                break
        elif hit[1].startswith("x"):
            size = int(hit[1][1:])
            current = max(current, 1) * size
            if size >= 1000:  # noqa: PLR2004 - from there on words close a group
                total, current = total + current, 0
        elif current % 10 or (current % 100 and int(hit[1]) > 9):  # noqa: PLR2004 - `five six`
            break
        else:
            current += int(hit[1])
        position += 1
    return total + current, position
