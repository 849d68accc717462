import io

import pytest
from pypdf import PdfReader

from dossier.plain.pdf_size import page_size
from tests.attacks.pdfs import pdf, stream

TEXT = "(a) Tj"
HEAD = "/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 6 0 R /B 7 0 R >> >>"


@pytest.mark.parametrize(
    ("content", "forms", "size"),
    [
        ("", [], 0),
        (TEXT, [], 6),
        ("/A Do", [TEXT], 5 + 6),
        ("/A Do /A Do", [TEXT], 11 + 2 * 6),
        ("/A Do", ["/B Do /B Do", TEXT], 5 + 11 + 2 * 6),
        ("/A Do", ["/A Do"], 5 + 5),
        ("/None Do", [TEXT], 8),
    ],
    ids=["empty", "text", "form", "twice", "within another", "within itself", "missing"],
)
def test_form_counts_as_often_as_it_is_drawn(content: str, forms: list[str], size: int) -> None:
    objects = [stream(text.encode(), HEAD) for text in forms]
    named = "/XObject << /A 6 0 R /B 7 0 R >>" if forms else ""
    file = pdf(content, resources=named, objects=objects)
    assert page_size(PdfReader(io.BytesIO(file)).pages[0]) == size


def test_picture_of_a_note_counts() -> None:
    note = b"<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 7 0 R >> >>"
    file = pdf(TEXT, page="/Annots [6 0 R 6 0 R]", objects=[note, stream(TEXT.encode(), HEAD)])
    assert page_size(PdfReader(io.BytesIO(file)).pages[0]) == 3 * 6
