"""Texts of others to what a terminal shows of them and does not obey.

Words of content, names on a branch and what a host answers may hold signs that move the cursor,
rename the window or turn the direction of what follows.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from dossier.plain.patterns import pattern

if TYPE_CHECKING:
    import logging

_OBEYED = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control characters but line ends and tabs, what ends a line or turns it, halves of signs."""


def inert(text: str) -> str:
    """Return a text with each sign escaped that would do something. Its lines stay lines."""
    return _OBEYED.sub(_escape, text)


def inert_json(value: object) -> str:
    """Return plain values as JSON of the same meaning: its own escapes stand for such signs."""
    return inert(json.dumps(value, indent=2, ensure_ascii=False))


def inert_line(text: str) -> str:
    """Return a text on one line: none of it can pass for a line of ours."""
    return inert(text).replace("\n", "\\u000a").replace("\t", "\\u0009")


def keep_inert(record: logging.LogRecord) -> bool:
    """Escape the signs of a line that is logged. A filter of loggers, which lets all pass."""
    record.msg, record.args = inert_line(record.getMessage()), ()
    return True


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
