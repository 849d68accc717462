"""Texts compared as people read them: what typography and Markdown add is folded away."""

from __future__ import annotations

import re
import unicodedata

_MARKS = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032\u02bc`\u00b4"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d"), "-"),
    # Soft hyphens and characters without width.
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0f")),
}
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])")
_ESCAPE = re.compile(r"\\([^\w\s])")
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|~~|`|<br\s*/?>|</?(?:b|i|em|strong|u)>")
_LINE_MARK = re.compile(
    r"^[ \t]*(?:(?:#{1,6}|>|[-*+•◦▪·‣●○■–—]|\d{1,2}[.)])(?:[ \t]+|$))+", re.MULTILINE
)


def fold(text: str) -> str:
    """Return a text without typography, Markdown marks and line breaks, its case as it was."""
    return re.sub(r"\s*-(?:\s*-)*\s*", "-", plain(text))


def plain(text: str) -> str:
    """Return a text to be read: as `fold` does, but with the blanks around its dashes."""
    text = _LINE_MARK.sub("", text)
    text = _EMPHASIS.sub("", _LINK.sub(r"\1", _ESCAPE.sub(r"\1", text)))
    text = unicodedata.normalize("NFKC", text).translate(_MARKS)
    return " ".join(text.split())


def holds(text: str, wording: str) -> bool:
    """Return whether a folded text holds a folded wording as whole words.

    The case of its first letter, a full stop at its end and quotes around it don't count. Where
    it says `...`, words may be left out.
    """
    start = 0
    for part in re.split(r"\s*[\[(]?\.\.\.[\])]?\s*", wording.strip("\"' ")):
        needle = part.strip("\"' ").rstrip(".,;:! ")
        if needle:
            start = _find(text, needle, start)
            if start < 0:
                return False
    return True


def _find(text: str, needle: str, start: int) -> int:
    """Return where a wording ends in a text at or after `start`, -1 if it is not there."""
    head, tail = needle[0], needle[1:]
    either = f"[{re.escape(head.lower())}{re.escape(head.upper())}]" if head.isalpha() else ""
    before = r"(?<!\w)" if head.isalnum() else ""
    after = r"(?![\w+#])" if needle[-1].isalnum() else ""
    pattern = re.compile(before + (either or re.escape(head)) + re.escape(tail) + after)
    found = pattern.search(text, start)
    return found.end() if found else -1
