"""A company's name to what is left without the form that the law adds at its end."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_MOST = 4
"""How many words a form has."""


@cache
def legal_forms() -> frozenset[str]:
    """Return the legal forms, in small letters and without dots."""
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))


def without_legal_form(name: str) -> str:
    """Return a name without the legal forms at its end; itself if nothing else would be left."""
    words = name.split()
    for count in range(min(_MOST, len(words) - 1), 0, -1):
        tail = " ".join(words[-count:]).casefold().replace(".", "").strip(",()")
        if tail in legal_forms():
            return without_legal_form(" ".join(words[:-count]).rstrip(" ,("))
    return name
