"""*Private text is absent from a public build*: files beside pages hold what is seen, no more.

What somebody cut out, covered, hid or replaced is often still in the file.
"""

import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from dossier.build import Project
from dossier.model.audience import Audience
from tests.attacks.publishing import telling, told
from tests.builders import write_site
from tests.plain.containers import JFIF, LOSSLESS, WORD, chunk, jpeg, segment, webp, woff2
from tests.plain.test_pdf import covered
from tests.plain.test_png import RESIDUE
from tests.plain.test_svg_unseen import HIDDEN

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
FILES: Mapping[str, bytes] = {
    **{f"{name.replace(' ', '-')}.png": content for name, (content, _) in RESIDUE.items()},
    "segment.jpg": jpeg(segment(0x02, WORD), segment(0xDD, b"\0\4" + WORD)),
    "second.jpg": jpeg(segment(0xE0, JFIF + b"\0\0"), after=jpeg(segment(0xFE, WORD))),
    "second.webp": webp(LOSSLESS, chunk(b"VP8 ", WORD)),
    "behind.woff2": woff2(after=WORD),
    **{f"{n}.svg": DRAWING.format(h).encode() for n, h in enumerate(HIDDEN.splitlines())},
}
OURS, UNUSED = (WORD, b"quokkafox"), (b"xyz", b"uvw")


def pixels(name: str, content: bytes) -> bytes:
    if not name.endswith(".png"):
        return b""
    image = Image.open(io.BytesIO(content))
    image.load()
    return image.tobytes() + image.convert("RGBA").tobytes()


def test_what_is_not_seen_of_a_file_is_not_in_it(tmp_path: Path) -> None:
    links = "".join(f"![A picture](assets/{name}) " for name in FILES)
    files: dict[str, str | bytes] = dict(telling("Acme", links))
    files |= {f"content/assets/{name}": content for name, content in FILES.items()}
    public = Project.read(write_site(tmp_path, files)).view(Audience.PUBLIC)
    assert {*public.assets} == {f"assets/{name}" for name in FILES}
    for name, content in public.assets.items():
        shown = pixels(name, content)
        assert not [word for word in OURS if word in content + shown], name
        assert not [word for word in UNUSED if word in shown], name
    clear = public.assets["assets/clear.png"]
    assert b"abc" not in pixels("a.png", clear)


def test_a_pdf_that_covers_something_is_told_and_not_published(tmp_path: Path) -> None:
    """The bar is a note, and notes are taken out: what is under it would be seen."""
    bars = {"bar.pdf": covered("/Square"), "off.pdf": covered(layers="/D << /OFF [7 0 R] >>")}
    links = "".join(f"[A paper](assets/{name}) " for name in bars)
    files: dict[str, str | bytes] = dict(telling("Acme", links))
    files |= {f"content/assets/{name}": content for name, content in bars.items()}
    found = told(tmp_path, files)
    assert {p.where.file for p in found} == {f"content/assets/{name}" for name in bars}
    assert {p.code for p in found} == {"asset-type"}
    assert not Project.read(write_site(tmp_path, {})).view(Audience.PUBLIC).assets
