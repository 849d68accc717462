"""PDFs as other programs set them: words in parts, in hexadecimal, by a font's own numbers."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf(  # noqa: PLR0913 - the parts of a PDF
    content: str,
    *,
    font: bytes = FONT,
    page: str = "",
    catalog: str = "",
    resources: str = "",
    trailer: str = "",
    objects: Sequence[bytes] = (),
) -> bytes:
    """Return a PDF of one page with this content. `objects` are numbered from 6 on."""
    parts = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R "
        + f"/Resources << /Font << /F1 5 0 R >> {resources} >> {page} >>".encode(),
        stream(content.encode("latin-1")),
        font,
        *objects,
    ]
    whole, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(whole))
        whole += b"%d 0 obj\n" % number + part + b"\nendobj\n"
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = f"trailer << /Root 1 0 R /Size {len(parts) + 1} {trailer} >>\nstartxref\n{len(whole)}\n"
    return whole + head + table + end.encode() + b"%%EOF\n"


def stream(content: bytes, keys: str = "") -> bytes:
    """Return a stream of these bytes."""
    return f"<< /Length {len(content)} {keys} >>\nstream\n".encode() + content + b"\nendstream"


def shown(operators: str) -> str:
    """Return page content that sets text with these operators."""
    return f"BT /F1 12 Tf 10 100 Td {operators} ET"


def form(content: str, keys: str = "") -> bytes:
    """Return a form: a drawing of its own that pages refer to."""
    fonts = "/Resources << /Font << /F1 5 0 R >> >>"
    head = f"/Type /XObject /Subtype /Form /BBox [0 0 300 300] {fonts} {keys}"
    return stream(content.encode("latin-1"), head)


def numbered(word: str, *, says_letters: bool = True) -> tuple[bytes, str, tuple[bytes, ...]]:
    """Return a font that numbers the letters of a word from 1 on, its text, and its parts."""
    codes = {letter: number for number, letter in enumerate(dict.fromkeys(word), start=1)}
    told = "".join(f"<{code:04x}> <{ord(letter):04x}>\n" for letter, code in codes.items())
    table = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /A def\n"
        "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
        f"{len(codes)} beginbfchar\n{told}endbfchar\nendcmap\nend\nend"
    )
    letters = "/ToUnicode 6 0 R" if says_letters else ""
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Own /Encoding /Identity-H "
        f"/DescendantFonts [7 0 R] {letters} >>"
    )
    below = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Own /DW 600 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    )
    text = "<" + "".join(f"{codes[letter]:04x}" for letter in word) + "> Tj"
    return font.encode(), text, (stream(table.encode()), below)


def encrypted(content: bytes) -> bytes:
    """Return a PDF that opens with a password alone."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt("a password", algorithm="AES-256")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()
