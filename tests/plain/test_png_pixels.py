"""Pixels are as many as there have to be, and none that is clear keeps a colour."""

import struct
import zlib

import pytest

from dossier.plain import png, png_pixels
from dossier.plain.images import TooLargeError
from dossier.plain.png import strip_png
from dossier.plain.png_pixels import COLOUR_ALPHA, GREY_ALPHA, Raster, exact, without_hidden_colours
from tests.plain.test_png import chunk, frames

LINE = b"abc\0def\1ghi\0jkl\xff"


def packed(*lines: bytes) -> bytes:
    return zlib.compress(b"".join(lines), 9)


def picture(width: int, height: int, pixels: bytes, *, interlaced: bool = False) -> bytes:
    said = (width, height, 8, COLOUR_ALPHA, 0, 0, interlaced)
    head = chunk(b"IHDR", struct.pack(">II5B", *said))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def test_colours_of_clear_pixels_go_however_lines_follow_from_each_other() -> None:
    raster = Raster(4, 5, 8, COLOUR_ALPHA, is_interlaced=False)
    pixels = packed(*(bytes([number]) + LINE for number in range(5)))
    painted = without_hidden_colours(pixels, raster)
    before, after = (frames(picture(4, 5, each)) for each in (pixels, painted))
    assert before == after
    assert without_hidden_colours(painted, raster) == painted != pixels
    lines = zlib.decompress(painted)
    assert lines[:17] == b"\0" + bytes(4) + b"def\1" + bytes(4) + b"jkl\xff"


def test_deep_and_grey_pixels_are_looked_through() -> None:
    deep = Raster(2, 1, 16, GREY_ALPHA, is_interlaced=False)
    found = without_hidden_colours(packed(b"\0ab\0\0cd\0\1"), deep)
    assert zlib.decompress(found) == b"\0" + bytes(4) + b"cd\0\1"


def test_each_pass_is_looked_through() -> None:
    content = picture(2, 2, packed(b"\0aaa\0", b"\0bbb\1", b"\0ccc\2ddd\3"), interlaced=True)
    stripped = strip_png(content)
    assert frames(stripped) == frames(content)
    assert b"aaa" not in zlib.decompress(stripped[41:-16])


def test_only_what_is_asked_for_is_kept() -> None:
    raster = Raster(4, 1, 8, COLOUR_ALPHA, is_interlaced=False)
    whole = packed(b"\0", LINE)
    for more in (whole, whole + b"more", packed(b"\0", LINE, b"more"), whole[:-4]):
        assert exact(more, raster) == whole
    with pytest.raises(ValueError, match="no filter"):
        without_hidden_colours(packed(b"\5", LINE), raster)
    for less in (packed(LINE), b"nothing"):
        with pytest.raises(ValueError, match=r"cut short|unpacked"):
            exact(less, raster)


def test_what_is_too_large_to_look_through_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png_pixels, "MOST_PAINTED", 50)
    monkeypatch.setattr(png_pixels, "MOST_SEARCHED", 200)
    clear, opaque = b"\0" + LINE, b"\0" + b"\xff" * len(LINE)
    for lines in ([clear] * 5, [opaque] * 20):
        with pytest.raises(TooLargeError, match="can be made visible again"):
            strip_png(picture(4, len(lines), packed(*lines)))
    whole = picture(4, 5, packed(*([opaque] * 5)))
    assert strip_png(whole) == whole


def test_frames_are_together_no_more_than_one_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "MOST_SEARCHED", 200)
    lines = packed(*([b"\0" + LINE] * 6))
    control = chunk(b"fcTL", struct.pack(">5I", 0, 4, 6, 0, 0) + bytes(6))
    frame, moving = chunk(b"fdAT", bytes(4) + lines), chunk(b"acTL", struct.pack(">II", 2, 0))
    whole = picture(4, 6, lines)
    with pytest.raises(TooLargeError, match="frames"):
        strip_png(whole[:33] + moving + whole[33:-12] + control + frame + whole[-12:])
