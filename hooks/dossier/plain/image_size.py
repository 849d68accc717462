"""Images to their sizes in pixels, so that pages keep room for them before they have loaded."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from xml.etree import ElementTree as ET

_LARGEST = 1_000_000
"""Pixels beyond which a length is no picture's, but a slip or a trap."""


@dataclass(frozen=True, slots=True)
class ImageSize:
    """How wide and high an image is shown, in CSS pixels, at least one each."""

    width: int
    height: int


def image_size(name: str, content: bytes) -> ImageSize | None:
    """Return the size of an image as `metadata.strip` leaves it, None if it has none."""
    reader = _READERS.get(name.rpartition(".")[2].lower())
    try:
        found = reader(content) if reader else None
    except (struct.error, IndexError, ET.ParseError, ValueError, ArithmeticError):
        return None
    return ImageSize(*found) if found and 0 < min(found) <= max(found) <= _LARGEST else None


_Size = tuple[int, int]


def _png(content: bytes) -> _Size:
    width, height = struct.unpack_from(">II", content, 16)
    return width, height


_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a frame's header. ITU-T T.81, table B.1."""
_TURNED = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01"
"""What stands before the orientation in the one Exif segment that is published."""
_ON_ITS_SIDE = range(5, 9)


def _jpeg(content: bytes) -> _Size | None:
    position, is_on_its_side = 2, False
    while content[position] == 0xFF:  # noqa: PLR2004 - every marker begins with it
        marker = content[position + 1]
        (length,) = struct.unpack_from(">H", content, position + 2)
        body = content[position + 4 : position + 2 + length]
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", body, 1)
            return (height, width) if is_on_its_side else (width, height)
        if body.startswith(_TURNED):
            (turned,) = struct.unpack_from(">H", body, len(_TURNED))
            is_on_its_side = turned in _ON_ITS_SIDE
        position += 2 + length
    return None


def _webp(content: bytes) -> _Size | None:
    """Read the first chunk. https://developers.google.com/speed/webp/docs/riff_container."""
    kind, body = content[12:16], content[20:30]
    if kind == b"VP8X":
        return _little(body[4:7]) + 1, _little(body[7:10]) + 1
    if kind == b"VP8L":
        bits = _little(body[1:5])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        return _little(body[6:8]) & 0x3FFF, _little(body[8:10]) & 0x3FFF
    return None


def _little(number: bytes) -> int:
    return int.from_bytes(number, "little")


_LENGTH = re.compile(r"\s*([0-9]{0,9}\.?[0-9]{1,9}|[0-9]{1,9}\.)(px|pt|pc|in|cm|mm|)\s*")
_PIXELS = {
    "": Decimal(1),
    "px": Decimal(1),
    "pt": Decimal(4) / 3,
    "pc": Decimal(16),
    "in": Decimal(96),
    "cm": Decimal(96) / Decimal("2.54"),
    "mm": Decimal(96) / Decimal("25.4"),
}
"""CSS pixels in a unit of length."""


def _svg(content: bytes) -> _Size | None:
    root = ET.fromstring(content)  # noqa: S314 - stripped of document types before
    width, height = _pixels(root.get("width")), _pixels(root.get("height"))
    box = [_pixels(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())[2:]]
    if len(box) == 2 and box[0] and box[1]:  # noqa: PLR2004 - after the corner a width and a height
        # As browsers do: what is not said follows from the other and the view box.
        width = width or (height * box[0] / box[1] if height else None)
        height = height or (width * box[1] / box[0] if width else box[1])
        width = width or box[0]
    return (_whole(width), _whole(height)) if width and height else None


def _pixels(length: str | None) -> Decimal | None:
    found = _LENGTH.fullmatch(length or "")
    return Decimal(found[1]) * _PIXELS[found[2]] if found else None


def _whole(number: Decimal) -> int:
    return max(1, int(number.quantize(Decimal(1), ROUND_HALF_UP)))


_READERS: dict[str, Callable[[bytes], _Size | None]] = {
    "png": _png,
    "jpg": _jpeg,
    "jpeg": _jpeg,
    "webp": _webp,
    "svg": _svg,
}
