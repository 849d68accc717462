"""Figures that claim nothing which somebody would have to prove."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import islice

from dossier.quantities.lexicon import Lexicon
from dossier.quantities.quantity import Quantity
from dossier.quantities.tokens import Token, is_joined, is_word, low_at

_SMALL = 5
"""Below this a bare count is told in passing."""
_OLD = 100
_LONG = 4
"""From how many letters on a word behind a unit may be the thing that the figure describes."""
_CLOSE, _MONTH = Decimal("0.01"), Decimal(2628000)


def is_incidental(
    found: Sequence[Token], figures: Sequence[Quantity], figure: Quantity, words: Lexicon
) -> bool:
    """Return whether one of a sentence's figures is no claim."""
    return (
        _is_small(figure)
        or figure.is_label
        or is_age(figure)
        or _is_part_of_age(figures, figure)
        or _is_some(found, figures, figure, words)
        or _is_own_age(found, figure, words)
        or _is_part(found, figure, words)
        or _is_parameter(found, figure)
        or _is_reciprocal(figures, figure)
    )


def is_age(figure: Quantity) -> bool:
    """Return whether a figure is a time in months or years: of a life, not of a claim."""
    return figure.kind == "time" and figure.unit.factor >= _MONTH and figure.rate is None


def _is_small(figure: Quantity) -> bool:
    is_whole = all(value == value.to_integral_value() for value in figure.values)
    return not figure.kind and not figure.rate and is_whole and figure.values[-1] < _SMALL


def _is_part_of_age(figures: Sequence[Quantity], figure: Quantity) -> bool:
    """Return whether a bare number is of the years told before it: `14 years, 9 of them`."""
    before = (other for other in reversed(figures) if other.last <= figure.first)
    return not figure.kind and any(map(is_age, islice(before, 1)))


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
    if figure.kind or figure.out_of or is_word(found, figure.last) or figure.first < 2:  # noqa: PLR2004
        return False
    return words.at("own", found, figure.first - 2) is not None and figure.values[-1] < _OLD


def _is_part(found: Sequence[Token], figure: Quantity, words: Lexicon) -> bool:
    """Return whether a figure describes a thing: `a 470 µF capacitor`, `a 16-piece band`."""
    last = figure.last
    hyphen = next((n for n in (last - 2, last) if low_at(found, n) == "-"), None)
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


def _is_reciprocal(figures: Sequence[Quantity], figure: Quantity) -> bool:
    """Return whether a time is that of one of so many a second: 16.7 ms at 60 fps."""
    others = (other.values[0] for other in figures if not other.kind)
    is_time = figure.kind == "time"
    return is_time and any(abs(figure.values[0] * other - 1) < _CLOSE for other in others)
