"""Prose to what stands in it for nobody: definitions and footnotes that nothing on a page names.

No page of ours prints them. In a tree of Markdown they would be there for all to read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from dossier.plain.patterns import pattern
from dossier.prose.markdown import page_parser

_FOOTNOTE = pattern(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)
_LABEL = pattern(r"\[((?:[^\[\]\\]|\\.){1,999})\]")
_GOES_ON = pattern(r"[ \t]+\S")


def unused_definitions(text: str) -> Iterator[tuple[int, int]]:
    """Yield where definitions of links stand that no text around them could mean."""
    if "]:" not in text:
        return
    environment: dict[str, Any] = {}
    page_parser().parse(text, environment)
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    named = Counter(" ".join(label.upper().split()) for label in _LABEL.findall(text))
    for label, found in environment.get("references", {}).items():
        if named[label] <= 1:
            first, end = found["map"]
            yield starts[first], min(starts[end], len(text))


def unused_footnotes(text: str) -> Iterator[tuple[int, int]]:
    """Yield where footnotes stand that no text refers to."""
    named = Counter(_LABEL.findall(text))
    for found in _FOOTNOTE.finditer(text):
        if named[f"^{found[1]}"] == 1:
            yield found.start(), _end(text, found.end())


def _end(text: str, start: int) -> int:
    """Return where a footnote ends: it goes on in its lines, and behind blank ones if indented."""
    end = text.find("\n", start)
    while end >= 0:
        blank = re.compile(r"\n[ \t]*(?=\n)").match(text, end)
        following = blank.end() + 1 if blank else end + 1
        is_over = blank and not _GOES_ON.match(text, following)
        if following >= len(text) or is_over or _FOOTNOTE.match(text, following):
            return end
        end = text.find("\n", following)
    return len(text)
