"""Texts compared as people read them: what typography and Markdown add is folded away."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from dossier.plain.patterns import pattern

_MARKS = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032\u02bc`\u00b4"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d"), "-"),
    # Soft hyphens and characters without width.
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0f")),
}
_MARKED = pattern(r"[^A-Za-z0-9 ,.;:'\"%()/&?!-]|^ *[\d-]")
"""A sign that may be folded away, or begin what is."""
_LINK = pattern(r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])")
_ESCAPE = pattern(r"\\([^\w\s])")
_EMPHASIS = pattern(r"\*+|(?<!\w)_+|_+(?!\w)|~~|`|<br\s*/?>|</?(?:b|i|em|strong|u)>")
_LINE_MARK = pattern(
    r"^[ \t]*(?:(?:#{1,6}|>|[-*+•◦▪·‣●○■–—]|\d{1,2}[.)])(?:[ \t]+|$))+", re.MULTILINE
)


_DASHES = pattern(r"\s*-(?:\s*-)*\s*")
_LEFT_OUT = pattern(r"\s*[\[(]?\.\.\.[\])]?\s*")
_SUFFIXES = ("+", "#")
"""What belongs to a name before it: `C` is not `C++`."""


def fold(text: str) -> str:
    """Return a text without typography, Markdown marks and line breaks, its case as it was."""
    read = plain(text)
    return _DASHES.sub("-", read) if "-" in read else read


def plain(text: str) -> str:
    """Return a text to be read: as `fold` does, but with the blanks around its dashes."""
    if not _MARKED.search(text):
        return " ".join(text.split())
    text = _LINE_MARK.sub("", text)
    # Most texts have neither, and a search for a sign takes a hundredth of one for a pattern.
    text = _ESCAPE.sub(r"\1", text) if "\\" in text else text
    text = _LINK.sub(r"\1", text) if "[" in text else text
    text = _EMPHASIS.sub("", text)
    text = unicodedata.normalize("NFKC", text).translate(_MARKS)
    return " ".join(text.split())


def holds(text: str, wording: str) -> bool:
    """Return whether a folded text holds a folded wording as whole words.

    The case of its first letter, a full stop at its end and quotes around it don't count. Where
    it says `...`, words may be left out.
    """
    start = 0
    for needle in _needles(wording):
        start = _find(text, needle, start)
        if start < 0:
            return False
    return True


def occurrences(text: str, wording: str) -> int:
    """Return how often a folded text holds a folded wording, read as `holds` does.

    Where words are left out, how often what stands before them does, if the rest follows it.
    """
    needles = list(_needles(wording))
    if not needles or not holds(text, wording):
        return 0
    count, start = 0, _find(text, needles[0], 0)
    while start >= 0:
        count, start = count + 1, _find(text, needles[0], start)
    return count


def _needles(wording: str) -> Iterator[str]:
    """Yield the parts of a wording that are looked for."""
    for part in _LEFT_OUT.split(wording) if "..." in wording else (wording,):
        needle = part.strip("\"' ").rstrip(".,;:! ")
        if needle:
            yield needle


def _find(text: str, needle: str, start: int) -> int:
    """Return where a wording ends in a text at or after `start`, -1 if it is not there."""
    head, tail = needle[0], needle[1:]
    heads = head.lower() + head.upper() if head.isalpha() else head
    at = text.find(tail, start + 1)
    while at >= 0:
        end = at + len(tail)
        if (
            text[at - 1] in heads
            and not (head.isalnum() and at > 1 and _is_word(text[at - 2]))
            and not (
                needle[-1].isalnum()
                and (_is_word(text[end : end + 1]) or text[end : end + 1] in _SUFFIXES)
            )
        ):
            return end
        at = text.find(tail, at + 1)
    return -1


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
