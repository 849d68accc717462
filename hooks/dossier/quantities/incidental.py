"""Figures that claim nothing which somebody would have to prove."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from dossier.quantities.lexicon import Lexicon
from dossier.quantities.quantity import Bound, Quantity
from dossier.quantities.tokens import Token, is_joined, is_word, low_at

_SMALL = 5
"""Below this a bare count is told in passing."""
_YEAR = 4
_OLD, _HOURS = 100, 24
_LONG = 4
"""From how many letters on a word behind a unit may be the thing that the figure describes."""
_FAR = 200
"""Over how many words somebody may be the subject of a time: sentences have no end of their own."""
_LED = 6
"""Before which token of a clause its subject begins, if a place or a condition leads it."""
_CLOSE, _MONTH = Decimal("0.01"), Decimal(2628000)


def is_incidental(
    found: Sequence[Token],
    figures: Sequence[Quantity],
    figure: Quantity,
    words: Lexicon,
    *,
    is_change: bool = False,
) -> bool:
    """Return whether one of a sentence's figures is no claim.

    What is told to have changed is one, however small, and be it a time.
    """
    return (
        (not is_change and (_is_small(figure) or _is_span(found, figure, words)))
        or figure.is_label
        or _is_part_of_age(found, figures, figure, words)
        or _is_some(found, figures, figure, words)
        or _is_own_age(found, figure, words)
        or _is_part(found, figure, words)
        or _is_parameter(found, figure)
        or _is_reciprocal(figures, figure)
        or _is_place_or_hour(found, figure, words)
    )


def is_of_a_kind(
    found: Sequence[Token], first: int, last: int, figure: Quantity, words: Lexicon
) -> bool:
    """Return whether a part of a sentence says what a thing costs, or one of its kind is like.

    `A trailer takes 26`, `gas cost 3 ct`, `The Department wants 90 %`; not `a team of 14`.
    """
    part = found[first:last]
    is_price = figure.unit.is_money and words.has("prices", part)
    if is_price and not words.has("directions", part):
        return True
    is_named = low_at(part, 0) == "the" and len(part) > 1 and part[1].text[0].isupper()
    # `At 30 mph a car needs 23 metres`
    led = (
        range(1, min(len(part), _LED)) if words.at("places", part, 0) else range(min(len(part), 1))
    )
    is_any = (
        any(words.at("articles", part, n) for n in led) and low_at(found, figure.first - 1) != "of"
    )
    return is_named or (is_any and figure.first > first)


def is_history(found: Sequence[Token], first: int, last: int, words: Lexicon) -> bool:
    """Return whether a part of a sentence is of a year that nobody remembers: `in May 1895`."""
    years = (n for n in range(max(first, 1), last) if found[n].text.isdecimal())
    return any(
        len(found[n].text) == _YEAR
        and "1000" < found[n].text < "1900"
        and (words.at("months", found, n - 1) or words.at("places", found, n - 1))
        for n in years
    )


def is_age(figure: Quantity) -> bool:
    """Return whether a figure is a time in months or years: of a life, not of a claim."""
    return figure.kind == "time" and figure.unit.factor >= _MONTH and figure.rate is None


def _is_span(found: Sequence[Token], figure: Quantity, words: Lexicon) -> bool:
    """Return whether a figure is how long somebody did something, not how long a thing holds."""
    if not is_age(figure):
        return False
    place = figure.first - 1
    while (bound := words.ending_at("bounds", found, place + 1)) is not None:
        place -= bound[0]
    before = found[max(place - _FAR, 0) : max(place, 0)]
    hits = (words.at("own", before, n) for n in range(len(before)))
    if place < 1 or any(hit and hit[1] == "subject" for hit in hits):
        return True
    if words.at("within", found, place):
        # `The coating has held for 15 years`
        return not words.has("perfects", before)
    # `lasts 30 years`, `waits 15 months`
    verb = found[place]
    return not (verb.text.islower() and verb.low.endswith("s") and len(verb.low) >= _LONG)


def _is_small(figure: Quantity) -> bool:
    is_whole = all(value == value.to_integral_value() for value in figure.values)
    return not figure.kind and not figure.rate and is_whole and figure.values[-1] < _SMALL


def _is_part_of_age(
    found: Sequence[Token], figures: Sequence[Quantity], figure: Quantity, words: Lexicon
) -> bool:
    """Return whether a bare number is of the years told before it: `14 years, 9 of them`."""
    is_bare = not figure.kind and (
        not is_word(found, figure.last) or words.at("shares", found, figure.last)
    )
    before = bisect_right(figures, figure.first, key=lambda other: other.last) if is_bare else 0
    return before > 0 and is_age(figures[before - 1])


def _is_some(
    found: Sequence[Token], figures: Sequence[Quantity], figure: Quantity, words: Lexicon
) -> bool:
    """Return whether a bare number is of more that are told before it: `384 cues, 210 of them`."""
    if figure.kind or figure.last >= len(found) or not words.at("shares", found, figure.last):
        return False
    before = (other for other in figures if other.last <= figure.first and not other.kind)
    return any(other.values[0] > figure.values[-1] for other in before)


def _is_own_age(found: Sequence[Token], figure: Quantity, words: Lexicon) -> bool:
    """Return whether a bare number is how old one was: `when I was 24`."""
    is_more = is_word(found, figure.last) and not words.at("conjunctions", found, figure.last)
    if figure.kind or figure.out_of or is_more or figure.first < 2:  # noqa: PLR2004
        return False
    return words.at("own", found, figure.first - 2) is not None and figure.values[-1] < _OLD


def _is_part(found: Sequence[Token], figure: Quantity, words: Lexicon) -> bool:
    """Return whether a figure describes a thing: `a 470 µF capacitor`, `a 16-piece band`."""
    last = figure.last
    # That of `forty-three` is within the number.
    within = () if words.at("numbers", found, last - 1) else (last - 2,)
    hyphen = next((n for n in (*within, last) if low_at(found, n) == "-"), None)
    if hyphen is not None:
        return is_joined(found, hyphen + 1) and is_word(found, hyphen + 2)
    is_thing = is_word(found, last) and len(found[last].text) >= _LONG
    is_led = figure.first > 0 and words.at("articles", found, figure.first - 1) is not None
    return figure.unit.is_physical and is_led and is_thing


def _is_parameter(found: Sequence[Token], figure: Quantity) -> bool:
    """Return whether a figure is set or compared with a letter: `n = 20`, `p < 0.05`."""
    before = found[max(0, figure.first - 3) : figure.first + 1]
    place = next((n for n, token in enumerate(before) if token.text in ("=", "<", ">")), 0)
    return place > 0 and len(before[place - 1].text) == 1


def _is_place_or_hour(found: Sequence[Token], figure: Quantity, words: Lexicon) -> bool:
    """Return whether a bare number is that of a place or of an hour: `in bay 6`, `at 7`."""
    first, last = figure.first, figure.last
    is_counted = is_word(found, last) and low_at(found, last) != "of"
    if figure.kind or figure.rate or figure.bound is not Bound.EXACT or is_counted or not first:
        return False
    led = words.at("places", found, first - 1)
    if led and led[1] == "hour":
        return figure.values[-1] <= _HOURS
    is_noun = is_word(found, first - 1) and found[first - 1].text.islower()
    return is_noun and first > 1 and words.at("places", found, first - 2) is not None


def _is_reciprocal(figures: Sequence[Quantity], figure: Quantity) -> bool:
    """Return whether a time is that of one of so many a second: 16.7 ms at 60 fps."""
    others = (other.values[0] for other in figures if not other.kind)
    is_time = figure.kind == "time"
    return is_time and any(abs(figure.values[0] * other - 1) < _CLOSE for other in others)
