"""Of a PNG nothing is published but the pixels, and of these what is seen."""

import io
import struct
import zlib
from collections.abc import Mapping

import pytest
from PIL import Image

from dossier.plain import png as png_module
from dossier.plain.images import TooLargeError
from dossier.plain.png import png_size, strip_png
from tests.canaries import SECRET, leaks, png
from tests.plain.containers import WORD

RGB, INDEXED, RGBA = 2, 3, 6


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def picture(colour: int, pixels: bytes, *more: bytes, after: bytes = b"") -> bytes:
    """Return a picture of 2 × 1 pixels."""
    head = chunk(b"IHDR", struct.pack(">II5B", 2, 1, 8, colour, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(b"\0" + pixels, 9) + after)
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + data + chunk(b"IEND", b"")


PLAIN = picture(RGB, b"abcdef")
PALETTE = chunk(b"PLTE", b"abc" + bytes(3) + b"def")
RESIDUE: Mapping[str, tuple[bytes, bytes]] = {
    "behind the pixels": (picture(RGB, b"abcdef", after=WORD), PLAIN),
    "more pixels": (picture(RGB, b"abcdef" + WORD), PLAIN),
    "a palette of none": (picture(RGB, b"abcdef", chunk(b"PLTE", WORD[:3])), PLAIN),
    "a colour that is no colour": (picture(RGB, b"abcdef", chunk(b"tRNS", WORD)), PLAIN),
    "a shade of words": (picture(RGB, b"abcdef", chunk(b"gAMA", WORD)), PLAIN),
    "in its end": (PLAIN[:-12] + chunk(b"IEND", WORD), PLAIN),
    "frames of nothing": (picture(RGB, b"abcdef", chunk(b"fdAT", WORD)), PLAIN),
    "clear": (picture(RGBA, b"abc\0def\x01"), picture(RGBA, b"\0\0\0\0def\x01")),
    "unused": (
        picture(INDEXED, b"\0\2", chunk(b"PLTE", b"abcxyzdef")),
        picture(INDEXED, b"\0\2", PALETTE),
    ),
    "clear by number": (
        picture(INDEXED, b"\2\1", chunk(b"PLTE", b"xyzuvwdef"), chunk(b"tRNS", b"x\0\0")),
        picture(INDEXED, b"\1\1", chunk(b"PLTE", bytes(9)), chunk(b"tRNS", bytes(3))),
    ),
}


def test_words_go_and_pixels_stay() -> None:
    assert strip_png(png(SECRET)) == strip_png(png() + WORD + png()) == png()
    assert leaks({"a": png(SECRET)})


@pytest.mark.parametrize("name", RESIDUE)
def test_what_is_no_picture_goes(name: str) -> None:
    full, kept = RESIDUE[name]
    assert strip_png(full) == strip_png(kept) == kept


def saved(mode: str, size: tuple[int, int], **ways: object) -> bytes:
    """Return a picture in whose clear parts there are colours."""
    pixels = bytes(place * place // 7 % 251 for place in range(4 * size[0] * size[1]))
    alpha = Image.frombytes("L", size, bytes(v & 0xF0 for v in pixels[: size[0] * size[1]]))
    image = Image.frombytes("RGBA", size, pixels)
    image.putalpha(alpha)
    shown = image.quantize(9) if mode == "P" else image.convert(mode)
    file = io.BytesIO()
    shown.save(file, "PNG", **ways)
    return file.getvalue()


def frames(content: bytes) -> list[bytes]:
    """Return what is seen of each frame."""
    image = Image.open(io.BytesIO(content))
    found = []
    for number in range(getattr(image, "n_frames", 1)):
        image.seek(number)
        page = Image.new("RGBA", image.size, (9, 99, 200, 255))
        found.append(Image.alpha_composite(page, image.convert("RGBA")).tobytes())
    return found


def test_what_is_seen_stays() -> None:
    sizes = ((1, 1), (3, 5), (40, 17))
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA"):
        for content in [saved(mode, size) for size in sizes]:
            stripped = strip_png(content)
            assert frames(stripped) == frames(content), mode
            assert strip_png(stripped) == stripped
    hidden = Image.open(io.BytesIO(strip_png(saved("RGBA", sizes[2])))).tobytes()
    clear = [hidden[place : place + 4] for place in range(0, len(hidden), 4)]
    assert {each for each in clear if not each[3]} == {bytes(4)}


def test_what_moves_stays() -> None:
    first, *others = (Image.open(io.BytesIO(saved("RGBA", (9, n)))) for n in (9, 9, 9))
    file = io.BytesIO()
    turned = [image.rotate(90 * n) for n, image in enumerate(others)]
    first.save(file, "PNG", save_all=True, append_images=turned)
    stripped = strip_png(file.getvalue())
    assert len(frames(stripped)) > 1
    assert frames(stripped) == frames(file.getvalue())
    assert strip_png(stripped) == stripped


@pytest.mark.parametrize("end", [-1, -9, -13, 30, 8])
def test_file_that_is_cut_is_refused(end: int) -> None:
    with pytest.raises(ValueError, match="cut short"):
        strip_png(png()[:end])
    few = picture(RGB, b"abcde")
    with pytest.raises(ValueError, match="cut short"):
        strip_png(few)


def moving(*controls: bytes) -> bytes:
    """Return a picture that moves, as its frames are told to stand."""
    frames = (chunk(b"fcTL", control) + chunk(b"fdAT", bytes(4) + b"x") for control in controls)
    told = chunk(b"acTL", struct.pack(">II", 1 + len(controls), 0))
    return PLAIN[:33] + told + PLAIN[33:-12] + b"".join(frames) + PLAIN[-12:]


def control(width: int, height: int, left: int = 0, top: int = 0) -> bytes:
    return struct.pack(">5I2H2B", 1, width, height, left, top, 1, 1, 0, 0)


@pytest.mark.parametrize(
    "told", [b"", control(0, 1), control(2, 0), control(3, 1), control(2, 1, left=1), control(1, 2)]
)
def test_frame_that_does_not_stand_in_the_picture_is_refused(told: bytes) -> None:
    with pytest.raises(ValueError, match="no frame"):
        strip_png(moving(told))


def test_pixels_behind_the_picture_are_no_second_one() -> None:
    frame = chunk(b"fcTL", control(2, 1)) + chunk(b"fdAT", bytes(4) + zlib.compress(b"\0ghijkl"))
    told = chunk(b"acTL", struct.pack(">II", 2, 0))
    more = chunk(b"IDAT", zlib.compress(b"\0" + WORD[:6]))
    once = PLAIN[:33] + told + PLAIN[33:-12] + frame + PLAIN[-12:]
    twice = once[:-12] + more + once[-12:]
    assert strip_png(twice) == strip_png(once)
    assert len(frames(strip_png(once))) == 2


@pytest.mark.parametrize("palette", [b"", b"abcd", bytes(3 * 257)])
def test_palette_of_no_colours_or_too_many_is_refused(palette: bytes) -> None:
    with pytest.raises(ValueError, match="no palette"):
        strip_png(picture(INDEXED, b"\0\0", chunk(b"PLTE", palette)))


def test_large_picture_keeps_its_palette_and_no_colour_that_is_clear(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(png_module, "MOST_PAINTED", 1)
    whole = picture(INDEXED, b"\0\2", chunk(b"PLTE", b"abcxyzdef"))
    assert strip_png(whole) == whole
    clear = chunk(b"PLTE", b"abcdef") + chunk(b"tRNS", b"\0\xff")
    with pytest.raises(TooLargeError, match="can be made visible again"):
        strip_png(picture(INDEXED, b"\1\1", clear))


def test_what_says_no_size_has_none() -> None:
    assert png_size(png()[:8] + png()[33:]) is None
    assert png_size(b"") is None
