"""HTML without elements whose own style hides them: pages keep no style, and would show them."""

from __future__ import annotations

import re

from dossier.plain.html_reader import VOID
from dossier.plain.patterns import pattern

_STYLED = pattern(
    r"""<([A-Za-z][\w-]*)\b[^<>]*?\bstyle\s*=\s*("[^"<>]*"|'[^'<>]*'|[^\s<>"']+)[^<>]*>""",
    re.IGNORECASE,
)
_HIDING = pattern(
    r"(?:^|[\s;\"'])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|(?:opacity|font-size)\s*:\s*(?:0+(?:\.0*)?|\.0+)(?:px|em|%)?\s*(?:[;\"']|$))",
    re.IGNORECASE,
)


def without_hidden(html: str) -> str:
    """Return HTML without what its elements hide by their style."""
    if "style" not in html.lower():
        return html
    parts, position = [], 0
    for tag in _STYLED.finditer(html):
        if tag.start() >= position and hides(tag[0]):
            parts.append(html[position : tag.start()])
            position = end_of(html, tag[1], tag.end())
    return "".join((*parts, html[position:]))


def hides(tag: str) -> bool:
    """Return whether a tag's style says that nothing is seen of its element."""
    found = _STYLED.match(tag)
    return bool(found and _HIDING.search(found[2]))


def end_of(html: str, name: str, position: int) -> int:
    """Return where an element ends whose tag ends at a position: at worst where the text does."""
    if name.lower() in VOID or html[position - 2] == "/":
        return position
    depth = 1
    for tag in re.compile(rf"<(/?){name}\b[^<>]*>", re.IGNORECASE).finditer(html, position):
        if name.lower() == "p" and not tag[1]:
            return tag.start()  # another paragraph ends it
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return len(html)
