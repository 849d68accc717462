"""Tokens between two places to how far these are apart: words, marks and conjunctions."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.quantities.lexicon import Lexicon
from dossier.quantities.tokens import Token

_MARKS = {",": 3.0, ";": 6.0, "(": 1.0, ")": 1.0, "\N{EN DASH}": 2.0, "-": 0.2}
_MARK, _CONJUNCTION = 0.5, 2.0


def distance(found: Sequence[Token], words: Lexicon, begin: int, end: int) -> float:
    """Return how far apart two tokens are; what bounds a figure or says of which counts not."""
    cost, bounded = 0.0, begin
    for position in range(begin, end):
        token = found[position]
        if token.kind == "sign":
            cost += _MARKS.get(token.text, _MARK)
        elif words.at("conjunctions", found, position):
            cost += _CONJUNCTION
        elif position >= bounded and (
            passed := words.at("bounds", found, position) or words.at("wholes", found, position)
        ):
            bounded = position + passed[0]
        elif position >= bounded and not words.at("articles", found, position):
            cost += 1.0
    return cost
