"""PDFs in which a program reads other words than a search of their bytes."""

import io

import pytest
from pypdf import PdfWriter

from dossier.plain.packed import UnreadableTextError
from dossier.plain.pdf_text import pdf_layers
from tests.attacks.pdfs import encrypted, form, numbered, pdf, shown, stream

FONT, CODED, PARTS = numbered("TensorZero")
NOTE = "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 1 1] {} >>]"
FILE = "<< /Type /Filespec /F (a.txt) /EF << /F 6 0 R >> >>"
HOLDING = {
    "in parts": pdf(shown("[(Letter to Ten) 20 (sorZ) -10 (ero)] TJ")),
    "in hexadecimal": pdf(shown("<54656e736f725a65726f> Tj")),
    "by number": pdf(shown(CODED), font=FONT, objects=PARTS),
    "letter by letter": pdf(shown("(T) Tj 20 0 Td (e) Tj 20 0 Td (nsorZero) Tj")),
    "broken over lines": pdf(shown("(Tensor-) Tj 0 -14 Td (Zero) Tj")),
    "broken behind a blank": pdf(shown("(Tensor -) Tj 0 -14 Td (Zero) Tj")),
    "broken over a foot": pdf(
        shown("(Tensor-) Tj 0 -14 Td (3) Tj 0 -14 Td (Jane) Tj 0 -14 Td (Zero) Tj")
    ),
    "first letter": pdf(shown("/F1 40 Tf (T) Tj /F1 12 Tf 0 -40 Td (then ensorzero) Tj")),
    "in a form": pdf(
        "/X1 Do",
        resources="/XObject << /X1 6 0 R >>",
        objects=[form(shown("[(Ten) 3 (sorZero)] TJ"))],
    ),
    "in a form that leads to itself": pdf(
        "/X1 Do",
        resources="/XObject << /X1 6 0 R >>",
        objects=[
            stream(
                shown("[(Ten) 3 (sorZero)] TJ").encode(),
                "/Type /XObject /Subtype /Form /BBox [0 0 300 300] "
                "/Resources << /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >>",
            )
        ],
    ),
    "marked": pdf(shown("/Span <</ActualText (TensorZero)>> BDC (x) Tj EMC")),
    "marked in UTF-16": pdf(
        f"/Span <</ActualText <feff{'TensorZero'.encode('utf-16-be').hex()}>>> BDC EMC"
    ),
    "marked in parts": pdf(
        "/Span <</ActualText (Tensor)>> BDC EMC /Span <</ActualText (Zero)>> BDC EMC"
    ),
    "alternative": pdf("/Figure <</Alt (TensorZero)>> BDC EMC"),
    "written out": pdf("/Span <</E (TensorZero)>> BDC EMC"),
    "marked point": pdf("/Note <</Contents (TensorZero)>> DP"),
    "tag": pdf("/TensorZero BMC EMC"),
    "properties by name": pdf(
        "/Span /P1 BDC EMC", resources="/Properties << /P1 << /ActualText (TensorZero) >> >>"
    ),
    "marked in a form": pdf(
        "/X1 Do",
        resources="/XObject << /X1 6 0 R >>",
        objects=[form("/Span <</ActualText (TensorZero)>> BDC EMC")],
    ),
    "marked in a letter": pdf(
        shown("(x) Tj"),
        font=b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] "
        b"/FirstChar 120 /LastChar 120 /Widths [1] /Encoding << /Differences [120 /x] >> "
        b"/CharProcs << /x 6 0 R >> >>",
        objects=[stream(b"/Span <</Alt (TensorZero)>> BDC EMC")],
    ),
    "structure": pdf("", catalog="/StructTreeRoot << /K << /S /Span /Alt (TensorZero) >> >>"),
    "font": pdf(
        shown("(x) Tj"),
        font=b"<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+TensorZero-Bold >>",
    ),
    "title": pdf("", trailer="/Info << /Title (TensorZero) >>"),
    "UTF-16": pdf(
        "", trailer=f"/Info << /Author <feff{'TensorZero'.encode('utf-16-be').hex()}> >>"
    ),
    "bytes that are no letters": pdf("", trailer="/Info << /Author (TensorZero\x80\x9f) >>"),
    "XMP": pdf("", catalog="/Metadata 6 0 R", objects=[stream(b"TensorZero", "/Type /Metadata")]),
    "note": pdf("", page=NOTE.format("/Contents (TensorZero)")),
    "picture of a note": pdf(
        "", page=NOTE.format("/AP << /N 6 0 R >>"), objects=[form(shown("(TensorZero) Tj"))]
    ),
    "link": pdf("", page=NOTE.format("/A << /S /URI /URI (https://TensorZero.example) >>")),
    "outline": pdf("", catalog="/Outlines << /First << /Title (TensorZero) >> >>"),
    "attachment": pdf(
        "",
        catalog=f"/Names << /EmbeddedFiles << /Names [(a) {FILE}] >> >>",
        objects=[stream(b"TensorZero", "/Type /EmbeddedFile")],
    ),
    "attachment's name": pdf(
        "", catalog="/Names << /EmbeddedFiles << /Names [(TensorZero.txt) null] >> >>"
    ),
}


def text_of(content: bytes) -> str:
    return "\n".join(text.decode() for _, text in pdf_layers(content))


@pytest.mark.parametrize("place", HOLDING)
def test_text_is_read_wherever_it_stands(place: str) -> None:
    text = text_of(HOLDING[place])
    letters = "".join(text.split())
    assert any(word in letters for word in ("TensorZero", "Tensorzero"))


def test_a_word_goes_on_on_the_next_page() -> None:
    writer = PdfWriter()
    for part in ("(with Tensor-) Tj", "(Zero then) Tj"):
        writer.append(io.BytesIO(pdf(shown(part))))
    written = io.BytesIO()
    writer.write(written)
    assert "TensorZero" in text_of(written.getvalue())


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"%PDF-1.4 and nothing else", "broken"),
        (encrypted(pdf(shown("(x) Tj"))), "encrypted"),
        (
            pdf(shown(CODED), font=numbered("TensorZero", says_letters=False)[0], objects=PARTS),
            "which letters",
        ),
    ],
    ids=["broken", "encrypted", "font"],
)
def test_what_cannot_be_read_says_why(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableTextError, match=why):
        list(pdf_layers(content))


def test_what_has_no_page_says_no_text() -> None:
    empty = io.BytesIO()
    PdfWriter().write(empty)
    with pytest.raises(UnreadableTextError, match="it is broken"):
        list(pdf_layers(empty.getvalue()))
