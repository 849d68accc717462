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

from dossier.plain.images import TooLargeError, strip_jpeg
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
_PICTURES = {"/DCTDecode": strip_jpeg, "/DCT": strip_jpeg, "/JPXDecode": strip_jpeg2000}
"""Packings of pictures that hold metadata of their own."""


def strip_pdf(content: bytes) -> bytes:
    """Copy what is seen of the pages: no document information, attachments, notes or scripts.

    Raises ValueError.
    """
    try:
        return _copied_pages(PdfReader(io.BytesIO(content), strict=False))
    except TooLargeError:
        raise
    # pypdf raises whatever a broken file leads it to.
    except Exception as error:
        raise ValueError("no PDF") from error


def _copied_pages(reader: PdfReader) -> bytes:
    writer = PdfWriter()
    for page in reader.pages:
        notes = _value(page, "/Annots") or ()
        links = [link for note in notes if (link := _link(note.get_object()))]
        for key in [key for key in page if key not in _PAGE_KEYS]:
            del page[key]
        page.pop("/Annots", None)
        if links:
            page[NameObject("/Annots")] = ArrayObject(links)
        _scrub(page.get("/Resources"), set())
        writer.add_page(page)
    writer.metadata = None
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


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


def _scrub(thing: PdfObject | None, seen: set[int]) -> None:
    """Take metadata out of all that a page's resources lead to."""
    waiting = [thing]
    while waiting:
        found = waiting.pop()
        found = found.get_object() if found is not None else None
        if id(found) in seen or not isinstance(found, ArrayObject | DictionaryObject):
            continue
        seen.add(id(found))
        if isinstance(found, ArrayObject):
            waiting += found
            continue
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
