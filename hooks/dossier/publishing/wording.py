"""One way of writing a name to the places where a text has it, as a word of its own.

What a word is depends on the script at the name's ends. The ends are looked at in Python, because
an expression with them takes long to make and has no literal to begin with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.publishing.searched_text import HANGUL, UNSPACED

_LETTER = pattern(f"[^\\W_{UNSPACED}{HANGUL}]")
"""A letter or digit that a word beside it would be a part of: slow to compile."""
_HANGUL = pattern(f"[{HANGUL}]*")
_ARABIC, _HEBREW = pattern("[\u0620-\u064a]*"), pattern("[\u05d0-\u05ea]*")
_CYRILLIC = pattern("[\u0400-\u04ff]*")
_KOREAN = frozenset(
    {"은", "는", "이", "가", "을", "를", "의", "에", "에서", "에게", "께", "와", "과", "랑", "이랑"}
    | {"로", "으로", "도", "만", "부터", "까지", "처럼", "보다", "라고", "이라고", "라는", "이라는"}
    | {"입니다", "이다", "인", "측", "사"}
)
_RUSSIAN = frozenset(
    {"а", "я", "у", "ю", "е", "и", "ы", "о", "ом", "ем", "ой", "ей", "ою", "ею", "ам", "ям", "ами"}
    | {"ями", "ах", "ях", "ов", "ев", "ь"}
)
_ARABIC_BEFORE = pattern("[وفبلك]{0,2}(?:ال)?")
_HEBREW_BEFORE = pattern("[ובלמהשכ]{0,3}")
_AND = r"[\W_]*(?:(?:and|und|et|y|e|og|och|en|i)[\W_]*)?"
_UNSPACED = pattern(f"[{UNSPACED}]")
_LONGEST_PREFIX = 4
_GAPS = frozenset(" \n-_\u00a0")
CONTAINED, INFLECTED, WIDE = 3, 4, 6
"""Letters from which Korean is found within a word; from which endings and other spellings are
looked for; from which blanks between words may be missing."""


@frozen
class Wording:
    """A name as it may be written. Not slotted: its pattern is made late and kept."""

    name: str
    """In the case in which it is looked for."""

    def find(self, text: str) -> str:
        """Return how a text has the name, empty if it does not."""
        return next((text[start:end] for start, end in self.places(text)), "")

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a text has the name, from and to."""
        # Of a hundred names most have a word that the text has not: no pattern is made for them.
        if not all(part in text for part in self._whole):
            return
        for found in self._middle.finditer(text):
            if self._begins(text, found.start()) and self._ends(text, found.end()):
                yield found.span()

    @cached_property
    def _size(self) -> int:
        return sum(map(str.isalnum, self.name))

    @cached_property
    def _parts(self) -> tuple[str, ...]:
        """The words of the name, and signs that stand for one."""
        words = [word for word in re.split(r"[\s_]+", self.name) if word]
        if self._size <= CONTAINED and not is_unspaced(self.name):
            return tuple(words)
        parts = [part for word in words for part in re.findall(r"[^\W_]+|[&+]", word)]
        if self._is_russian and parts[-1][-1] in "аяыиоеь":
            parts[-1] = parts[-1][:-1]
        return tuple(parts)

    @cached_property
    def _whole(self) -> tuple[str, ...]:
        """The parts that stand as they are wherever a text has the name."""
        return tuple(part for part in self._parts if part not in "&+" and not is_unspaced(part))

    @cached_property
    def _middle(self) -> re.Pattern[str]:
        """What finds the name's words with whatever may stand between them."""
        if self._size <= CONTAINED and not is_unspaced(self.name):
            return re.compile(r"[\W_]+".join(map(re.escape, self._parts)))
        return re.compile(_between(self._parts, r"[\W_]*" if self._size >= WIDE else r"[\W_]+"))

    @property
    def _is_russian(self) -> bool:
        return bool(_CYRILLIC.fullmatch(self.name[-1])) and len(self.name) >= INFLECTED

    def _begins(self, text: str, start: int) -> bool:
        """Whether a word may begin there."""
        first, before = self.name[0], text[max(start - _LONGEST_PREFIX, 0) : start]
        if not first.isalnum() or is_unspaced(first):
            return True
        if _HANGUL.fullmatch(first):
            return len(self.name) >= CONTAINED or not _HANGUL.fullmatch(before[-1:] or ".")
        for script, prefix in ((_ARABIC, _ARABIC_BEFORE), (_HEBREW, _HEBREW_BEFORE)):
            if script.fullmatch(first):
                return bool(prefix.fullmatch(_last_run(script, before)))
        return not _is_letter(before[-1:])

    def _ends(self, text: str, end: int) -> bool:
        """Whether a word may end there."""
        last = self.name[-1]
        if not last.isalnum() or is_unspaced(last):
            return True
        if _HANGUL.fullmatch(last):
            particle = _HANGUL.match(text, end)
            return len(self.name) >= CONTAINED or bool(particle and particle[0] in {"", *_KOREAN})
        if self._is_russian:
            ending = _CYRILLIC.match(text, end)
            return bool(ending and ending[0] in {"", *_RUSSIAN})
        return not _is_letter(text[end : end + 1])


def stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether no letter stands around a part of a text."""
    around = (text[max(start - 1, 0) : start], text[end : end + 1])
    return not any(map(_is_letter, around))


def cut_end(text: str, start: int, letters: str) -> tuple[int, str]:
    """Return where a word that begins at a place ends, and the one gap in it; empty for none."""
    gap, place, read = "", start, 0
    while read < len(letters):
        sign = text[place : place + 1]
        if sign == letters[read]:
            read += 1
        elif sign in _GAPS and not gap and CONTAINED <= read <= len(letters) - CONTAINED:
            gap = "-" if sign in "-_" else " "
        else:
            return place, ""
        place += 1
    return place, gap


def is_unspaced(text: str) -> bool:
    """Return whether a text has signs of a script that has no blanks."""
    return not text.isascii() and bool(_UNSPACED.search(text))


def _is_letter(sign: str) -> bool:
    return sign.isalnum() if sign.isascii() else bool(_LETTER.match(sign))


def _last_run(script: re.Pattern[str], before: str) -> str:
    """Return the letters of a script with which a text ends."""
    return next(run for i in range(len(before) + 1) if script.fullmatch(run := before[i:]))


def _between(parts: Sequence[str], gap: str) -> str:
    pattern = ""
    for number, part in enumerate(parts):
        if part in "&+":
            continue
        is_and = number > 0 and parts[number - 1] in "&+"
        pattern += (_AND if is_and else gap) if pattern else ""
        pattern += r"\s*".join(map(re.escape, part)) if is_unspaced(part) else re.escape(part)
    return pattern
