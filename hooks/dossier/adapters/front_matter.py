"""Values to front matter that every engine reads alike, whatever stands in them."""

from __future__ import annotations

import json
from collections.abc import Mapping

_BASIC_PLANE = 0xFFFF


def spell_front_matter(values: Mapping[str, object]) -> str:
    """Return a page's front matter, nothing if there are no values."""
    lines = (f"{key}: {spell_value(value)}\n" for key, value in values.items())
    return f"---\n{''.join(lines)}---\n" if values else ""


def spell_value(value: object) -> str:
    """Write a value as JSON, which is YAML but for the signs that JSON writes as a pair."""
    return "".join(map(_escaped, json.dumps(value, ensure_ascii=False)))


def _escaped(sign: str) -> str:
    if sign.isascii() and sign.isprintable():
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) <= _BASIC_PLANE else f"\\U{ord(sign):08x}"
