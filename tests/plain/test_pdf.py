"""Nothing but the pages is published: every place of a document that can hold a word is tried."""

import base64
import io
import struct
import zlib

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from dossier.plain.images import CoveredError, strip_jpeg
from dossier.plain.pdf import strip_pdf
from tests.attacks.pdfs import pdf as drawn
from tests.attacks.pdfs import shown
from tests.canaries import SECRET, leaks, pdf
from tests.plain.containers import WORD, exif, jpeg, segment


def dictionary(**values: PdfObject | str) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject(f"/{key}"): TextStringObject(value) if isinstance(value, str) else value
            for key, value in values.items()
        }
    )


def stream(data: bytes, **values: PdfObject | str) -> StreamObject:
    made = StreamObject()
    made.update(dictionary(**values))
    made._data = data
    return made


def rich_pdf() -> bytes:
    """Return a document with a word in every place that is not seen."""
    writer = PdfWriter()
    page, other = writer.add_blank_page(99, 99), writer.add_blank_page(99, 99)
    writer.add_metadata({"/Title": SECRET, "/Author": SECRET})
    writer.add_attachment(f"{SECRET}.txt", WORD)
    writer.add_outline_item(SECRET, 0)
    add = writer._add_object
    writer._root_object.update(
        dictionary(Metadata=add(stream(WORD)), AcroForm=dictionary(XFA=SECRET), Lang=SECRET)
    )
    picture = stream(
        jpeg(segment(0xE1, exif((0x10E, 1)))),
        Subtype=NameObject("/Image"),
        Filter=NameObject("/DCTDecode"),
        Metadata=add(stream(WORD)),
        PieceInfo=dictionary(A=SECRET),
    )
    form = stream(b"q Q", Resources=dictionary(Properties=dictionary(M=dictionary(Name=SECRET))))
    inner = dictionary(I=add(picture), F=add(form), L=ArrayObject([add(form)]))
    rectangle = ArrayObject([NumberObject(number) for number in (0, 0, 9, 9)])

    def note(kind: str, **values: PdfObject | str) -> PdfObject:
        made = dictionary(Subtype=NameObject(kind), Rect=rectangle, Contents=SECRET, **values)
        return add(made)

    web = dictionary(S=NameObject("/URI"), URI="https://example.org/kept")
    files = dictionary(EF=dictionary(F=add(stream(WORD))))
    page.update(
        dictionary(
            Resources=dictionary(XObject=inner),
            Annots=add(
                ArrayObject(
                    [
                        note("/Text", T=SECRET),
                        note("/FileAttachment", FS=files),
                        note("/Link", A=add(web)),
                        note("/Link", A=dictionary(S=NameObject("/JavaScript"), JS=SECRET)),
                        note("/Link", A=dictionary(S=NameObject("/Launch"), F=SECRET)),
                        note(
                            "/Link", Dest=ArrayObject([other.indirect_reference or NumberObject(0)])
                        ),
                        note("/Widget", V=SECRET),
                    ]
                )
            ),
            Metadata=add(stream(WORD)),
            PieceInfo=dictionary(A=SECRET),
            AF=ArrayObject([add(dictionary(Desc=SECRET))]),
            B=ArrayObject([add(dictionary(T=add(dictionary(I=dictionary(Title=SECRET)))))]),
            Thumb=add(stream(WORD)),
            AA=dictionary(O=dictionary(S=NameObject("/JavaScript"), JS=SECRET)),
            Own=SECRET,
        )
    )
    other.update(dictionary(PieceInfo=dictionary(A=SECRET)))
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def with_picture(content: bytes, filters: PdfObject, options: PdfObject | None = None) -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(9, 9)
    told = {} if options is None else {"DecodeParms": options}
    picture = stream(content, Subtype=NameObject("/Image"), Filter=filters, **told)
    held = dictionary(I=writer._add_object(picture))
    page[NameObject("/Resources")] = dictionary(XObject=held)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def pictures(content: bytes) -> list[StreamObject]:
    (page,) = PdfReader(io.BytesIO(content)).pages
    return [held.get_object() for held in page["/Resources"]["/XObject"].values()]  # type: ignore[index]


class TestPdf:
    def test_words_go_and_pages_stay(self) -> None:
        stripped = strip_pdf(rich_pdf())
        assert rich_pdf().count(WORD) > 20
        assert not leaks({"a": stripped})
        assert len(PdfReader(io.BytesIO(stripped)).pages) == 2

    @pytest.mark.parametrize("outer", ["/FlateDecode", "/ASCIIHexDecode", "/ASCII85Decode"])
    def test_words_go_from_a_picture_however_it_is_packed(self, outer: str) -> None:
        picture = jpeg(segment(0xE1, exif((0x10E, 1))))
        packed = {
            "/FlateDecode": zlib.compress(picture),
            "/ASCIIHexDecode": picture.hex().encode() + b">",
            "/ASCII85Decode": base64.a85encode(picture) + b"~>",
        }[outer]
        assert WORD in picture
        filters = ArrayObject([NameObject(outer), NameObject("/DCTDecode")])
        (found,) = pictures(strip_pdf(with_picture(packed, filters)))
        assert str(found["/Filter"]) == "/DCTDecode"
        assert found._data == strip_jpeg(picture)

    def test_how_each_packing_was_done_is_told_beside_them(self) -> None:
        picture = jpeg(segment(0xE1, exif((0x10E, 1))))
        # As lines of a PNG, each with how it was filtered before it.
        packed = zlib.compress(b"\0" + picture)
        way = dictionary(Predictor=NumberObject(15), Columns=NumberObject(len(picture)))
        filters = ArrayObject([NameObject("/FlateDecode"), NameObject("/DCTDecode")])
        told = ArrayObject([way, NullObject()])
        (found,) = pictures(strip_pdf(with_picture(packed, filters, told)))
        assert found._data == strip_jpeg(picture)
        assert "/DecodeParms" not in found

    def test_words_go_from_a_jpeg_2000(self) -> None:
        signature, seen = b"\0\0\0\x0cjP  \r\n\x87\n", b"\0\0\0\x0ajp2cxy"
        other = struct.pack(">I4s", 8 + len(WORD), b"uuid") + WORD
        whole = signature + other + seen + other
        (found,) = pictures(strip_pdf(with_picture(whole, NameObject("/JPXDecode"))))
        assert found._data == signature + seen
        for broken in (b"", b"\0\0\0\1jp2c", signature + b"\0\0\0\3uuid"):
            with pytest.raises(ValueError, match="no PDF"):
                strip_pdf(with_picture(broken, NameObject("/JPXDecode")))

    def test_only_links_to_the_web_stay(self) -> None:
        (page, other) = PdfReader(io.BytesIO(strip_pdf(rich_pdf()))).pages
        notes = [note.get_object() for note in page["/Annots"]]  # type: ignore[attr-defined]
        assert [(note["/Subtype"], note["/A"]["/URI"]) for note in notes] == [
            ("/Link", "https://example.org/kept")
        ]
        assert "/Annots" not in other

    def test_earlier_versions_of_the_document_go(self) -> None:
        later = PdfWriter(io.BytesIO(pdf(SECRET)), incremental=True)
        later.add_blank_page(9, 9)
        content = io.BytesIO()
        later.write(content)
        assert WORD in content.getvalue()
        assert not leaks({"a": strip_pdf(content.getvalue())})

    def test_same_document_gives_the_same_bytes(self) -> None:
        assert strip_pdf(rich_pdf()) == strip_pdf(rich_pdf())

    def test_locked_document_is_refused(self) -> None:
        writer = PdfWriter(io.BytesIO(pdf("x")))
        writer.encrypt("secret", algorithm="RC4-128")
        content = io.BytesIO()
        writer.write(content)
        with pytest.raises(ValueError, match="no PDF"):
            strip_pdf(content.getvalue())


def covered(note: str = "", layers: str = "", resources: str = "") -> bytes:
    return drawn(
        shown("(They pay badly) Tj"),
        page=f"/Annots [<< /Subtype {note} /Rect [0 0 300 300] >>]" if note else "",
        catalog=f"/OCProperties << {layers} >>" if layers else "",
        resources=resources,
        objects=[
            b"<< /Type /OCG /Name (Salary) /Usage << /View << /ViewState /OFF >> >> >>",
            b"<< /Type /OCG /Name (All) >>",
        ],
    )


class TestCovered:
    """What is under a bar, or in a layer that is off, would be seen without the bar."""

    def test_what_would_be_seen_then_is_refused(self) -> None:
        for hidden in (
            covered("/Square"),
            covered("/Redact"),
            covered("/FreeText /F 4"),
            covered("/Ink"),
            covered(layers="/D << /OFF [7 0 R] >>"),
            covered(layers="/D << /BaseState /OFF >>"),
            covered(layers="/OCGs [6 0 R] /D << >>"),
            covered(resources="/Properties << /M << /Type /OCMD /P /AllOff >> >>"),
            covered(resources="/Properties << /M << /Type /OCMD /VE [/Not 6 0 R] >> >>"),
        ):
            with pytest.raises(CoveredError):
                strip_pdf(hidden)

    def test_what_hides_nothing_is_published(self) -> None:
        for plain in (
            covered(),
            covered("/Square /F 2"),
            covered("/Highlight"),
            covered("/Text"),
            covered(layers="/OCGs [7 0 R] /D << /Order [7 0 R] /OFF [] >>"),
        ):
            assert len(PdfReader(io.BytesIO(strip_pdf(plain))).pages) == 1
