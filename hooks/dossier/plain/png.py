"""PNG: which of its chunks show something, and how large the picture is."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, groupby

from dossier.plain.frozen import frozen
from dossier.plain.images import Size, TooLargeError, checked_size
from dossier.plain.png_pixels import (
    CHANNELS,
    COLOUR,
    COLOUR_ALPHA,
    GREY,
    GREY_ALPHA,
    INDEXED,
    MOST_PAINTED,
    MOST_SEARCHED,
    Raster,
    exact,
    indices,
    with_indices,
    without_hidden_colours,
)

_PNG = b"\x89PNG\r\n\x1a\n"
_FRAME = 12
"""Bytes of a chunk around its body: length, kind and checksum."""
_HEADER, _CONTROL = 13, 26
_SHADES = {b"sRGB": 1, b"gAMA": 4, b"cHRM": 32}
"""What colours are meant, and how many bytes say it. https://www.w3.org/TR/png-3/"""
_DEPTHS = (1, 2, 4, 8, 16)
_CLEAR = {GREY: 2, COLOUR: 6}
"""Bytes of the one colour that is not seen."""

Chunk = tuple[bytes, bytes]
"""A kind and its body."""


@frozen
class _Picture:
    """The picture, or a frame of it that moves."""

    control: bytes
    """Where and how long the frame is shown, empty for none."""
    kind: bytes
    raster: Raster
    pieces: Sequence[bytes]

    @property
    def packed(self) -> bytes:
        return b"".join(self.pieces)

    def holding(self, packed: bytes) -> _Picture:
        return self if packed == self.packed else replace(self, pieces=(packed,))


def png_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and all bytes of each chunk; of the last there may be fewer than it says."""
    position = len(_PNG)
    while position + 8 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, position)
        end = position + _FRAME + length
        yield kind, content[position:end]
        position = end


def png_size(content: bytes) -> Size | None:
    """Return the size that the first chunk says. Raises struct.error."""
    for kind, chunk in png_chunks(content):
        if kind == b"IHDR":
            width, height = struct.unpack_from(">II", chunk, 8)
            return width, height
        break
    return None


def strip_png(content: bytes) -> bytes:
    """Return what is seen, written anew. Raises ValueError, of which TooLargeError is one.

    Chunks are as they stood where they hold nothing else.
    """
    chunks = _chunks(content)
    known = dict(reversed(chunks))
    raster = _raster(chunks)
    is_moving = len(known.get(b"acTL", b"")) == 8  # noqa: PLR2004 - two numbers
    pictures = list(_pictures(chunks, raster, is_moving=is_moving))
    if len(pictures) > 1 and sum(each.raster.size for each in pictures) > MOST_SEARCHED:
        raise TooLargeError("the frames of the picture are more than a browser should hold")
    pictures = [_shown(each) for each in pictures]
    colours, pictures = _colours(known, raster, pictures)
    number = count()
    moves = []
    if is_moving:
        frames = sum(bool(each.control) for each in pictures)
        moves = [(b"acTL", struct.pack(">I", frames) + known[b"acTL"][4:])]
    shades = [(k, known[k]) for k, size in _SHADES.items() if len(known.get(k, b"")) == size]
    head = struct.pack(">II5B", *_said(raster))
    written = [(b"IHDR", head), *moves, *shades, *colours]
    for each in pictures:
        if each.control:
            written.append((b"fcTL", struct.pack(">I", next(number)) + each.control[4:]))
        for piece in each.pieces:
            before = struct.pack(">I", next(number)) if each.kind == b"fdAT" else b""
            written.append((each.kind, before + piece))
    return _PNG + b"".join(_chunk(kind, body) for kind, body in [*written, (b"IEND", b"")])


def _chunk(kind: bytes, body: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + body))
    return struct.pack(">I", len(body)) + kind + body + checksum


def _chunks(content: bytes) -> list[Chunk]:
    """Return the kinds and bodies of all chunks to the end of the picture."""
    if not content.startswith(_PNG):
        raise ValueError("no PNG")
    found = []
    for kind, chunk in png_chunks(content):
        if len(chunk) < _FRAME + int.from_bytes(chunk[:4]):
            break
        found.append((kind, chunk[8:-4]))
        if kind == b"IEND":
            return found
    raise ValueError("cut short")


def _raster(chunks: Sequence[Chunk]) -> Raster:
    kind, body = chunks[0]
    if kind != b"IHDR" or len(body) != _HEADER:
        raise ValueError("no header")
    width, height, depth, colour, _, _, interlace = struct.unpack(">II5B", body)
    is_deep = depth >= 8 or colour in (GREY, INDEXED)  # noqa: PLR2004 - a byte
    is_known = depth in _DEPTHS and not (colour == INDEXED and depth > 8)  # noqa: PLR2004
    if colour not in CHANNELS or not is_known or not is_deep or not width or not height:
        raise ValueError("no header")
    checked_size((width, height))
    return Raster(width, height, depth, colour, is_interlaced=interlace != 0)


def _said(raster: Raster) -> tuple[int, ...]:
    size = raster.width, raster.height
    return *size, raster.depth, raster.colour, 0, 0, int(raster.is_interlaced)


def _pictures(chunks: Sequence[Chunk], raster: Raster, *, is_moving: bool) -> Iterator[_Picture]:
    """Yield the picture and its frames, each once."""
    kinds = (b"IDAT", b"fcTL", b"fdAT") if is_moving else (b"IDAT",)
    control, frame, has_picture = b"", raster, False
    for kind, group in groupby((each for each in chunks if each[0] in kinds), lambda e: e[0]):
        bodies = [body for _, body in group]
        if kind == b"fcTL":
            control = bodies[-1]
            frame = _frame(control, raster)
            continue
        if kind == b"fdAT" and control and has_picture:
            yield _Picture(control, kind, frame, [body[4:] for body in bodies])
        elif kind == b"IDAT" and not has_picture:
            has_picture = True
            yield _Picture(control, kind, raster, bodies)
        control = b""
    if not has_picture:
        raise ValueError("no picture")


def _frame(control: bytes, raster: Raster) -> Raster:
    if len(control) != _CONTROL:
        raise ValueError("no frame")
    _, width, height, left, top = struct.unpack_from(">5I", control)
    is_inside = left + width <= raster.width and top + height <= raster.height
    if not is_inside or not width or not height:
        raise ValueError("no frame")
    return replace(raster, width=width, height=height)


def _shown(picture: _Picture) -> _Picture:
    """Return a picture without what is too much, or under pixels that are not seen."""
    packed, raster = exact(picture.packed, picture.raster), picture.raster
    if raster.colour in (GREY_ALPHA, COLOUR_ALPHA):
        try:
            packed = without_hidden_colours(packed, raster)
        except OverflowError as error:
            raise TooLargeError(_TOO_LARGE) from error
    return picture.holding(packed)


_TOO_LARGE = (
    "the picture is too large to take the colours out of its clear pixels, "
    "which can be made visible again"
)


def _colours(
    known: dict[bytes, bytes], raster: Raster, pictures: list[_Picture]
) -> tuple[list[Chunk], list[_Picture]]:
    """Return the palette and what is not seen of colours, and pictures that have those alone."""
    clear = known.get(b"tRNS", b"")
    if raster.colour != INDEXED:
        return [(b"tRNS", clear)] * (_CLEAR.get(raster.colour) == len(clear) > 0), pictures
    palette = bytearray(known.get(b"PLTE", b""))
    total = len(palette) // 3
    if len(palette) % 3 or not 0 < total <= 1 << raster.depth:
        raise ValueError("no palette")
    alphas = bytearray(clear[:total])
    is_large = raster.size > MOST_PAINTED
    if is_large and not all(alphas):
        raise TooLargeError(_TOO_LARGE)
    used = frozenset(range(total))
    if not is_large:
        used = frozenset().union(*(indices(each.packed, each.raster) for each in pictures))
    unseen = sorted(index for index in used if index < len(alphas) and not alphas[index])
    # What is not seen has one number, or its shape could be read.
    moved = dict.fromkeys(unseen[1:], unseen[0]) if unseen else {}
    if moved:
        pictures = [
            each.holding(with_indices(each.packed, each.raster, moved)) for each in pictures
        ]
    for index in range(total):
        if index not in used or index in unseen:
            palette[3 * index : 3 * index + 3] = bytes(3)
            alphas[index : index + 1] = bytes(index < len(alphas))
    return [(b"PLTE", bytes(palette)), *([(b"tRNS", bytes(alphas))] if alphas else [])], pictures
