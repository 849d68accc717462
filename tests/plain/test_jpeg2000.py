"""What is seen of a JPEG 2000 stays, byte for byte."""

import struct

import pytest

from dossier.plain.jpeg2000 import strip_jpeg2000

SIGNATURE = b"\0\0\0\x0cjP  \r\n\x87\n"


def box(kind: bytes, body: bytes = b"xy") -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


def test_boxes_that_are_seen_stay() -> None:
    seen = SIGNATURE + box(b"ftyp") + box(b"jp2h") + box(b"jp2c")
    assert strip_jpeg2000(seen) == seen
    assert strip_jpeg2000(seen + box(b"uuid") + box(b"xml ")) == seen


@pytest.mark.parametrize("kind", [b"jp2c", b"uuid"])
def test_lengths_in_other_forms(kind: bytes) -> None:
    to_the_end = struct.pack(">I4s", 0, kind) + b"xy"
    long = struct.pack(">I4sQ", 1, kind, 18) + b"xy"
    for last in (to_the_end, long):
        assert strip_jpeg2000(SIGNATURE + last) == SIGNATURE + (last if kind == b"jp2c" else b"")


def test_a_picture_without_boxes_is_all_seen() -> None:
    assert strip_jpeg2000(b"\xff\x4f\xff\x51x") == b"\xff\x4f\xff\x51x"


@pytest.mark.parametrize("broken", [b"", b"\xff\xd8", SIGNATURE + b"\0\0\0\3uuid"])
def test_what_is_none_is_refused(broken: bytes) -> None:
    with pytest.raises(ValueError, match=r"JPEG 2000|shorter"):
        strip_jpeg2000(broken)
