"""Small files of each type, part by part, with a word wherever one is asked for."""

import struct

from tests.canaries import SECRET

WORD = SECRET.encode()


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def exif(*fields: tuple[int, int], order: str = ">") -> bytes:
    """Return Exif with some short values and a word behind them."""
    sign = b"MM\0*" if order == ">" else b"II*\0"
    entries = b"".join(struct.pack(f"{order}HHIHH", tag, 3, 1, value, 0) for tag, value in fields)
    head = struct.pack(f"{order}IH", 8, len(fields))
    return b"Exif\0\0" + sign + head + entries + WORD


SCAN = bytes(range(200)) + b"\xff\x00\xff\xd0 more"
"""What a decoder reads of a scan: 0xFF stands there with 0 or a restart behind it only."""
JFIF = b"JFIF\0\1\2\0\0\1\0\1"
TABLES, SIZE, CODES = b"\0" + bytes(64), b"\x08\0\1\0\1\1" + b"\1\x11\0", b"\0" + bytes(16)
FRAME = (segment(0xDB, TABLES), segment(0xC2, SIZE), segment(0xC4, CODES))
HEAD = b"\xff\xd8"
START = b"\1\1\0\0\x3f\0"
PICTURE = segment(0xDA, START) + SCAN + b"\xff\xd9"


def jpeg(*segments: bytes, between: bytes = b"", after: bytes = b"") -> bytes:
    """Return a picture of two scans with other segments before, between and after them."""
    scan = segment(0xDA, START) + SCAN
    return HEAD + b"".join([*segments, *FRAME, scan, between, scan]) + b"\xff\xd9" + after


def chunk(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def webp(*chunks: bytes, after: bytes = b"") -> bytes:
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body + after


VP8X = struct.pack("<I", 0b0011_1110) + bytes(6)
LOSSLESS = chunk(b"VP8L", b"\x2f\0\0\0\0")
ANIMATED = chunk(b"ANMF", bytes(16) + LOSSLESS)


def woff2(metadata: bytes = b"", private: bytes = b"", after: bytes = b"") -> bytes:
    tables = b"\x01\x06" + b"tables"
    start = 48 + len(tables)
    offsets = (start if metadata else 0, start + len(metadata) if private else 0)
    length = start + len(metadata) + len(private)
    head = struct.pack(
        ">4sIIHHIIHHIIIII",
        *(b"wOF2", 0x10000, length, 1, 0, 99, 6, 1, 0),
        *(offsets[0], len(metadata), len(metadata), offsets[1], len(private)),
    )
    return head + tables + metadata + private + after
