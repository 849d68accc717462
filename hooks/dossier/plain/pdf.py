"""PDF: what of a document is seen."""

from __future__ import annotations

import io
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.filters import decode_stream_data
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from dossier.plain.images import CoveredError, TooLargeError, strip_jpeg
from dossier.plain.jpeg2000 import strip_jpeg2000

_PAGE_KEYS = frozenset(
    {"/Type", "/Parent", "/Contents", "/Resources", "/Rotate", "/UserUnit", "/Group", "/Annots"}
    | {"/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"}
)
"""What a page needs to be seen. ISO 32000-1, table 30."""
_PDF_DROPPED = frozenset(
    {"/Metadata", "/PieceInfo", "/LastModified", "/AF", "/Alternates", "/OPI", "/Properties"}
    | {"/StructParent", "/StructParents", "/AA"}
)
"""What fonts, pictures and forms don't need to be seen."""
_COVERING = frozenset(
    {"/Circle", "/FreeText", "/Ink", "/Line", "/PolyLine", "/Polygon", "/Redact", "/Square"}
    | {"/Stamp", "/Watermark"}
)
"""Notes that are drawn over what a page holds. ISO 32000-1, table 169."""
_NOT_VIEWED = 0x02 | 0x20
"""Flags of a note that nobody sees."""
_REVERSED = frozenset({"/AllOff", "/AnyOff"})
"""What makes a layer seen when another is not."""
_PICTURES = {"/DCTDecode": strip_jpeg, "/DCT": strip_jpeg, "/JPXDecode": strip_jpeg2000}
"""Packings of pictures that hold metadata of their own."""


def strip_pdf(content: bytes) -> bytes:
    """Copy what is seen of the pages: no document information, attachments, notes or scripts.

    Raises ValueError, of which CoveredError and TooLargeError are two.
    """
    try:
        return _copied_pages(PdfReader(io.BytesIO(content), strict=False))
    except (CoveredError, TooLargeError):
        raise
    # pypdf raises whatever a broken file leads it to.
    except Exception as error:
        raise ValueError("no PDF") from error


def _copied_pages(reader: PdfReader) -> bytes:
    writer = PdfWriter()
    _refuse_hidden_layers(reader)
    for page in reader.pages:
        notes = _value(page, "/Annots") or ()
        if any(_covers(note.get_object()) for note in notes):
            raise CoveredError("something is drawn over a page, which holds what is under it")
        links = [link for note in notes if (link := _link(note.get_object()))]
        for key in [key for key in page if key not in _PAGE_KEYS]:
            del page[key]
        page.pop("/Annots", None)
        if links:
            page[NameObject("/Annots")] = ArrayObject(links)
        _scrub(page.get("/Resources"))
        writer.add_page(page)
    writer.metadata = None
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _refuse_hidden_layers(reader: PdfReader) -> None:
    """Raise CoveredError for a layer that is not seen: without the list of layers all are."""
    layers = _value(reader.root_object, "/OCProperties") or DictionaryObject()
    shown = _value(layers, "/D") or DictionaryObject()
    is_off = _value(shown, "/BaseState") == "/OFF" or bool(_value(shown, "/OFF"))
    for layer in _value(layers, "/OCGs") or ():
        usage = _value(layer.get_object(), "/Usage") or DictionaryObject()
        viewed = _value(usage, "/View") or DictionaryObject()
        is_off = is_off or _value(viewed, "/ViewState") == "/OFF"
    if is_off:
        raise CoveredError("a layer of the document is hidden")


def _covers(note: DictionaryObject) -> bool:
    flags = _value(note, "/F") or 0
    return _value(note, "/Subtype") in _COVERING and not flags & _NOT_VIEWED


def _link(annotation: DictionaryObject) -> DictionaryObject | None:
    """Return a link to the web with nothing else; other annotations are not kept."""
    action = _value(annotation, "/A") or DictionaryObject()
    address = str(_value(action, "/URI") or "")
    if _value(annotation, "/Subtype") != "/Link" or not address.startswith(("http", "mailto:")):
        return None
    border = ArrayObject([NumberObject(0)] * 3)
    target = DictionaryObject()
    target[NameObject("/S")] = NameObject("/URI")
    target[NameObject("/URI")] = TextStringObject(address)
    link = DictionaryObject({NameObject("/Rect"): _value(annotation, "/Rect")})
    link |= {NameObject("/Border"): border, NameObject("/A"): target}
    link |= {NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Link")}
    return link


def _value(holder: DictionaryObject, key: str) -> Any:  # noqa: ANN401 - whatever a file holds
    """Return a value that may stand elsewhere in the file, None for none."""
    return holder[key] if key in holder else None  # noqa: SIM401 - `get` would not look there


def _scrub(thing: PdfObject | None) -> None:
    """Take metadata out of all that a page's resources lead to."""
    seen: dict[int, PdfObject] = {}  # held, so that no other object gets its number
    waiting = [thing]
    while waiting:
        found = waiting.pop()
        found = found.get_object() if found is not None else None
        if id(found) in seen or not isinstance(found, ArrayObject | DictionaryObject):
            continue
        seen[id(found)] = found
        if isinstance(found, ArrayObject):
            waiting += found
            continue
        if "/VE" in found or str(found.get("/P")) in _REVERSED:
            raise CoveredError("a layer of the document is seen while another is not")
        if (parts := found.get("/Properties")) is not None:
            waiting.append(parts)
        for key in [key for key in found if key in _PDF_DROPPED]:
            del found[key]
        if isinstance(found, StreamObject):
            _strip_picture(found)
        waiting += found.values()


def _strip_picture(stream: StreamObject) -> None:
    """Take metadata out of a picture that is a file of its own, however it is packed."""
    filters = _value(stream, "/Filter")
    names = filters if isinstance(filters, ArrayObject) else [filters]
    kind = str(names[-1].get_object()) if names and names[-1] is not None else ""
    strip = _PICTURES.get(kind)
    if strip is None:
        return
    if len(names) > 1:
        # What stands around the picture goes, and with it how that was done.
        outer = StreamObject()
        outer._data = stream._data  # noqa: SLF001 - as stored, not decoded
        outer[NameObject("/Filter")] = ArrayObject(names[:-1])
        if isinstance(options := _value(stream, "/DecodeParms"), ArrayObject):
            outer[NameObject("/DecodeParms")] = ArrayObject(options[:-1])
        stream._data = decode_stream_data(outer)  # noqa: SLF001 - what is left is stored so
        stream[NameObject("/Filter")] = NameObject(kind)
        stream.pop("/DecodeParms", None)
    stream._data = strip(stream._data)  # noqa: SLF001 - as stored, not decoded
