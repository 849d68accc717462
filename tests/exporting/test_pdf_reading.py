"""PDF as programs read it: ours is well, and each way to spoil one is told."""

import zlib
from typing import Any

import pytest
import typst

from dossier.exporting.compose import compose_resume
from dossier.exporting.outline import outline_resume
from dossier.exporting.pdf import draw_pdf
from dossier.exporting.pdf_reading import read_pdf
from dossier.exporting.reading import Hidden, ReadDocument, faults
from dossier.plain.errors import ConfigError
from dossier.plain.problems import Place
from dossier.templates import Templates
from tests.exporting.recipients import recipient

PICTURE = (
    '#image(bytes("<svg xmlns=\\"http://www.w3.org/2000/svg\\" width=\\"9\\" height=\\"9\\"/>"))'
)


def read(body: str) -> ReadDocument:
    made: Any = typst.compile(body.encode(), format="pdf", ignore_system_fonts=True)
    return read_pdf(bytes(made))


def test_our_own_is_read_without_a_fault() -> None:
    drawn = draw_pdf(outline_resume(compose_resume(recipient())), Templates())
    found = read_pdf(drawn.content)
    assert (found.columns, found.pictures, found.hidden) == ((), (), ())
    assert "Ada Example" in found.lines
    assert list(faults(found, Place("cv.pdf"))) == []


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("#text(fill: white)[seo]", "for it is white"),
        ("#text(fill: cmyk(0%, 0%, 0%, 0%))[seo]", "for it is white"),
        ("#text(size: 1pt)[seo]", "for it is smaller than 4 points"),
        ("#scale(5%)[seo]", "for it is smaller than 4 points"),
        ("#place(dx: -900pt)[seo]", "for it stands outside of the page"),
    ],
)
def test_text_that_nobody_sees_is_found(body: str, why: str) -> None:
    assert read(f"Seen. {body}").hidden == (Hidden(why),)
    assert read("Seen. #text(fill: gray)[seo] #rotate(90deg)[seo]").hidden == ()


def test_columns_are_told_from_items_and_from_dates_at_the_right() -> None:
    lines = " ".join(["#lorem(60)"] * 6)
    assert read(f"#set page(columns: 2)\n{lines}").columns == ("page 1",)
    assert read(f"#grid(columns: (1fr, 2fr), {'[Skill], [#lorem(9)],' * 8})").columns == ("page 1",)
    assert read("\n".join(["- an item", "  - one below"] * 8)).columns == ()
    years = "\n\n".join(f"Job {'x' * n} #h(1fr) {'2' * n}" for n in range(1, 9))
    assert read(years).columns == ()


def by_hand(stream: bytes, resources: bytes = b"") -> bytes:
    """Return a PDF of one page, as small as one can be."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<"
        b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>" + resources + b">>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    body = b"".join(b"%d 0 obj%s endobj\n" % (n, part) for n, part in enumerate(parts, start=1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF"


def test_what_is_set_and_not_drawn_is_found() -> None:
    found = read_pdf(by_hand(b"BT /F 12 Tf 50 700 Td (Seen) Tj 3 Tr (seo) Tj ET"))
    assert found.hidden == (Hidden("for it is not drawn"),)
    kept = read_pdf(by_hand(b"q 1 g Q BT /F 12 Tf 50 700 Td (Seen) Tj ET"))
    assert (kept.hidden, kept.text.strip()) == ((), "Seen")


def test_a_large_picture_is_found_and_a_small_one_is_not() -> None:
    pixel = zlib.compress(b"\x00")
    image = b"/XObject<</I<</Type/XObject/Subtype/Image/Width 1/Height 1>>>>"
    assert pixel
    large, small = (by_hand(b"q %d 0 0 %d 0 0 cm /I Do Q" % (s, s), image) for s in (400, 60))
    assert read_pdf(large).pictures == ("page 1",)
    assert read_pdf(small).pictures == ()
    form = image.replace(b"/Image", b"/Form/BBox[0 0 1 1]")
    assert read_pdf(by_hand(b"q 400 0 0 400 0 0 cm /I Do Q", form)).pictures == ()
    assert read_pdf(by_hand(b"q 400 0 0 400 0 0 cm /None Do Q", image)).pictures == ()


def test_what_is_no_pdf_is_told() -> None:
    with pytest.raises(ConfigError, match="no PDF that can be read"):
        read_pdf(b"%PDF-1.7 and no more")
