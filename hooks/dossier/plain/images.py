"""JPEG and WebP, part by part: which parts show something, and how large the picture is.

One walker for each container. Parts are kept from an allow-list, so that no pixel changes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator

from dossier.plain.patterns import pattern

Size = tuple[int, int]
"""Width and height in pixels."""
MOST_PIXELS = 100_000_000
"""Pixels of the largest picture that is published: a browser needs four bytes for each."""


class TooLargeError(ValueError):
    """A picture takes more to show than a reader's browser should be asked for."""


class CoveredError(ValueError):
    """A file hides a part that would be seen without what is left out of it."""


def checked_size(size: Size | None) -> None:
    """Raise TooLargeError if a picture is too large, by what its header says."""
    width, height = size or (0, 0)
    if width * height > MOST_PIXELS:
        message = f"the picture has {width:,} × {height:,} pixels"
        raise TooLargeError(f"{message}, more than the {MOST_PIXELS:,} that are published")


def _checked(stripped: bytes, size: Size | None) -> bytes:
    """Return a picture as it is. Raises TooLargeError."""
    checked_size(size)
    return stripped


_DHT, _DAC, _DQT, _DNL, _DRI = 0xC4, 0xCC, 0xDB, 0xDC, 0xDD
_SOI, _EOI, _SOS, _APP0, _APP1, _APP14, _APP15 = 0xD8, 0xD9, 0xDA, 0xE0, 0xE1, 0xEE, 0xEF
_FILLING = 0xFF
_HEAD = 4
"""Bytes of a segment before its body: marker and length."""
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a segment."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {_DHT, 0xC8, _DAC}
"""Markers of a frame's header. ITU-T T.81, table B.1."""
_DECODED = _FRAMES | {_DHT, _DAC, _DQT, _DNL, _DRI, _SOS}
"""Segments that a decoder needs. Comments go, and what nobody has defined."""
_NEXT_MARKER = pattern(rb"\xff[^\x00\xd0-\xd7\xff]")
"""A marker that ends a scan: in its data 0xFF is followed by nothing, a restart or filling."""
_EXIF = b"Exif\0\0"
_TURNED = _EXIF + b"MM\0*\0\0\0\x08" + struct.pack(">HHHI", 1, 0x0112, 3, 1)
"""What stands before the orientation in the one Exif segment that is kept."""
_ON_ITS_SIDE = range(5, 9)


def jpeg_segments(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield marker, bytes, and the scan that follows, of each of the first picture's segments.

    ITU-T T.81, annex B. Raises ValueError, struct.error or IndexError where that cannot be read.
    """
    if content[:2] != bytes((0xFF, _SOI)):
        raise ValueError("no JPEG")
    position = 2
    while True:
        if content[position] != 0xFF:  # noqa: PLR2004 - every marker begins with it
            raise ValueError("no marker")
        marker = content[position + 1]
        if marker == _EOI:
            return
        if marker == _FILLING or marker in _ALONE:
            position += 1 if marker == _FILLING else 2
            continue
        (length,) = struct.unpack_from(">H", content, position + 2)
        end = position + 2 + length
        scan = b""
        if marker == _SOS:
            found = _NEXT_MARKER.search(content, end)
            if not found:
                raise ValueError("cut short")
            scan = content[end : found.start()]
        yield marker, content[position:end], scan
        position = end + len(scan)


def strip_jpeg(content: bytes) -> bytes:
    """Return the segments that a decoder needs, of the first picture alone. Raises as the walker.

    What follows the picture is left out: another one with its own metadata, a video.
    """
    parts = [bytes((0xFF, _SOI))]
    said: dict[int, bytes] = {}
    for marker, segment, scan in jpeg_segments(content):
        body = segment[_HEAD:]
        if _APP0 <= marker <= _APP15 and not said.get(marker):
            said[marker] = _application_segment(marker, body)
            parts.append(said[marker])
        elif marker in _DECODED:
            parts += [_segment(marker, body[: _length(marker, body)]), scan]
    return _checked(b"".join([*parts, bytes((0xFF, _EOI))]), jpeg_size(content))


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _length(marker: int, body: bytes) -> int:
    """Return how much of a segment a decoder reads. ITU-T T.81, annex B.2."""
    if marker in _FRAMES:
        return 6 + 3 * body[5]
    if marker == _SOS:
        return 4 + 2 * body[0]
    if marker in (_DNL, _DRI):
        return 2
    end = 0
    while end < len(body):
        # A table: of 64 numbers, or of as many codes as are counted.
        if marker == _DQT:
            size = 129 if body[end] >> 4 else 65
        else:
            size = 17 + sum(body[end + 1 : end + 17]) if marker == _DHT else 2
        if end + size > len(body):
            break
        end += size
    return end


def jpeg_size(content: bytes) -> Size | None:
    """Return the size of a picture as it is shown, None without one. Raises as the walker."""
    is_on_its_side = False
    for marker, segment, _ in jpeg_segments(content):
        body = segment[_HEAD:]
        if marker == _APP1 and body.startswith(_EXIF):
            is_on_its_side = _orientation(body[len(_EXIF) :]) in _ON_ITS_SIDE
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", body, 1)
            return (height, width) if is_on_its_side else (width, height)
    return None


def _application_segment(marker: int, body: bytes) -> bytes:
    """Return what a decoder needs of an application's segment, often nothing.

    That is the pixels' shape without the thumbnail, how colours are coded (without it some
    pictures turn green), and how the picture is turned.
    """
    kept = b""
    if marker == _APP0 and body.startswith(b"JFIF\0"):
        kept = body[:12] + b"\0\0"
    elif marker == _APP14 and body.startswith(b"Adobe"):
        kept = body[:12]
    elif marker == _APP1 and body.startswith(_EXIF):
        turned = _orientation(body[len(_EXIF) :])
        kept = _TURNED + struct.pack(">HHI", turned, 0, 0) if turned else b""
    return _segment(marker, kept) if kept else b""


def _orientation(tiff: bytes) -> int:
    """Return how Exif says that the picture is turned, 0 if it is not: 2 to 8."""
    order = "<" if tiff.startswith(b"II") else ">"
    try:
        (offset,) = struct.unpack_from(f"{order}I", tiff, 4)
        (number,) = struct.unpack_from(f"{order}H", tiff, offset)
        entries = range(offset + 2, offset + 2 + 12 * number, 12)
        fields = [struct.unpack_from(f"{order}HHIH", tiff, entry) for entry in entries]
    except struct.error:
        return 0
    turned = (value for tag, _, _, value in fields if tag == 0x0112 and 2 <= value <= 8)  # noqa: PLR2004
    return next(turned, 0)


_PIXELS = (b"VP8 ", b"VP8L")
_ANIMATED = 0b10
_WEBP_FLAGS = 0b0001_0010
"""Bits of the extended header that stay: transparency and animation."""
_WEBP_HEAD, _ANIMATION_HEAD, _FRAME_HEAD = 10, 6, 16
"""Bytes of the extended header, of an animation's, and of a frame's before its own chunks."""


def webp_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and body of each chunk. Raises ValueError or struct.error.

    https://developers.google.com/speed/webp/docs/riff_container
    """
    position = 0
    while position < len(content):
        kind = content[position : position + 4]
        (length,) = struct.unpack_from("<I", content, position + 4)
        chunk = content[position + 8 : position + 8 + length]
        if len(chunk) != length:
            raise ValueError("cut short")
        yield kind, chunk
        position += 8 + length + length % 2


def strip_webp(content: bytes) -> bytes:
    """Return the chunks that are seen. Raises ValueError, struct.error or IndexError."""
    body = b"WEBP" + b"".join(_seen_of_webp(_picture_chunks(content)))
    if body == b"WEBP":
        raise ValueError("no picture")
    return _checked(b"RIFF" + struct.pack("<I", len(body)) + body, webp_size(content))


def webp_size(content: bytes) -> Size | None:
    """Return the size that the first chunk says, None if it says none. Raises as `strip_webp`."""
    for kind, body in _picture_chunks(content):
        if kind == b"VP8X":
            return _little(body[4:7]) + 1, _little(body[7:10]) + 1
        if kind == b"VP8L":
            bits = _little(body[1:5])
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        if kind == b"VP8 ":
            return _little(body[6:8]) & 0x3FFF, _little(body[8:10]) & 0x3FFF
        break
    return None


def _picture_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        raise ValueError("no WebP")
    (length,) = struct.unpack_from("<I", content, 4)
    return webp_chunks(content[12 : 8 + length])


def _seen_of_webp(chunks: Iterable[tuple[bytes, bytes]]) -> Iterator[bytes]:
    """Yield what is seen of a file, or of a frame: one picture, or what moves."""
    held = list(chunks)
    known = dict(reversed(held))
    head = held[0][1] if held and held[0][0] == b"VP8X" else b""
    moves = bool(head) and head[0] & _ANIMATED and b"ANMF" in known
    if head:
        yield _webp_chunk(b"VP8X", bytes((head[0] & _WEBP_FLAGS, 0, 0, 0)) + head[4:_WEBP_HEAD])
    if moves:
        if b"ANIM" in known:
            yield _webp_chunk(b"ANIM", known[b"ANIM"][:_ANIMATION_HEAD])
        for kind, frame in held:
            if kind == b"ANMF":
                seen = b"".join(_seen_of_webp(webp_chunks(frame[_FRAME_HEAD:])))
                yield _webp_chunk(b"ANMF", frame[:_FRAME_HEAD] + seen)
        return
    kind = next((kind for kind, _ in held if kind in _PIXELS), b"")
    if kind == b"VP8 " and b"ALPH" in known:
        yield _webp_chunk(b"ALPH", known[b"ALPH"])
    if kind:
        yield _webp_chunk(kind, known[kind])


def _webp_chunk(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def _little(number: bytes) -> int:
    return int.from_bytes(number, "little")
