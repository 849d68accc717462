"""Plain text to Markdown that says the same."""

from __future__ import annotations

import html

from dossier.plain.patterns import pattern

_MARKS = pattern(r"[\\`*_{}\[\]]")


def literal(text: str) -> str:
    """Write a line of plain text so that Markdown reads it as that text."""
    return _MARKS.sub(r"\\\g<0>", html.escape(text, quote=False))
