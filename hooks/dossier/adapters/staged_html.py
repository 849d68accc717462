"""The author's HTML in a staged page: what a site of ours would not show is not handed on.

The engine that reads the tree runs no hook of ours, so that nobody cleans the page behind it. Tags
are read as CommonMark has them; whatever else begins like one is text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from dossier.plain.hidden_html import end_of, hides
from dossier.plain.patterns import pattern
from dossier.plain.safe_html import EMPTIED, active_parts
from dossier.prose.markdown import is_safe

Cut = tuple[int, int, str]

_BEGUN = pattern(r"<(?=[A-Za-z/!?])(?!!--)")
_AUTOLINK = pattern(r"<(?:https?|mailto):[^\s<>]*>")
_TAG = pattern(
    r"</?([A-Za-z][A-Za-z0-9-]*)"
    r"(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*\s*/?>"
)
_OTHER = pattern(r"<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![^>]*>", re.DOTALL)
"""What is no element and shows nothing: instructions, character data, declarations, or less."""
ATTRIBUTES = pattern(r"\{:?[^{}\n]{0,500}?\b(?:on\w+|style|srcdoc|formaction)\s*=[^{}\n]*\}")
_ADDRESS = pattern(r"(?<!\\)(?:\\\\)*(\])\(\s*<?([^)>\s]{1,2000})")
_DEFINED = pattern(r"^ {0,3}(\[)[^\]\n]+\]:\s*<?(\S+)", re.MULTILINE)


def html_cuts(text: str, opened: Collection[str], is_code: Callable[[int], bool]) -> Iterator[Cut]:
    """Yield what goes from a text, and what is escaped; `opened` are elements that stay.

    `is_code` says of a place whether it shows what is written there.
    """
    position = 0
    for begun in _BEGUN.finditer(text):
        start = begun.start()
        if start < position or is_code(start):
            continue
        end, replacement = _judged(text, start, opened)
        if end:
            yield start, end, replacement
            position = end
    for found in ATTRIBUTES.finditer(text):
        if not is_code(found.start()):
            yield found.start(), found.end(), ""
    for found in _ADDRESS.finditer(text):
        if not is_safe(found[2]) and not is_code(found.start(1)):
            yield found.start(1), found.end(1), r"\]"
    for found in _DEFINED.finditer(text):
        if not is_safe(found[2]) and not is_code(found.start()):
            yield found.start(1), found.end(1), r"\["


def _judged(text: str, start: int, opened: Collection[str]) -> tuple[int, str]:
    """Return until where something goes, 0 for nothing, and what stands there instead."""
    if _AUTOLINK.match(text, start):
        return 0, ""
    if other := _OTHER.match(text, start):
        return other.end(), ""
    tag = _TAG.match(text, start)
    if tag is None:
        return start + 1, "&lt;"
    name = tag[1].lower()
    if name in EMPTIED and name not in opened and text[start + 1] != "/":
        closed = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, tag.end())
        return (closed.end() if closed else len(text)), ""
    if text[start + 1] != "/" and hides(tag[0]):
        return end_of(text, name, tag.end()), ""
    return (tag.end(), "") if any(active_parts(tag[0], opened)) else (0, "")
