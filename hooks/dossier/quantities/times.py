"""Figures to whether they are told as what was, or as what is now."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from dossier.plain.patterns import pattern
from dossier.quantities.placed import Placed
from dossier.quantities.quantity import Quantity
from dossier.quantities.tokens import Token

_PAST = pattern(r"\w{2,}[^\We]ed")
_YEAR = 4
"""How many digits a year has."""
_REACH = 3
"""How many words before or behind a figure may say when it held."""


def told_times(placed: Placed, figures: Sequence[Quantity], figure: Quantity) -> tuple[bool, bool]:
    """Return whether the words next to a figure say that it held before, and that it holds now."""
    near = list(_near(placed, figures, figure))
    return placed.words.has("earlier", near), placed.words.has("now", near)


def told_time(placed: Placed, figures: Sequence[Quantity], figure: Quantity) -> str:
    """Return `earlier` or `now` by the words next to a figure, else by the last before it."""
    was, is_now = told_times(placed, figures, figure)
    if was or is_now:
        return "" if was and is_now else "earlier" if was else "now"
    earlier, now = placed.last_begun("earlier", figure.first), figure.first
    while (now := placed.last_begun("now", now)) >= 0 and _opens_span(placed, figures, now):
        pass
    return "" if earlier == now == -1 else "earlier" if earlier >= now else "now"


def are_turned(
    placed: Placed,
    figures: Sequence[Quantity],
    part: Callable[[int], tuple[int, int]],
    new: Quantity,
    old: Quantity,
) -> bool:
    """Return whether what holds now is told as what was, or what was as what holds now.

    `part` returns the part of the sentence in which a token stands.
    """
    was = told_times(placed, figures, new)[0] and not _is_sequel(placed, figures, part, old, new)
    is_past, is_now = told_times(placed, figures, old)
    if (was and not is_past) or (is_now and not was and not is_past):
        return True
    # What is told of now is no value of before, whatever is said of the other one.
    return told_time(placed, figures, old) == "now" != told_time(placed, figures, new)


def _is_sequel(
    placed: Placed,
    figures: Sequence[Quantity],
    part: Callable[[int], tuple[int, int]],
    one: Quantity,
    two: Quantity,
) -> bool:
    """Return whether all that puts a figure in the past is its tense, and the one before shares it.

    What came first is told first: `it took 47 days when I came; at the end it was 19`.
    """
    near = list(_near(placed, figures, two))
    hits = (placed.words.at("earlier", near, place) for place in range(len(near)))
    first, last = part(one.first)
    is_next = one.last <= two.first and two.first >= last
    is_tense = all(hit is None or hit[1] == "tense" for hit in hits)
    return is_next and is_tense and not placed.has("presents", first, last)


def is_past(word: str) -> bool:
    """Return whether a word looks like a regular verb's past: `needed`, and no `speed`."""
    return _PAST.fullmatch(word) is not None


def is_year(word: str) -> bool:
    """Return whether a word is a year of our time."""
    return word.isdecimal() and len(word) == _YEAR and word[:2] in ("19", "20")


def _near(placed: Placed, figures: Sequence[Quantity], figure: Quantity) -> Iterator[Token]:
    found, words = placed.tokens, placed.words
    for step, start in ((-1, figure.first - 1), (1, figure.last)):
        for position in range(start, start + step * _REACH, step):
            if not 0 <= position < len(found) or _is_taken(figures, position):
                break
            if found[position].text in ",;:.()" or words.at("conjunctions", found, position):
                break
            if not _opens_span(placed, figures, position):
                yield found[position]


def _opens_span(placed: Placed, figures: Sequence[Quantity], position: int) -> bool:
    """Return whether a word says how long, and not when: the `after` of `after 12 months`."""
    at = bisect_right(figures, position, key=lambda figure: figure.first)
    is_led = at < len(figures) and figures[at].first == position + 1
    return is_led and is_span(placed, figures[at])


def is_span(placed: Placed, figure: Quantity) -> bool:
    """Return whether a figure is the time in or after which something holds: `in 12 months`."""
    return figure.kind == "time" and figure.rate is None and is_within(placed, figure)


def is_within(placed: Placed, figure: Quantity) -> bool:
    """Return whether a figure is led by what says how long: `after 2 winters`."""
    found, words, place = placed.tokens, placed.words, figure.first
    if words.ending_at("pairs", found, place):
        # The `of` of `instead of 41,000` says with what something is compared.
        return False
    while not words.ending_at("within", found, place):
        bound = words.ending_at("bounds", found, place)
        if bound is None:
            return False
        place -= bound[0]
    return True


def _is_taken(figures: Sequence[Quantity], position: int) -> bool:
    """Return whether a token belongs to a figure; they are in order, and none is in another."""
    at = bisect_right(figures, position, key=lambda figure: figure.first)
    return at > 0 and position < figures[at - 1].last
