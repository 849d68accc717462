"""Words of any script to the Latin letters in which people write them elsewhere."""

from __future__ import annotations

import unicodedata

from anyascii import anyascii

from dossier.plain.patterns import pattern

_SPELT_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
    | {"Ø": "Oe", "Å": "Aa"}
)
"""What German, Danish and Norwegian put for letters that a keyboard lacks."""
_MARKS = pattern("[\u0300-\u036f]")
"""Accents of Latin, Greek and Cyrillic letters; those of other scripts make other letters."""


def transliterations(text: str) -> tuple[str, ...]:
    """Return a text in plain Latin letters, in each way that is usual: *Muller*, *Mueller*."""
    composed = unicodedata.normalize("NFC", text)
    ways = (composed, composed.translate(_SPELT_OUT))
    return tuple(dict.fromkeys(str(anyascii(way)) for way in ways))


def without_accents(text: str) -> str:
    """Return a text without the accents of its Latin, Greek and Cyrillic letters."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", text)))
