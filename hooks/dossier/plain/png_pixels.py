"""A PNG's packed pixels to no more than what is seen of them: none too many, none hidden.

What is as it should be stays as it was packed.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from dossier.plain.frozen import frozen

GREY, COLOUR, INDEXED, GREY_ALPHA, COLOUR_ALPHA = 0, 2, 3, 4, 6
CHANNELS = {GREY: 1, COLOUR: 3, INDEXED: 1, GREY_ALPHA: 2, COLOUR_ALPHA: 4}
"""Samples of a pixel, by the type of colour. https://www.w3.org/TR/png-3/#11IHDR"""
MOST_PAINTED = 40_000_000
"""Bytes of pixels that are looked through for colours that nobody sees: 6 s, at worst."""
MOST_SEARCHED = 4 * MOST_PAINTED
"""Bytes of pixels of which each fourth is, to tell whether some are clear."""
_INTERLACED = (
    *((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4)),
    *((0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)),
)
"""Where each pass begins, across and down, and its steps."""
_BLOCK = 1 << 20
_BYTE = 8


@frozen
class Raster:
    """What pixels are like, and how they are laid out."""

    width: int
    height: int
    depth: int
    colour: int
    is_interlaced: bool

    @property
    def bits(self) -> int:
        """Return the bits of a pixel."""
        return self.depth * CHANNELS[self.colour]

    @property
    def planes(self) -> int:
        """Return the bytes of a pixel, of which each follows from those at its place alone."""
        return max(self.bits // _BYTE, 1)

    def passes(self) -> Iterator[tuple[int, int]]:
        """Yield the number of lines in each pass, and the bytes of a line without its filter."""
        for left, top, across, down in _INTERLACED if self.is_interlaced else ((0, 0, 1, 1),):
            width = (self.width - left + across - 1) // across
            lines = (self.height - top + down - 1) // down
            if width > 0 and lines > 0:
                yield lines, (width * self.bits + _BYTE - 1) // _BYTE

    @property
    def size(self) -> int:
        """Return the bytes of all lines with their filters."""
        return sum(lines * (length + 1) for lines, length in self.passes())


def exact(packed: bytes, raster: Raster) -> bytes:
    """Return packed pixels, as many as there have to be. Raises ValueError if some are missing."""
    reader = zlib.decompressobj()
    left, waiting = raster.size, packed
    try:
        while left and waiting:
            block = reader.decompress(waiting, min(left, _BLOCK))
            left, waiting = left - len(block), reader.unconsumed_tail
        is_whole = not reader.decompress(waiting, 1) and reader.eof
    except zlib.error as error:
        raise ValueError("pixels that cannot be unpacked") from error
    if left:
        raise ValueError("cut short")
    if is_whole:
        return packed[: len(packed) - len(reader.unused_data)]
    return zlib.compress(zlib.decompressobj().decompress(packed, raster.size), 9)


def without_hidden_colours(packed: bytes, raster: Raster) -> bytes:
    """Return exact pixels with alpha, black wherever nothing is seen of them.

    Raises OverflowError if there are too many to look through.
    """
    if raster.size > MOST_SEARCHED:
        raise OverflowError
    first = raster.planes - raster.depth // _BYTE
    if all(all(_opaque(alpha)) for _, alpha in _lines(packed, raster, first)):
        return packed
    if raster.size > MOST_PAINTED:
        raise OverflowError
    painted, is_new = [], False
    for starts, planes in _lines(packed, raster, 0):
        seen = int.from_bytes(_opaque(planes[first:]))
        shown = [(int.from_bytes(p) & seen).to_bytes(len(p)) for p in planes[:first]]
        is_new = is_new or shown != planes[:first]
        line = bytearray(raster.planes * len(planes[0]))
        for plane, values in enumerate((*shown, *planes[first:])):
            line[plane :: raster.planes] = values
        painted.append((starts, bytes(line)))
    return _packed(painted) if is_new else packed


def _opaque(alpha: Sequence[bytes]) -> bytes:
    """Return 255 for each pixel that is seen, 0 for others."""
    both = alpha[0] if len(alpha) == 1 else bytes(map(max, *alpha))
    return both.translate(_SEEN)


_SEEN = b"\0" + b"\xff" * 255


def indices(packed: bytes, raster: Raster) -> frozenset[int]:
    """Return which colours of a palette exact pixels have."""
    values = set[int]().union(*(line[0] for _, line in _lines(packed, raster, 0)))
    return frozenset(index for value in values for index in _parts(value, raster.depth))


def with_indices(packed: bytes, raster: Raster, moved: Mapping[int, int]) -> bytes:
    """Return exact pixels with other colours of the palette."""
    table = bytes(
        sum(
            moved.get(index, index) << shift
            for index, shift in zip(
                _parts(value, raster.depth), range(0, _BYTE, raster.depth), strict=True
            )
        )
        for value in range(256)
    )
    lines = ((starts, line[0].translate(table)) for starts, line in _lines(packed, raster, 0))
    return _packed(lines)


def _parts(value: int, depth: int) -> list[int]:
    return [value >> shift & (1 << depth) - 1 for shift in range(0, _BYTE, depth)]


def _packed(lines: Iterable[tuple[bool, bytes]]) -> bytes:
    """Pack lines, each as what it differs by from the one above."""
    packer, above = zlib.compressobj(9), 0
    parts = []
    for starts, line in lines:
        here, high = int.from_bytes(line), int.from_bytes(b"\x80" * len(line))
        if starts:
            parts.append(packer.compress(b"\0" + line))
        else:
            # Each byte by itself: what is borrowed stops at its highest bit.
            less = ((here | high) - (above & ~high)) ^ (~(here ^ above) & high)
            parts.append(packer.compress(b"\2" + less.to_bytes(len(line))))
        above = here
    return b"".join([*parts, packer.flush()])


def _lines(packed: bytes, raster: Raster, first: int) -> Iterator[tuple[bool, list[bytes]]]:
    """Yield whether a pass starts with a line, and its planes from `first` on, unfiltered."""
    reader, waiting, held, step = zlib.decompressobj(), packed, b"", raster.planes
    for lines, length in raster.passes():
        above = [bytes(length // step)] * (step - first)
        for number in range(lines):
            while len(held) <= length:
                held += reader.decompress(waiting, max(_BLOCK, length + 1))
                waiting = reader.unconsumed_tail
            line, held = held[: length + 1], held[length + 1 :]
            if line[0] not in _FILTERS:
                raise ValueError("no filter")
            read = _FILTERS[line[0]]
            above = [
                read(line[1 + plane :: step], up)
                for plane, up in zip(range(first, step), above, strict=True)
            ]
            yield number == 0, above


def _left(line: bytes, _: bytes) -> bytes:
    return bytes([value & 0xFF for value in accumulate(line)])


def _up(line: bytes, above: bytes) -> bytes:
    return bytes([(value + up) & 0xFF for value, up in zip(line, above, strict=True)])


def _average(line: bytes, above: bytes) -> bytes:
    left, found = 0, bytearray()
    for value, up in zip(line, above, strict=True):
        left = (value + (left + up >> 1)) & 0xFF
        found.append(left)
    return bytes(found)


def _paeth(line: bytes, above: bytes) -> bytes:
    left = corner = 0
    found = bytearray()
    for value, up in zip(line, above, strict=True):
        by_up, by_left = up - corner, left - corner
        to_left, to_up, to_corner = abs(by_up), abs(by_left), abs(by_up + by_left)
        if to_left > to_up or to_left > to_corner:
            left = up if to_up <= to_corner else corner
        left = (value + left) & 0xFF
        corner = up
        found.append(left)
    return bytes(found)


_FILTERS: Mapping[int, Callable[[bytes, bytes], bytes]] = {
    0: lambda line, _: line,
    1: _left,
    2: _up,
    3: _average,
    4: _paeth,
}
"""How a byte follows from those before. https://www.w3.org/TR/png-3/#9Filters"""
