"""WOFF2: a font without what its makers wrote into it."""

from __future__ import annotations

import struct

_WOFF2_HEAD = ">4sIIHHIIHHIIIII"
"""https://www.w3.org/TR/WOFF2/: the last five are where metadata and private data stand."""
_NAMED, _SHAPES = 0x3F, (10, 11)
"""An entry with a name of its own; the tables that are written otherwise unless it is said."""


def strip_woff2(content: bytes) -> bytes:
    """Return a font's tables alone. Raises ValueError, struct.error or IndexError."""
    fields = struct.unpack_from(_WOFF2_HEAD, content)
    signature, flavor, _, tables, _, whole, packed, *_ = fields
    if signature != b"wOF2" or flavor == int.from_bytes(b"ttcf"):
        raise ValueError("no WOFF2")
    start = struct.calcsize(_WOFF2_HEAD)
    position = start
    for _ in range(tables):
        position = _after_entry(content, position)
    end = position + packed
    if len(content) < end:
        raise ValueError("cut short")
    rest = -end % 4  # browsers refuse a font whose length is no multiple of it
    head = (signature, flavor, end + rest, tables, 0, whole, packed, 1, *bytes(6))
    return struct.pack(_WOFF2_HEAD, *head) + content[start:end] + bytes(rest)


def _after_entry(content: bytes, position: int) -> int:
    """Return where an entry of the directory ends."""
    table, version = content[position] & _NAMED, content[position] >> 6
    position += 5 if table == _NAMED else 1
    for _ in range(2 if (table in _SHAPES) == (version == 0) else 1):
        while content[position] & 0x80:  # more of the number follows
            position += 1
        position += 1
    return position
