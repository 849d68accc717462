"""JPEG 2000, as PDF holds it: the boxes that are seen. ISO/IEC 15444-1, annex I."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_SIGNATURE = b"\0\0\0\x0cjP  \r\n\x87\n"
_CODESTREAM = b"\xff\x4f\xff\x51"
_SEEN = frozenset({b"jP  ", b"ftyp", b"jp2h", b"jp2c"})
"""Of a file: what it is, its header, its picture. Not XML, uuid and what others define."""
_LONG = 16
"""Bytes of the head of a box whose length has a field of its own."""


def strip_jpeg2000(content: bytes) -> bytes:
    """Return the boxes that are seen. Raises ValueError or struct.error."""
    if content.startswith(_CODESTREAM):
        return content
    if not content.startswith(_SIGNATURE):
        raise ValueError("no JPEG 2000")
    return b"".join(box for kind, box in _boxes(content) if kind in _SEEN)


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = 0
    while position < len(content):
        length, kind = struct.unpack_from(">I4s", content, position)
        if length == 1:
            (length,) = struct.unpack_from(">Q", content, position + 8)
        elif length == 0:  # it ends with the file
            length = len(content) - position
        if length < (_LONG if content[position : position + 4] == b"\0\0\0\1" else 8):
            raise ValueError("a box that is shorter than its head")
        yield kind, content[position : position + length]
        position += length
