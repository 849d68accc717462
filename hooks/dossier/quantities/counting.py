"""A number to what it counts: the plural behind it."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.quantities.lexicon import Lexicon
from dossier.quantities.tokens import Token, is_word, low_at

_AHEAD = 4
"""How many tokens after a count the thing may stand that it counts."""
_SHORTEST = 4
"""From how many letters on a word that ends in `s` may be what is counted."""


def is_plural(found: Sequence[Token], position: int, words: Lexicon) -> bool:
    """Return whether a word may be what is counted: `beds`, `people`, `GPs`."""
    if not is_word(found, position):
        return False
    text, low = found[position].text, found[position].low
    is_long = len(low) >= _SHORTEST and low.endswith("s") and not low.endswith("ss")
    is_short = text.endswith("s") and text[:-1].isupper()
    return is_long or is_short or bool(words.at("plurals", found, position))


def counted(found: Sequence[Token], after: int, words: Lexicon) -> int | None:
    """Return the first plural behind a count, None if nothing is said to be counted."""
    for position in range(after, min(after + _AHEAD, len(found))):
        is_per = position == after and words.at("each", found, position)
        is_sign = found[position].kind != "word" and found[position].text != "-"
        if is_per or is_sign or _says_when(found, position, words):
            return None
        if is_plural(found, position, words):
            return position
    return None


def _says_when(found: Sequence[Token], position: int, words: Lexicon) -> bool:
    """Return whether a word leads to a time or place, and to nothing counted: `74 before calls`."""
    led = words.at("earlier", found, position)
    is_within = words.at("within", found, position) and low_at(found, position) != "of"
    return bool(is_within) or (led is not None and led[1] == "when")


def is_led_by_figure(found: Sequence[Token], words: Lexicon) -> bool:
    """Return whether a figure opens a sentence, be it bounded: `Over four hundred`."""
    place = 0
    while place < len(found) and found[place].kind == "word":
        led = words.at("bounds", found, place) or words.at("articles", found, place)
        if led is None or words.at("numbers", found, place):
            break
        place += led[0]
    if place >= len(found):
        return False
    token = found[place]
    return token.kind == "number" or token.low in words.number_words or token.text in "$€£~<>≤≥±"
