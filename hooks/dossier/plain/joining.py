"""Several things that are said to one text, as a line of them is written."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.plain.patterns import pattern

_STOP = pattern(r"(?<![.\s][A-Za-z])(?<!\.)\.\s*$")
"""The full stop of a sentence, not that of `p.m.` or of `...`."""


def joined(texts: Iterable[str]) -> str:
    """Return texts with `; ` between: one that goes on has no full stop."""
    *before, last = list(texts) or [""]
    return "; ".join([*map(without_stop, before), last])


def without_stop(text: str) -> str:
    """Return a sentence without its full stop."""
    return _STOP.sub("", text)
