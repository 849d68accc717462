"""Figures to whether they are told as what was, or as what is now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.quantities.lexicon import Lexicon
from dossier.quantities.quantity import Quantity
from dossier.quantities.tokens import Token

_REACH = 3
"""How many words before or behind a figure may say when it held."""


def told_times(
    found: Sequence[Token], figures: Sequence[Quantity], figure: Quantity, words: Lexicon
) -> tuple[bool, bool]:
    """Return whether the words next to a figure say that it held before, and that it holds now."""
    near = list(_near(found, figures, figure, words))
    return words.has("earlier", near), words.has("now", near)


def told_time(
    found: Sequence[Token], figures: Sequence[Quantity], figure: Quantity, words: Lexicon
) -> str:
    """Return `earlier` or `now` by the words next to a figure, else by the last before it."""
    was, is_now = told_times(found, figures, figure, words)
    if was or is_now:
        return "" if was and is_now else "earlier" if was else "now"
    for position in range(figure.first - 1, -1, -1):
        for name in ("earlier", "now"):
            if words.at(name, found, position):
                return name
    return ""


def _near(
    found: Sequence[Token], figures: Sequence[Quantity], figure: Quantity, words: Lexicon
) -> Iterator[Token]:
    taken = {n for other in figures for n in range(other.first, other.last)}
    for step, start in ((-1, figure.first - 1), (1, figure.last)):
        for position in range(start, start + step * _REACH, step):
            if not 0 <= position < len(found) or position in taken:
                break
            if found[position].text in ",;:.()" or words.at("conjunctions", found, position):
                break
            yield found[position]
