"""Nothing but the picture is published: every place of a file that can hold a word is tried."""

import base64
import io
import re
import struct
import zlib
from collections.abc import Mapping
from contextlib import suppress

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from dossier.plain.metadata import UnreadableAssetError, strip
from tests.canaries import SECRET, leaks, pdf, png, svg

WORD = SECRET.encode()


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def exif(*fields: tuple[int, int], order: str = ">") -> bytes:
    """Return Exif with some short values and a word behind them."""
    sign = b"MM\0*" if order == ">" else b"II*\0"
    entries = b"".join(struct.pack(f"{order}HHIHH", tag, 3, 1, value, 0) for tag, value in fields)
    head = struct.pack(f"{order}IH", 8, len(fields))
    return b"Exif\0\0" + sign + head + entries + WORD


SCAN = bytes(range(200)) + b"\xff\x00\xff\xd0 more"
"""What a decoder reads of a scan: 0xFF stands there with 0 or a restart behind it only."""
JFIF = b"JFIF\0\1\2\0\0\1\0\1"
FRAME = (segment(0xDB, b"tables"), segment(0xC2, b"frame"), segment(0xC4, b"huffman"))
HEAD = b"\xff\xd8"
PICTURE = segment(0xDA, b"scan") + SCAN + b"\xff\xd9"


def jpeg(*segments: bytes, between: bytes = b"", after: bytes = b"") -> bytes:
    """Return a picture of two scans with other segments before, between and after them."""
    scan = segment(0xDA, b"scan") + SCAN
    return HEAD + b"".join([*segments, *FRAME, scan, between, scan]) + b"\xff\xd9" + after


def chunk(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def webp(*chunks: bytes, after: bytes = b"") -> bytes:
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body + after


VP8X = struct.pack("<I", 0b0011_1110) + bytes(6)
LOSSLESS = chunk(b"VP8L", b"picture")
ANIMATED = chunk(b"ANMF", bytes(16) + LOSSLESS)


class TestPng:
    def test_words_go_and_pixels_stay(self) -> None:
        stripped = strip("a.png", png(SECRET))
        assert stripped == png()
        assert leaks({"a": png(SECRET)})

    def test_every_chunk_that_is_seen_stays(self) -> None:
        kinds = (b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"acTL", b"fcTL", b"IDAT", b"fdAT")
        chunks = b"".join(
            struct.pack(">I", 4) + kind + b"data" + struct.pack(">I", zlib.crc32(kind + b"data"))
            for kind in (*kinds, b"IEND")
        )
        content = b"\x89PNG\r\n\x1a\n" + chunks
        assert strip("a.png", content) == content

    def test_what_follows_the_picture_goes(self) -> None:
        assert strip("a.png", png() + WORD + png()) == png()


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
        assert strip("a.jpg", jpeg(hidden)) == plain
        assert strip("a.jpeg", jpeg(between=hidden)) == plain
        assert strip("a.jpg", jpeg(after=HEAD + hidden + PICTURE)) == plain

    def test_what_a_decoder_needs_stays(self) -> None:
        adobe = segment(0xEE, b"Adobe\0\x64\0\0\0\0\1")
        content = jpeg(segment(0xE0, JFIF + b"\0\0"), adobe, segment(0xDD, b"\0\4"))
        assert strip("a.jpg", content) == content

    def test_thumbnail_and_what_hides_behind_a_known_segment_go(self) -> None:
        content = jpeg(
            segment(0xE0, JFIF + b"\3\3" + WORD), segment(0xEE, b"Adobe\0\x64\0\0\0\0\1" + WORD)
        )
        kept = jpeg(segment(0xE0, JFIF + b"\0\0"), segment(0xEE, b"Adobe\0\x64\0\0\0\0\1"))
        assert strip("a.jpg", content) == kept

    @pytest.mark.parametrize("order", [">", "<"], ids=["big", "little"])
    def test_picture_stays_turned_as_it_is(self, order: str) -> None:
        turned = segment(0xE1, exif((0x10F, 1), (0x112, 6), order=order))
        stripped = strip("a.jpg", jpeg(turned))
        assert stripped.count(b"Exif") == 1
        assert WORD not in stripped
        assert strip("a.jpg", stripped) == stripped
        assert struct.pack(">HHIHH", 0x112, 3, 1, 6, 0) in stripped

    @pytest.mark.parametrize(
        "body",
        [exif((0x112, 1)), exif((0x112, 9)), b"Exif\0\0MM\0*\xff\xff\xff\xff", b"Exif\0\0"],
        ids=["upright", "nonsense", "out of reach", "cut"],
    )
    def test_other_exif_is_not_kept(self, body: bytes) -> None:
        assert strip("a.jpg", jpeg(segment(0xE1, body))) == jpeg()

    def test_filling_and_lone_markers_are_read_over(self) -> None:
        content = HEAD + b"\xff\xff" + FRAME[0] + b"\xff\x01" + b"".join(FRAME[1:]) + PICTURE
        assert strip("a.jpg", content) == HEAD + b"".join(FRAME) + PICTURE


class TestWebp:
    @pytest.mark.parametrize("kind", [b"EXIF", b"XMP ", b"ICCP", b"quOk"])
    def test_chunks_of_words_go(self, kind: bytes) -> None:
        content = webp(chunk(b"VP8X", VP8X), chunk(kind, WORD), LOSSLESS, chunk(kind, WORD))
        kept = webp(chunk(b"VP8X", bytes([0b0001_0010]) + VP8X[1:]), LOSSLESS)
        assert strip("a.webp", content) == kept

    def test_words_in_a_frame_go(self) -> None:
        frame = chunk(b"ANMF", bytes(16) + LOSSLESS + chunk(b"quOk", WORD))
        assert strip("a.webp", webp(chunk(b"ANIM", bytes(6)), frame)) == webp(
            chunk(b"ANIM", bytes(6)), ANIMATED
        )

    def test_what_follows_the_picture_goes(self) -> None:
        assert strip("a.webp", webp(LOSSLESS, after=WORD)) == webp(LOSSLESS)

    def test_plain_picture_stays(self) -> None:
        content = webp(chunk(b"VP8 ", b"odd"))
        assert strip("a.webp", content) == content


def drawing(inner: str, attributes: str = "") -> str:
    content = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'xmlns:x="http://www.inkscape.org/" {attributes}>{inner}</svg>'
    )
    return strip("a.svg", content.encode()).decode()


class TestSvg:
    def test_words_go_and_the_drawing_stays(self) -> None:
        stripped = strip("a.svg", svg("Shown", SECRET))
        assert not leaks({"a": stripped})
        assert b"<title>Shown</title>" in stripped
        assert strip("a.svg", stripped) == stripped

    @pytest.mark.parametrize(
        "inner",
        [
            "<script>quokkafox</script>",
            "<foreignObject>quokkafox</foreignObject>",
            "<metadata>quokkafox</metadata>",
            "<x:note>quokkafox</x:note>",
            '<g onclick="quokkafox"/>',
            '<g x:label="quokkafox"/>',
            '<g data-name="quokkafox"/>',
            '<a href="https://quokkafox"/>',
            '<a xlink:href="javascript:quokkafox"/>',
            '<image href="https://quokkafox/a.png"/>',
            '<image href="data:image/svg+xml,quokkafox"/>',
            '<use href="other.svg#quokkafox"/>',
            '<set attributeName="href" to="quokkafox"/>',
            '<animate attributeName="xlink:href" values="quokkafox"/>',
            '<g style="background:url(https://quokkafox)"/>',
            "<g fill=\"url( 'quokkafox.svg#a' )\"/>",
            "<style>@import 'quokkafox.css';</style>",
            "<style>a{background:url(quokkafox.png)}</style>",
            "<style>/* quokkafox */a{}</style>",
            "<!-- quokkafox --><?quokkafox quokkafox?>",
        ],
    )
    def test_what_runs_or_leads_away_goes(self, inner: str) -> None:
        shown = drawing(f"<title>Shown</title>{inner}<circle r='1'/>")
        assert "quokkafox" not in shown
        assert "Shown" in shown
        assert "circle" in shown

    @pytest.mark.parametrize(
        "inner",
        [
            '<use href="#a" />',
            '<use xlink:href="#a" />',
            '<g fill="url(#a)" />',
            "<g fill=\"url( '#a' )\" />",
            "<style>a{fill:url(#b)}</style>",
            '<animate attributeName="r" values="1;2" />',
            '<text xml:space="preserve">a b</text>',
        ],
    )
    def test_what_stays_in_the_file_stays(self, inner: str) -> None:
        assert inner.replace("'", "&apos;") in drawing(inner).replace("'", "&apos;")

    def test_picture_in_a_drawing_is_stripped_too(self) -> None:
        inside = base64.b64encode(png(SECRET)).decode()
        shown = drawing(f'<image href="data:image/png;base64,{inside}"/>')
        (kept,) = re.findall(r"base64,([^\"]*)", shown)
        assert base64.b64decode(kept) == png()

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "latin-1"])
    def test_document_type_is_refused_in_any_encoding(self, encoding: str) -> None:
        text = f"<?xml version='1.0' encoding='{encoding}'?><!DOCTYPE svg [<!ENTITY a 'ä'>]>"
        with pytest.raises(UnreadableAssetError):
            strip(
                "a.svg", f"{text}<svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>".encode(encoding)
            )

    def test_elements_thousands_deep_are_refused(self) -> None:
        with pytest.raises(UnreadableAssetError):
            drawing(f"{'<g>' * 5000}{'</g>' * 5000}")

    @pytest.mark.parametrize("text", ["<svg/>", "<html/>", "<svg", ""])
    def test_other_xml_is_refused(self, text: str) -> None:
        with pytest.raises(UnreadableAssetError):
            strip("a.svg", text.encode())


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


class TestPdf:
    def test_words_go_and_pages_stay(self) -> None:
        stripped = strip("a.pdf", rich_pdf())
        assert rich_pdf().count(WORD) > 20
        assert not leaks({"a": stripped})
        assert len(PdfReader(io.BytesIO(stripped)).pages) == 2

    def test_only_links_to_the_web_stay(self) -> None:
        (page, other) = PdfReader(io.BytesIO(strip("a.pdf", rich_pdf()))).pages
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
        assert not leaks({"a": strip("a.pdf", content.getvalue())})

    def test_same_document_gives_the_same_bytes(self) -> None:
        assert strip("a.pdf", rich_pdf()) == strip("a.pdf", rich_pdf())

    def test_locked_document_is_refused(self) -> None:
        writer = PdfWriter(io.BytesIO(pdf("x")))
        writer.encrypt("secret", algorithm="RC4-128")
        content = io.BytesIO()
        writer.write(content)
        with pytest.raises(UnreadableAssetError):
            strip("a.pdf", content.getvalue())


def woff2(metadata: bytes = b"", private: bytes = b"", after: bytes = b"") -> bytes:
    tables = b"\x3f" + b"tables"
    start = 48 + len(tables)
    offsets = (start if metadata else 0, start + len(metadata) if private else 0)
    length = start + len(metadata) + len(private)
    head = struct.pack(
        ">4sIIHHIIHHIIIII",
        *(b"wOF2", 0x10000, length, 1, 0, 99, 6, 1, 0),
        *(offsets[0], len(metadata), len(metadata), offsets[1], len(private)),
    )
    return head + tables + metadata + private + after


class TestWoff2:
    @pytest.mark.parametrize(
        "content",
        [woff2(WORD), woff2(private=WORD), woff2(WORD, WORD), woff2(after=WORD)],
        ids=["metadata", "private data", "both", "after"],
    )
    def test_words_go_and_tables_stay(self, content: bytes) -> None:
        assert strip("a.woff2", content) == woff2()

    def test_plain_font_stays(self) -> None:
        assert strip("a.woff2", woff2()) == woff2()


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
            with suppress(UnreadableAssetError):
                stripped = strip(name, attempt)
                assert attempt in torn or WORD not in stripped

    @pytest.mark.parametrize("name", ["a.gif", "a", "a.html", "a.png.exe"])
    def test_other_types_are_refused(self, name: str) -> None:
        with pytest.raises(UnreadableAssetError, match="is no type that is published"):
            strip(name, png())

    def test_type_is_told_by_the_name_in_any_case(self) -> None:
        assert strip("A.PNG", png(SECRET)) == png()
