"""A text with its figures hidden: those in digits, and those in words."""

from __future__ import annotations

from dossier.plain.patterns import pattern
from dossier.quantities.lexicon import lexicon
from dossier.quantities.reader import quantities
from dossier.quantities.tokens import tokens

HIDDEN = "…"
_DIGITS = pattern(r"\w*\d[\w.,:/%+-]*")


def figures_in(text: str, language: str) -> tuple[str, ...]:
    """Return the figures of a text, as they stand there."""
    return tuple(f.text for f in quantities(text, tokens(text), lexicon(language)))


def without_figures(text: str, language: str) -> str:
    """Return a text in which a reader finds no number."""
    parts, position = [], 0
    for figure in quantities(text, tokens(text), lexicon(language)):
        parts += [text[position : figure.start], HIDDEN]
        position = figure.end
    return _DIGITS.sub(HIDDEN, "".join([*parts, text[position:]]))
