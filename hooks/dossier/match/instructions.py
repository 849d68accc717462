"""A saved posting to what in it speaks to a machine: somebody else's text is data, never an order.

Text is compared as a machine may read it: without signs that have no width, letters of other
scripts as the Latin ones that they look like, with what comments, attributes and styles hide.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

_PARTS = ("machine", "alone", "gap", "ai")


@frozen
class Speech:
    """A way to speak to a machine. Not slotted: few are ever looked for, and compiled."""

    written: str
    signs: tuple[tuple[str, ...], ...]
    """Small letters that stand in whatever has the pattern: one of each group."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What is said."""
        return re.compile(self.written, re.IGNORECASE)

    def may_stand(self, lowered: str) -> bool:
        """Return whether a text could have the pattern: a cheap look."""
        return all(any(sign in lowered for sign in group) for group in self.signs)


@cache
def patterns() -> dict[str, Speech]:
    """Return what speaks to a machine, by what it is, as `instructions.txt` lists it."""
    text = Path(__file__).with_name("instructions.txt").read_text(encoding="utf-8")
    pairs = (line.partition(" = ") for line in text.splitlines() if not line.startswith("#"))
    found = {line: pattern for line, _, pattern in pairs}
    for part, value in {f"{{{part}}}": found.pop(part) for part in _PARTS}.items():
        found = {a.replace(part, value): b.replace(part, value) for a, b in found.items()}
    parted = ((line.partition(" ~ "), pattern) for line, pattern in found.items())
    return {name: _speech(signs, pattern) for (name, _, signs), pattern in parted}


def _speech(signs: str, pattern: str) -> Speech:
    groups = (group.split() for group in signs.split(" & "))
    read = tuple(tuple(sign.replace("_", " ") for sign in group) for group in groups)
    return Speech(pattern, read)


@cache
def _signs() -> re.Pattern[str]:
    """Return what stands in any text that has any of the patterns: one look for all."""
    signs = {sign for speech in patterns().values() for sign in speech.signs[0]}
    return re.compile("|".join(map(re.escape, sorted(signs))))


# Letters that look like Latin ones, after Unicode's confusables, lower case.
_LOOK_ALIKE = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb\u03bf\u03b1\u03b9\u03c1\u03bd",
    "aeopcyxijsdhoaipv",
)
_DOTS = str.maketrans("\u0130\u0131", "ii")
"""Letters that a pattern takes for `i`, whatever the case."""
_MIXED = pattern("[a-z][\u0370-\u052f]|[\u0370-\u052f][a-z]", re.IGNORECASE)
"""Latin letters next to Greek or Cyrillic ones."""
_MARKUP = pattern(r"<!--|-->|</?[a-zA-Z][^<>]{0,500}>|[*_`#>\[\]]")
_LONGEST = 90
_TAG = "[\U000e0001-\U000e007f]"
_LETTER = pattern("[\U000e0020-\U000e007e]")
_FLAG = pattern(f"\U0001f3f4{_TAG}{{1,7}}")
"""Scotland's, for one: the only use that tags have."""
_UNSEEN = pattern(
    f"{_TAG}+|[\u200b-\u200f\u2060-\u2064\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef]{{8,}}"
)
"""Signs that nobody sees: letters as tags, or as many in a row as no writing has, which spell bits
or bytes."""


@lru_cache(maxsize=1024)
def instructions(text: str) -> tuple[tuple[int, str], ...]:
    """Return what in a posting speaks to a machine: the line, counted from 0, and its words."""
    found: dict[int, str] = {}
    for line, read in _readings(text):
        lowered = read.translate(_DOTS).lower()
        if not _signs().search(lowered):
            continue
        for speech in patterns().values():
            if speech.may_stand(lowered) and (match := speech.pattern.search(read)):
                words = " ".join(match[0].split())
                found.setdefault(line + read.count("\n", 0, match.start()), words[:_LONGEST])
    for line, words in _unseen(text):
        found.setdefault(line, words)
    return tuple(sorted(found.items()))


def speaks_to_a_machine(text: str) -> bool:
    """Return whether any of a text does."""
    return bool(instructions(text))


def _readings(text: str) -> Iterator[tuple[int, str]]:
    """Yield a text as it stands, and without markup, as machines may read it."""
    plain = seen_by_machines(text)
    yield 0, plain
    bare = _MARKUP.sub(" ", plain)
    if bare != plain:
        yield 0, bare


def _unseen(text: str) -> Iterator[tuple[int, str]]:
    """Yield the first line with signs that nobody sees, and what they spell."""
    found = () if text.isascii() else _UNSEEN.findall(rest := _FLAG.sub("", text))
    if not found:
        return
    signs = "".join(found)
    spelled = "".join(chr(ord(sign) & 0x7F) for sign in _LETTER.findall(signs)).strip()
    words = f"{spelled[:_LONGEST]}, in {len(signs)} signs that nobody sees".removeprefix(", in ")
    yield rest.count("\n", 0, rest.index(found[0])), words


def seen_by_machines(text: str) -> str:
    """Return a text without signs of no width, its look-alike letters as Latin ones."""
    if text.isascii():
        return text
    # Composed after that: a sign of no width keeps a letter and its accent apart.
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    shown = unicodedata.normalize("NFKC", seen)
    return shown.casefold().translate(_LOOK_ALIKE) if _MIXED.search(shown) else shown
