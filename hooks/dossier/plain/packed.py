"""A file to its content and whatever is packed in it: archives, pictures' texts, documents."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress

from dossier.plain.patterns import pattern
from dossier.plain.png import png_chunks

LETTERS = "PDF letters"
"""A page without its blanks: where letters are set one by one, nobody can tell which are meant."""
_MOST_INFLATED = 50_000_000
_STREAM = pattern(rb"stream\r?\n(.*?)endstream", re.DOTALL)


class UnreadableTextError(ValueError):
    """A file's text cannot be told, so nobody knows what it says."""


def packed(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file's content and the bytes that are packed in it, each with a name."""
    yield "", content
    if content.startswith(b"\x1f\x8b"):
        yield "gzip", inflated(content, 31)
    elif content.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from _png_texts(content)
    elif content.startswith(b"PK\x03\x04"):
        yield from _zip_members(content)
    elif content.startswith(b"%PDF"):
        for found in _STREAM.finditer(content):
            yield "PDF stream", inflated(found[1], 15)


def _zip_members(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what can be read of an archive, or of a document that is one, up to a limit."""
    import zipfile  # noqa: PLC0415 - late: hardly any file is one

    left = _MOST_INFLATED
    # Whatever is wrong with one that somebody made, or whoever made it wants a password.
    broken = (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, EOFError, OSError)
    with suppress(*broken), zipfile.ZipFile(io.BytesIO(content)) as archive:
        for member in archive.infolist():
            if member.file_size <= left:
                left -= member.file_size
                yield f"zip {member.filename}", archive.read(member)


def _png_texts(content: bytes) -> Iterator[tuple[str, bytes]]:
    for kind, chunk in png_chunks(content):
        if kind in (b"zTXt", b"iTXt", b"iCCP"):
            for found in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", chunk):
                yield f"PNG {kind.decode()}", inflated(chunk[found.start() :], 15)


def inflated(content: bytes, window: int) -> bytes:
    """Return as much as can be read of deflated bytes."""
    try:
        return zlib.decompressobj(window).decompress(content, _MOST_INFLATED)
    except zlib.error:
        return b""
