"""WOFF2: a font without what its makers wrote into it."""

from __future__ import annotations

import struct

_WOFF2_HEAD = ">4sIIHHIIHHIIIII"
"""https://www.w3.org/TR/WOFF2/: the last five are where metadata and private data stand."""


def strip_woff2(content: bytes) -> bytes:
    """Return a font's tables alone. Raises ValueError or struct.error."""
    signature, flavor, length, *fields = struct.unpack_from(_WOFF2_HEAD, content)
    if signature != b"wOF2":
        raise ValueError("no WOFF2")
    *kept, metadata, _, _, private, _ = fields
    end = min(offset for offset in (length, metadata, private) if offset)
    head = struct.pack(_WOFF2_HEAD, signature, flavor, end, *kept, 0, 0, 0, 0, 0)
    return head + content[len(head) : end]
