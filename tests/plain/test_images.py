"""Nothing but the picture is published, and its size is what a browser shows."""

import io
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from dossier.plain.images import Size, jpeg_size, strip_jpeg, strip_webp, webp_size
from dossier.plain.png import png_size, strip_png
from tests.canaries import SECRET, leaks
from tests.plain.containers import (
    ANIMATED,
    CODES,
    FRAME,
    HEAD,
    JFIF,
    LOSSLESS,
    PICTURE,
    SIZE,
    START,
    TABLES,
    VP8X,
    WORD,
    chunk,
    exif,
    jpeg,
    segment,
    webp,
)


class TestJpeg:
    @pytest.mark.parametrize(
        "hidden",
        [
            segment(0xE1, exif((0x10E, 1))),
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + WORD),
            segment(0xE2, b"ICC_PROFILE\0" + WORD),
            segment(0xE2, b"MPF\0" + WORD),
            segment(0xED, b"Photoshop 3.0\0" + WORD),
            segment(0xE0, b"JFXX\0\x10" + WORD),
            segment(0xEE, b"Ducky" + WORD),
            segment(0xEF, WORD),
            segment(0xF7, WORD),
            segment(0xFE, WORD),
        ],
        ids=["Exif", "XMP", "ICC", "MPF", "IPTC", "thumbnail", "14", "15", "JPGn", "comment"],
    )
    def test_a_segment_of_words_goes_wherever_it_stands(self, hidden: bytes) -> None:
        plain = jpeg()
        assert strip_jpeg(jpeg(hidden)) == plain
        assert strip_jpeg(jpeg(between=hidden)) == plain
        assert strip_jpeg(jpeg(after=HEAD + hidden + PICTURE)) == plain

    def test_what_a_decoder_needs_stays(self) -> None:
        adobe = segment(0xEE, b"Adobe\0\x64\0\0\0\0\1")
        content = jpeg(segment(0xE0, JFIF + b"\0\0"), adobe, segment(0xDD, b"\0\4"))
        assert strip_jpeg(content) == content

    def test_thumbnail_and_what_hides_behind_a_known_segment_go(self) -> None:
        content = jpeg(
            segment(0xE0, JFIF + b"\3\3" + WORD), segment(0xEE, b"Adobe\0\x64\0\0\0\0\1" + WORD)
        )
        kept = jpeg(segment(0xE0, JFIF + b"\0\0"), segment(0xEE, b"Adobe\0\x64\0\0\0\0\1"))
        assert strip_jpeg(content) == kept

    def test_a_segment_is_as_long_as_what_is_read_of_it(self) -> None:
        body = {0xDB: TABLES, 0xC0: SIZE, 0xC4: CODES, 0xDA: START, 0xDD: b"\0\4", 0xDC: b"\0\1"}
        for marker, said in body.items():
            full, kept = jpeg(segment(marker, said + WORD)), jpeg(segment(marker, said))
            assert strip_jpeg(full) == kept, hex(marker)

    def test_a_segment_that_nobody_has_defined_goes(self) -> None:
        for marker in (0x02, 0xBF, 0xC8, 0xDE, 0xDF):
            assert strip_jpeg(jpeg(segment(marker, WORD))) == jpeg(), hex(marker)
        again = segment(0xE0, b"JFIF\0" + b"secret!")
        assert strip_jpeg(jpeg(segment(0xE0, JFIF + b"\0\0"), again)).count(b"JFIF") == 1

    @pytest.mark.parametrize("order", [">", "<"], ids=["big", "little"])
    def test_picture_stays_turned_as_it_is(self, order: str) -> None:
        turned = segment(0xE1, exif((0x10F, 1), (0x112, 6), order=order))
        stripped = strip_jpeg(jpeg(turned))
        assert stripped.count(b"Exif") == 1
        assert WORD not in stripped
        assert strip_jpeg(stripped) == stripped
        assert struct.pack(">HHIHH", 0x112, 3, 1, 6, 0) in stripped

    @pytest.mark.parametrize(
        "body",
        [exif((0x112, 1)), exif((0x112, 9)), b"Exif\0\0MM\0*\xff\xff\xff\xff", b"Exif\0\0"],
        ids=["upright", "nonsense", "out of reach", "cut"],
    )
    def test_other_exif_is_not_kept(self, body: bytes) -> None:
        assert strip_jpeg(jpeg(segment(0xE1, body))) == jpeg()

    def test_filling_and_lone_markers_are_read_over(self) -> None:
        content = HEAD + b"\xff\xff" + FRAME[0] + b"\xff\x01" + b"".join(FRAME[1:]) + PICTURE
        assert strip_jpeg(content) == HEAD + b"".join(FRAME) + PICTURE


class TestWebp:
    @pytest.mark.parametrize("kind", [b"EXIF", b"XMP ", b"ICCP", b"quOk"])
    def test_chunks_of_words_go(self, kind: bytes) -> None:
        content = webp(chunk(b"VP8X", VP8X), chunk(kind, WORD), LOSSLESS, chunk(kind, WORD))
        kept = webp(chunk(b"VP8X", bytes([0b0001_0010]) + VP8X[1:]), LOSSLESS)
        assert strip_webp(content) == kept

    def test_words_in_a_frame_go(self) -> None:
        head, start = chunk(b"VP8X", b"\2" + bytes(9)), chunk(b"ANIM", bytes(6))
        frame = chunk(b"ANMF", bytes(16) + LOSSLESS + chunk(b"quOk", WORD))
        assert strip_webp(webp(head, start, frame)) == webp(head, start, ANIMATED)

    def test_a_second_picture_that_nobody_sees_goes(self) -> None:
        for kind in (b"VP8 ", b"VP8L", b"VP8X", b"ANMF", b"ANIM", b"ALPH"):
            assert strip_webp(webp(LOSSLESS, chunk(kind, WORD))) == webp(LOSSLESS), kind
        still = webp(chunk(b"VP8X", bytes(10)), chunk(b"ALPH", b"\0"), chunk(b"VP8 ", b"odd"))
        assert strip_webp(still) == still
        moving = (chunk(b"VP8X", b"\2" + bytes(9)), ANIMATED)
        assert strip_webp(webp(*moving, chunk(b"VP8 ", WORD))) == webp(*moving)

    def test_what_follows_the_picture_goes(self) -> None:
        assert strip_webp(webp(LOSSLESS, after=WORD)) == webp(LOSSLESS)

    def test_file_that_is_cut_is_refused(self) -> None:
        with pytest.raises(ValueError, match="cut short"):
            strip_webp(webp(LOSSLESS[:-2]))

    def test_file_without_a_picture_is_refused(self) -> None:
        with pytest.raises(ValueError, match="no picture"):
            strip_webp(webp(chunk(b"EXIF", WORD)))

    def test_plain_picture_stays(self) -> None:
        content = webp(chunk(b"VP8 ", b"odd"))
        assert strip_webp(content) == content


def framed(*segments: bytes, marker: int = 0xC0) -> bytes:
    """Return a picture of 300 × 200, as it is stored."""
    return jpeg(*segments, segment(marker, struct.pack(">BHHB", 8, 200, 300, 3)))


def turned(value: int) -> bytes:
    return segment(0xE1, exif((0x112, value)))


class TestSize:
    @pytest.mark.parametrize(
        ("content", "size"),
        [
            (framed(), (300, 200)),
            (framed(marker=0xC2), (300, 200)),
            (framed(turned(4)), (300, 200)),
            (framed(turned(5)), (200, 300)),
            (framed(turned(8)), (200, 300)),
            (framed(segment(0xC8, b"no frame")), (300, 200)),
        ],
        ids=["plain", "progressive", "upside down", "on its side", "on the other", "extension"],
    )
    def test_picture_is_as_large_as_it_is_shown(self, content: bytes, size: Size) -> None:
        assert jpeg_size(content) == size
        assert jpeg_size(strip_jpeg(content)) == size

    @pytest.mark.parametrize(
        "first",
        [
            chunk(b"VP8X", b"\0\0\0\0\x2b\x01\0\xc7\0\0"),
            chunk(b"VP8L", b"\x2f" + struct.pack("<I", 1 << 28 | 199 << 14 | 299) + b"\0"),
            chunk(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 1 << 14 | 300, 200)),
        ],
        ids=["extended", "lossless", "lossy"],
    )
    def test_first_chunk_says_it(self, first: bytes) -> None:
        content = webp(first, chunk(b"VP8X", bytes(10)))
        assert webp_size(content) == webp_size(strip_webp(content)) == (300, 200)

    def test_what_says_none_has_none(self) -> None:
        assert webp_size(webp(chunk(b"ANIM", bytes(10)), LOSSLESS)) is None
        assert webp_size(webp()) is None


@dataclass(frozen=True)
class Format:
    """What this module does with one kind of file."""

    kind: str
    strip: Callable[[bytes], bytes]
    size: Callable[[bytes], Size | None]


FORMATS = [
    Format("PNG", strip_png, png_size),
    Format("JPEG", strip_jpeg, jpeg_size),
    Format("WEBP", strip_webp, webp_size),
]
each_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.kind)


@dataclass(frozen=True)
class Picture:
    """A picture in which no two places are alike, and how it is saved."""

    width: int
    height: int
    orientation: int
    is_plain: bool
    seed: int

    def saved(self, kind: str) -> bytes:
        """Return it as a file with a word wherever Pillow writes one."""
        places = range(3 * self.width * self.height)
        pixels = bytes((self.seed + 7 * place * place) % 251 for place in places)
        notes = Image.Exif()
        notes[0x0112], notes[0x010E] = self.orientation, SECRET
        png_info = PngInfo()
        png_info.add_text(SECRET, SECRET, zip=self.is_plain)
        png_info.add_itxt("Comment", SECRET)
        words = {"pnginfo": png_info, "comment": WORD, "xmp": WORD, "icc_profile": WORD}
        ways = {"progressive": not self.is_plain, "lossless": self.is_plain, "exif": notes}
        file = io.BytesIO()
        picture = Image.frombytes("RGB", (self.width, self.height), pixels)
        picture.save(file, kind, **words, **ways)
        return file.getvalue()


sides = st.integers(1, 70)
pictures = st.builds(Picture, sides, sides, st.integers(0, 9), st.booleans(), st.integers(0, 250))


@each_format
@settings(max_examples=60)
@given(picture=pictures)
def test_pixels_and_size_stay_and_words_go(form: Format, picture: Picture) -> None:
    content = picture.saved(form.kind)
    stripped = form.strip(content)
    assert leaks({"a": content})
    assert not leaks({"a": stripped})
    assert form.strip(stripped) == stripped
    before, after = Image.open(io.BytesIO(content)), Image.open(io.BytesIO(stripped))
    assert after.tobytes() == before.tobytes()
    size = (picture.width, picture.height)
    is_on_its_side = form.kind == "JPEG" and picture.orientation in range(5, 9)
    assert form.size(stripped) == (size[::-1] if is_on_its_side else size)


@each_format
@settings(max_examples=200)
@given(place=st.integers(0), torn=st.binary(max_size=12), lost=st.integers(0, 30))
def test_what_is_broken_is_refused_or_stays_stripped(
    form: Format, place: int, torn: bytes, lost: int
) -> None:
    content = Picture(20, 10, 6, is_plain=True, seed=1).saved(form.kind)
    start = place % len(content)
    broken = content[:start] + torn + content[start + lost :]
    with suppress(ValueError, IndexError, struct.error):
        stripped = form.strip(broken)
        assert form.strip(stripped) == stripped
    with suppress(ValueError, IndexError, struct.error):
        form.size(broken)
