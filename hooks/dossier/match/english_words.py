"""Whether a word is an everyday one: *rust* is rust, *Kubernetes* nothing but a name.

The words are of SCOWL (Kevin Atkinson, 2020), under its licence, which stands above them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dossier.plain.patterns import pattern

_FIELD = pattern(
    r"(?:[a-z]*[aeiouy][a-z]*ing|[a-z]{3,}(?:tion|sion|ment|[ei]ty|[ae]nce|[ae]ncy|acy|ship"
    r"|logy|graphy|ics|ism|ery|[kst]ry))s?"
)
"""What is made of another word to call a field of work: `Litigation`, `Nursing`, `Pastry`."""


def is_everyday(word: str) -> bool:
    """Return whether a word, its case aside, is a short or frequent one of English."""
    word = word.casefold()
    return word in _words() or (word.endswith("s") and word[:-1] in _words())


def calls_field(word: str) -> bool:
    """Return whether a word calls a field of work, which has a capital for emphasis alone."""
    return bool(_FIELD.fullmatch(word.casefold()))


@cache
def _words() -> frozenset[str]:
    lines = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
