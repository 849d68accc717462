"""Old and new texts side by side in a terminal, or one below the other where it is narrow."""

from __future__ import annotations

import shutil
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from dossier.assistants.fences import on_one_line
from dossier.model.lock import Change
from dossier.plain.folding import plain

NARROWEST = 72
"""The width from which on two columns can be read."""
WIDEST = 120
_SHORTEST = 48
"""How much of a text a line shows at least."""
_GAP = "  "
_BRIEF = 5
"""How many words tell a sentence from others."""
_NOTHING = "(nothing)"


def cells(text: str) -> int:
    """Return how many places of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(bool(unicodedata.combining(sign)) for sign in text)


def brief(text: str) -> str:
    """Cut a sentence that its author knows to its first words."""
    words = text.split(" ")
    return text if len(words) <= _BRIEF + 2 else f"{' '.join(words[:_BRIEF]).rstrip(',;:')} …"


def fitted(text: str, taken: int) -> str:
    """Cut a text at a word to what a line of the terminal holds beside places that are taken."""
    width = max(shutil.get_terminal_size().columns - taken, _SHORTEST)
    return text if cells(text) <= width else textwrap.shorten(text, width, placeholder=" …")


def sentence(markdown: str) -> str:
    """Return what an author wrote as one line without Markdown, inert to a terminal."""
    return shown(on_one_line(plain(markdown)))


def shown(text: str) -> str:
    """Return a text with every sign escaped that could do something to a terminal."""
    signs = (s if s.isprintable() or unicodedata.combining(s) else _escape(s) for s in text)
    return "".join(signs)


def _escape(sign: str) -> str:
    return " " if sign == "\u00a0" else f"\\u{ord(sign):04x}"


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` places, at spaces where there are any."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if cells(longer) <= width:
            lines[-1] = longer
            continue
        if not lines[-1]:
            lines.pop()
        lines += _pieces(word, width)
    return lines


def _pieces(word: str, width: int) -> Iterator[str]:
    piece = ""
    for sign in word:
        if piece and cells(piece + sign) > width:
            yield piece
            piece = ""
        piece += sign
    yield piece


def side_by_side(changes: Iterable[Change], width: int) -> list[str]:
    """Return lines that show each field as it was and as it is."""
    rows = [(c.field, shown(c.old) or _NOTHING, shown(c.new) or _NOTHING) for c in changes]
    if width < NARROWEST:
        return [line for row in rows for line in _stacked(*row, width)]
    if not rows:
        return []
    width = min(width, WIDEST)
    first = min(max(cells(name) for name, _, _ in rows), width // 3)
    each = (width - 2 - first - 2 * len(_GAP)) // 2
    lines = [_line(("", "reviewed", "now"), (first, each))]
    for row in rows:
        parts = (wrap(row[0], first), wrap(row[1], each), wrap(row[2], each))
        lines += (_line(line, (first, each)) for line in zip_longest(*parts, fillvalue=""))
    return lines


def _line(texts: tuple[str, ...], widths: tuple[int, int]) -> str:
    first, each = widths
    padded = (t + " " * (w - cells(t)) for t, w in zip(texts, (first, each, each), strict=True))
    return ("  " + _GAP.join(padded)).rstrip()


def _stacked(name: str, old: str, new: str, width: int) -> Iterator[str]:
    yield from (f"  {line}" for line in wrap(name, width - 2))
    for mark, text in (("-", old), ("+", new)):
        for number, line in enumerate(wrap(text, width - 6)):
            yield f"    {mark if not number else ' '} {line}"
