"""A file is what its name says, or it is not published; sizes are read of what is."""

import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress

import pytest

from dossier.plain.images import TooLargeError
from dossier.plain.media import ImageSize, UnreadableAssetError, image_size, strip
from tests.canaries import SECRET, pdf, png, svg
from tests.plain.containers import (
    ANIMATED,
    HEAD,
    PICTURE,
    VP8X,
    WORD,
    chunk,
    exif,
    jpeg,
    segment,
    webp,
    woff2,
)

WHOLE: Mapping[str, bytes] = {
    "a.png": png(SECRET),
    "a.jpg": jpeg(segment(0xE1, exif((0x112, 6)))),
    "a.webp": webp(chunk(b"VP8X", VP8X), ANIMATED, chunk(b"EXIF", WORD)),
    "a.svg": svg("Shown", SECRET),
    "a.pdf": pdf(SECRET),
    "a.woff2": woff2(WORD, WORD),
}


class TestBroken:
    @pytest.mark.parametrize("name", WHOLE)
    def test_name_and_content_must_agree(self, name: str) -> None:
        for other, content in WHOLE.items():
            if other != name:
                with pytest.raises(UnreadableAssetError, match="not a readable"):
                    strip(name, content)

    @pytest.mark.parametrize("name", WHOLE)
    def test_broken_file_is_refused_or_stripped(self, name: str) -> None:
        content = WHOLE[name]
        places = range(0, len(content), max(len(content) // 40, 1))
        cut = [content[:end] for end in places]
        torn = [content[:at] + b"\xff\xff\xff" + content[at + 3 :] for at in places]
        for attempt in (*cut, *torn):
            with suppress(UnreadableAssetError, TooLargeError):
                stripped = strip(name, attempt)
                assert attempt in torn or WORD not in stripped

    @pytest.mark.parametrize("name", ["a.gif", "a", "a.html", "a.png.exe"])
    def test_other_types_are_refused(self, name: str) -> None:
        with pytest.raises(UnreadableAssetError, match="is no type that is published"):
            strip(name, png())

    def test_type_is_told_by_the_name_in_any_case(self) -> None:
        assert strip("A.PNG", png(SECRET)) == png()


def drawing(attributes: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode()


@pytest.mark.parametrize(
    ("name", "content", "size"),
    [
        ("a.PNG", png(), (1, 1)),
        ("a.webp", webp(chunk(b"VP8X", b"\0\0\0\0\x2b\x01\0\xc7\0\0")), (300, 200)),
        ("a.svg", drawing('width="3" height="2"'), (3, 2)),
    ],
)
def test_size_is_read_as_the_name_says(name: str, content: bytes, size: tuple[int, int]) -> None:
    assert image_size(name, strip(name, content)) == ImageSize(*size)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF"),
        ("a.png", b"\x89PNG"),
        ("a.png", drawing('width="3" height="2"')),
        ("a.jpg", b"\xff\xd8"),
        ("a.jpg", b"\xff\xd8\0\0"),
        ("a.jpg", HEAD + PICTURE),
        ("a.webp", b"RIFF\0\0\0\x30WEBPVP8X\xff"),
        ("a.svg", b"<svg"),
        ("a.svg", drawing(f'width="{"9" * 18}" viewBox="0 0 0.000000001 {"9" * 18}"')),
        ("a.svg", drawing('width="1000001" height="1"')),
    ],
)
def test_what_has_no_size_gets_none(name: str, content: bytes) -> None:
    assert image_size(name, content) is None


def test_only_who_has_a_document_loads_its_reader() -> None:
    loaded = "import sys, dossier.plain.media; sys.exit('pypdf' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], check=False).returncode == 0
