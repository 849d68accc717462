"""What is packed is unpacked, and what cannot be stops nothing."""

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

import pytest

from dossier.plain import packed as unpacking
from dossier.plain.packed import packed

WORD = b"Northwind"
PNG = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def zipped(files: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "layer"),
    [
        (gzip.compress(b"to " + WORD), "gzip"),
        (
            PNG + chunk(b"IHDR", b"") + chunk(b"zTXt", b"Comment\0\0" + zlib.compress(WORD)),
            "PNG zTXt",
        ),
        (PNG + chunk(b"iTXt", b"XML\0\1\0\0\0" + zlib.compress(WORD)), "PNG iTXt"),
        (PNG + chunk(b"zTXt", b"\0\0" + zlib.compress(WORD))[:-6], "PNG zTXt"),
        (zipped({"a.txt": b"a", "b.txt": WORD}), "zip b.txt"),
        (b"%PDF-1.7\nstream\r\n" + zlib.compress(WORD) + b"\nendstream", "PDF stream"),
    ],
    ids=["gzip", "zTXt", "iTXt", "cut", "zip", "PDF"],
)
def test_what_is_packed_is_unpacked(content: bytes, layer: str) -> None:
    assert [where for where, text in packed(content) if WORD in text] == [layer]
    assert next(packed(content)) == ("", content)


@pytest.mark.parametrize("content", [b"\x1f\x8bnothing", PNG + b"\0\0", b"%PDF"])
def test_what_cannot_be_unpacked_stops_nothing(content: bytes) -> None:
    assert not [text for layer, text in packed(content) if layer and text]


def test_an_archive_that_unpacks_to_too_much_is_read_up_to_a_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(unpacking, "_MOST_INFLATED", 10)
    content = zipped({"a": b"12345678", "large": bytes(1000), "b": b"90"})
    assert list(packed(content))[1:] == [("zip a", b"12345678"), ("zip b", b"90")]
