"""Tokens to sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.quantities.counting import is_led_by_figure
from dossier.quantities.lexicon import Lexicon
from dossier.quantities.tokens import Token

_ANSWER = 12
"""How many tokens an answer has at most that is nothing but a figure."""
_LONGEST = 300
"""How many tokens a sentence has at most; a longer one is read in pieces."""
_ENDS = ".!?…"
_CLOSING = "\"')]"
_LAST = frozenset(_ENDS + _CLOSING)
"""What may stand right before the first word of a sentence."""
_ABBREVIATED = 3
"""Shorter words may be abbreviations: a point behind them ends no sentence."""
_SHORTENED = frozenset({"etc", "fig", "vol"})


def split(found: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield the sentences that tokens make."""
    first, end = 0, len(found)
    for position, token in enumerate(found, 1):
        is_end = position == end or position - first >= _LONGEST
        if is_end or (token.text in _LAST and _begins(found, position)):
            yield found[first:position]
            first = position


def _begins(found: Sequence[Token], position: int) -> bool:
    """Return whether a sentence begins with a token."""
    before, token = found[position - 1], found[position]
    if before.end == token.start or token.text in _CLOSING:
        return False
    last = position - 1
    while last > 0 and found[last].text in _CLOSING and found[last].end == found[last - 1].end + 1:
        last -= 1
    mark = found[last]
    if mark.text not in _ENDS or last == 0:
        return False
    word = found[last - 1]
    if token.kind == "word" and token.text.islower():
        is_whole = len(word.text) >= _ABBREVIATED and word.low not in _SHORTENED
        return word.kind == "word" and is_whole
    return mark.text != "." or word.kind != "word" or len(word.text) >= _ABBREVIATED


def with_answers(parts: Sequence[Sequence[Token]], words: Lexicon) -> Iterator[Sequence[Token]]:
    """Read a question and the bare figure that answers it as one: `How many? Over 300`."""
    place = 0
    while place < len(parts):
        part = parts[place]
        answer = parts[place + 1] if place + 1 < len(parts) else ()
        is_asked = part[-1].text == "?" and 0 < len(answer) <= _ANSWER
        if is_asked and is_led_by_figure(answer, words):
            part, place = [*part, *answer], place + 1
        yield part
        place += 1
