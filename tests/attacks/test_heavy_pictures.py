"""*Content is never executed*, nor does it stop a reader's browser: pictures made to be heavy.

Some kilobytes say that they are thousands of millions of pixels, or elements. Headers tell it.
"""

import base64
import struct
import zlib
from functools import cache
from pathlib import Path

from dossier.build import Project
from dossier.model.audience import Audience
from tests.attacks.publishing import telling, told
from tests.builders import write_site
from tests.plain.containers import chunk, jpeg, segment, webp
from tests.plain.test_svg_drawn import HEAVY as WITHIN_EACH_OTHER
from tests.plain.test_svg_drawn import drawing


@cache
def png(width: int, height: int) -> bytes:
    packer, line = zlib.compressobj(), bytes(1 + (width + 7) // 8)
    lines = min(height, 10_000)  # of more the header tells
    pixels = b"".join(packer.compress(line) for _ in range(lines)) + packer.flush()
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)),
        (b"IDAT", pixels),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def inside(content: bytes) -> bytes:
    data = base64.b64encode(content).decode()
    return drawing(f'<image href="data:image/png;base64,{data}"/>')


def heavy() -> dict[str, bytes]:
    """Return what no browser should be given. Not at import: all processes of a run import."""
    return {
        "a.png": png(60_000, 60_000),
        "line.png": png(1, 2_000_000_000),
        "a.jpg": jpeg(segment(0xC0, struct.pack(">BHHB", 8, 60_000, 60_000, 1))),
        "a.webp": webp(chunk(b"VP8X", bytes(4) + b"\xff\xff\0" + b"\xff\xff\0")),
        "lossless.webp": webp(chunk(b"VP8L", b"\x2f\xff\xff\xff\x0f")),
        "lossy.webp": webp(chunk(b"VP8 ", bytes(6) + b"\xff\x3f\xff\x3f")),
        "inside.svg": inside(png(60_000, 60_000)),
        **{f"{n}.svg": drawing(inner) for n, inner in enumerate(WITHIN_EACH_OTHER.values())},
    }


def large() -> dict[str, bytes]:
    return {"photo.png": png(12_000, 8_000), "in.svg": inside(png(9_000, 9_000))}


def test_what_a_browser_cannot_show_is_told_and_not_published(tmp_path: Path) -> None:
    pictures = heavy() | large()
    links = "".join(f"![A picture](assets/{name}) " for name in pictures)
    files: dict[str, str | bytes] = dict(telling("Acme", links))
    files |= {f"content/assets/{name}": content for name, content in pictures.items()}
    found = {p.where.file: p for p in told(tmp_path, files)}
    assert {*found} == {f"content/assets/{name}" for name in heavy()}
    assert {p.code for p in found.values()} == {"asset-type"}
    assert all(" more than " in p.message for p in found.values())
    public = Project.read(write_site(tmp_path, {})).view(Audience.PUBLIC)
    assert {*public.assets} == {f"assets/{name}" for name in large()}
