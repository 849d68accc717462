"""Letters that look like others, and words letter by letter, to what readers take them for.

The table is Unicode's for spoofing (UTS 39), cut down to letters. Only what has one of its signs is
a disguise: among plain letters, `i` and `l` are not the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dossier.plain.patterns import pattern

_NUMBERS = {"0": "o", "1": "l"}
_MAY_BE_NUMBER = pattern(r"[A-Za-z][01]|[01][A-Za-z]")
_LEAST_WITH_NUMBER = 6
"""Letters of a word from which one `0` or `1` in it is no number: *a11y* and *H100* are words."""
_APART = r"[ \t\u00a0._\-\u2013\u00b7\u2022*|/~]{1,3}"
_SPELLED_OUT = pattern(rf"(?<!\w)(?:[^\W\d_]{_APART}){{2,}}[^\W\d_](?!\w)")
_LETTER = pattern(r"[^\W\d_]")


@cache
def _table() -> dict[int, str]:
    lines = Path(__file__).with_name("look_alikes.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split() for line in lines if not line.startswith("#")]
    return {ord(sign): letter for letter, signs in pairs for sign in signs}


@cache
def _folding() -> dict[int, str]:
    return {**_table(), **str.maketrans(_NUMBERS), ord("i"): "l", ord("I"): "l"}


def may_be_disguised(text: str) -> bool:
    """Return whether it takes a closer look to tell that no letter of a text is a disguise."""
    return not text.isascii() or bool(_MAY_BE_NUMBER.search(text))


def look(text: str) -> str:
    """Return what a text looks like, each letter at its place and in lower case."""
    folded = text.translate(_folding())
    lower = folded.lower()
    # A sigma depends on what follows it, and few letters have a lower case of two.
    if len(lower) == len(folded) and "\u03a3" not in folded:
        return lower
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in folded)


def is_disguised(text: str) -> bool:
    """Return whether a word has letters that only look like those that it is read as."""
    numbers = sum(sign in _NUMBERS for sign in text)
    is_written_with_one = numbers == 1 and len(text) >= _LEAST_WITH_NUMBER
    return any(ord(sign) in _table() for sign in text) or is_written_with_one


def is_mixed(text: str) -> bool:
    """Return whether a disguised word has other letters too: no script's own word does."""
    return any(sign.isascii() for sign in text if sign.isalnum())


def spelled_out(text: str) -> Iterator[tuple[str, str]]:
    """Yield what is written letter by letter: its letters, and how the text has it."""
    for found in _SPELLED_OUT.finditer(text):
        yield "".join(_LETTER.findall(found[0])), found[0]
