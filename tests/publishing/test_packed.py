"""What is packed is unpacked, and what cannot be stops nothing."""

import gzip
import struct
import zlib

import pytest

from dossier.publishing.packed import layers

WORD = b"Northwind"
PNG = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


@pytest.mark.parametrize(
    ("name", "content", "layer"),
    [
        ("a.gz", gzip.compress(b"to " + WORD), "gzip"),
        (
            "a.png",
            PNG + chunk(b"IHDR", b"") + chunk(b"zTXt", b"Comment\0\0" + zlib.compress(WORD)),
            "PNG zTXt",
        ),
        ("a.png", PNG + chunk(b"iTXt", b"XML\0\1\0\0\0" + zlib.compress(WORD)), "PNG iTXt"),
        ("a.png", PNG + chunk(b"zTXt", b"\0\0" + zlib.compress(WORD))[:-6], "PNG zTXt"),
        ("a.pdf", b"%PDF-1.7\nstream\r\n" + zlib.compress(WORD) + b"\nendstream", "PDF stream"),
    ],
    ids=["gzip", "zTXt", "iTXt", "cut", "PDF"],
)
def test_what_is_packed_is_unpacked(name: str, content: bytes, layer: str) -> None:
    assert [packed for packed, text in layers(name, content) if WORD in text] == [layer]
    assert next(layers(name, content)) == ("", content)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.gz", b"\x1f\x8bnothing"), ("a.png", PNG + b"\0\0"), ("a.pdf", b"%PDF")],
)
def test_what_cannot_be_unpacked_stops_nothing(name: str, content: bytes) -> None:
    assert not [text for layer, text in layers(name, content) if layer and text]
