"""Sizes of images, read from what is published of them."""

import struct

import pytest

from dossier.plain.image_size import ImageSize, image_size
from dossier.plain.metadata import strip
from tests.canaries import png


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def jpeg(*segments: bytes, frame: int = 0xC0) -> bytes:
    header = segment(frame, struct.pack(">BHHB", 8, 200, 300, 3))
    scan = segment(0xDA, b"scan") + b"data\xff\xd9"
    return b"\xff\xd8" + b"".join([*segments, segment(0xC4, b"huffman"), header]) + scan


def turned(orientation: int) -> bytes:
    entry = struct.pack("<IHHHIHHI", 8, 1, 0x0112, 3, 1, orientation, 0, 0)
    return segment(0xE1, b"Exif\0\0II*\0" + entry)


def webp(kind: bytes, body: bytes) -> bytes:
    chunk = kind + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk


def svg(attributes: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode()


@pytest.mark.parametrize(
    ("name", "content", "size"),
    [
        ("a.PNG", png("x"), (1, 1)),
        ("a.jpg", jpeg(), (300, 200)),
        ("a.jpeg", jpeg(frame=0xC2), (300, 200)),
        ("a.jpg", jpeg(turned(4)), (300, 200)),
        ("a.jpg", jpeg(turned(5)), (200, 300)),
        ("a.jpg", jpeg(turned(8)), (200, 300)),
        ("a.webp", webp(b"VP8X", b"\0\0\0\0\x2b\x01\0\xc7\0\0"), (300, 200)),
        (
            "a.webp",
            webp(b"VP8L", b"\x2f" + struct.pack("<I", 1 << 28 | 199 << 14 | 299) + b"\0"),
            (300, 200),
        ),
        (
            "a.webp",
            webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 1 << 14 | 300, 200)),
            (300, 200),
        ),
    ],
    ids=[
        "png",
        "jpeg",
        "progressive",
        "upside down",
        "on its side",
        "on the other",
        "webp",
        "lossless",
        "lossy",
    ],
)
def test_size_is_what_a_browser_shows(name: str, content: bytes, size: tuple[int, int]) -> None:
    assert image_size(name, strip(name, content)) == ImageSize(*size)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="300" height="200"', (300, 200)),
        ('width="300px" height="1in" viewBox="0 0 9 9"', (300, 96)),
        ('width="460.8pt" height="345.6pt"', (614, 461)),
        ('viewBox="-5 -5 300 200"', (300, 200)),
        ('width="100%" viewBox="0,0,300,200"', (300, 200)),
        ('width="150" viewBox="0 0 300 200"', (150, 100)),
        ('height="100" viewBox="0 0 300 200"', (150, 100)),
        ('width="0.2" height="0.2"', (1, 1)),
    ],
)
def test_drawing_has_the_size_it_says(attributes: str, size: tuple[int, int]) -> None:
    assert image_size("a.svg", strip("a.svg", svg(attributes))) == ImageSize(*size)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF"),
        ("a.png", b"\x89PNG"),
        ("a.jpg", b"\xff\xd8"),
        ("a.jpg", b"\xff\xd8\0\0"),
        ("a.webp", webp(b"ANIM", bytes(10))),
        ("a.svg", svg('width="300"')),
        ("a.svg", svg('width="0" height="0" viewBox="0 0 a b"')),
        ("a.svg", b"<svg"),
        ("a.svg", svg(f'width="{"9" * 18}" viewBox="0 0 0.000000001 {"9" * 18}"')),
        ("a.svg", svg('width="1000001" height="1"')),
    ],
)
def test_what_has_no_size_gets_none(name: str, content: bytes) -> None:
    assert image_size(name, content) is None
