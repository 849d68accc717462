"""Files to the same files without metadata: camera, place, author, comments, scripts.

Images are filtered block by block from an allow-list, so that no pixel changes. What cannot be
read as the type that its name says is not published.
"""

from __future__ import annotations

import base64
import io
import re
import struct
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

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


class UnreadableAssetError(ValueError):
    """A file is not of the type that its name says."""


def strip(name: str, content: bytes) -> bytes:
    """Return a file without its metadata. Raises UnreadableAssetError."""
    suffix = name.rpartition(".")[2].lower()
    stripper = _STRIPPERS.get(suffix)
    if stripper is None:
        raise UnreadableAssetError(f"`.{suffix}` is no type that is published")
    try:
        return stripper(content)
    # Elements in elements, thousands deep, are no picture that anybody drew.
    except (struct.error, IndexError, ET.ParseError, ValueError, RecursionError) as error:
        raise UnreadableAssetError(f"the file is not a readable {suffix}") from error


_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_CHUNKS = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD"}
    | {b"acTL", b"fcTL", b"fdAT"}
)
"""Chunks that change what is seen. https://www.w3.org/TR/png-3/"""


def _png(content: bytes) -> bytes:
    if not content.startswith(_PNG):
        raise ValueError("no PNG")
    parts, position = [_PNG], len(_PNG)
    while True:
        (length,) = struct.unpack_from(">I", content, position)
        kind = content[position + 4 : position + 8]
        end = position + 12 + length
        if end > len(content):
            raise ValueError("cut short")
        if kind in _PNG_CHUNKS:
            parts.append(content[position:end])
        if kind == b"IEND":
            return b"".join(parts)
        position = end


_SOI, _EOI, _SOS, _APP0, _APP1, _APP14, _APP15 = 0xD8, 0xD9, 0xDA, 0xE0, 0xE1, 0xEE, 0xEF
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a segment."""
_DROPPED = frozenset({0xFE, *range(0xF0, 0xFE)})
"""Comments, and segments of formats that nobody reads."""
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""A marker that ends a scan: in its data 0xFF is followed by nothing, a restart or filling."""


def _jpeg(content: bytes) -> bytes:
    """Keep the segments that a decoder needs, of the first picture alone. ITU-T T.81, annex B.

    What follows the picture is left out: another one with its own metadata, a video.
    """
    if content[:2] != bytes((0xFF, _SOI)):
        raise ValueError("no JPEG")
    parts, position = [content[:2]], 2
    while True:
        if content[position] != 0xFF:  # noqa: PLR2004 - every marker begins with it
            raise ValueError("no marker")
        marker = content[position + 1]
        if marker == _EOI:
            return b"".join([*parts, bytes((0xFF, _EOI))])
        if marker == 0xFF or marker in _ALONE:  # noqa: PLR2004 - filling
            position += 1 if marker == 0xFF else 2  # noqa: PLR2004
            continue
        (length,) = struct.unpack_from(">H", content, position + 2)
        end = position + 2 + length
        if _APP0 <= marker <= _APP15:
            parts.append(_application_segment(marker, content[position + 4 : end]))
        elif marker not in _DROPPED:
            parts.append(content[position:end])
        if marker == _SOS:
            found = _NEXT_MARKER.search(content, end)
            if not found:
                raise ValueError("cut short")
            parts.append(content[end : found.start()])
            end = found.start()
        position = end


def _application_segment(marker: int, body: bytes) -> bytes:
    """Return what a decoder needs of an application's segment, often nothing.

    That is the pixels' shape without the thumbnail, how colours are coded (without it some
    pictures turn green), and how the picture is turned.
    """
    if marker == _APP0 and body.startswith(b"JFIF\0"):
        body = body[:12] + b"\0\0"
    elif marker == _APP14 and body.startswith(b"Adobe"):
        body = body[:12]
    elif marker == _APP1 and body.startswith(b"Exif\0\0"):
        body = _orientation(body[6:])
    else:
        return b""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body if body else b""


def _orientation(tiff: bytes) -> bytes:
    """Return Exif with nothing but how the picture is turned, nothing if it is not."""
    order = "<" if tiff.startswith(b"II") else ">"
    try:
        (offset,) = struct.unpack_from(f"{order}I", tiff, 4)
        (number,) = struct.unpack_from(f"{order}H", tiff, offset)
        entries = range(offset + 2, offset + 2 + 12 * number, 12)
        fields = [struct.unpack_from(f"{order}HHIH", tiff, entry) for entry in entries]
    except struct.error:
        return b""
    turned = (value for tag, _, _, value in fields if tag == 0x0112 and 2 <= value <= 8)  # noqa: PLR2004
    entry = [struct.pack(">HHHIHHI", 1, 0x0112, 3, 1, value, 0, 0) for value in turned][:1]
    return b"Exif\0\0MM\0*\0\0\0\x08" + entry[0] if entry else b""


_WEBP_CHUNKS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"})
_WEBP_FLAGS = 0b0001_0010
"""Bits of the extended header that stay: transparency and animation."""
_FRAME_HEAD = 16
"""Bytes of an animation's frame before its own chunks."""


def _webp(content: bytes) -> bytes:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        raise ValueError("no WebP")
    (length,) = struct.unpack_from("<I", content, 4)
    body = b"WEBP" + _webp_chunks(content[12 : 8 + length])
    if body == b"WEBP":
        raise ValueError("no picture")
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _webp_chunks(content: bytes) -> bytes:
    parts, position = [], 0
    while position < len(content):
        kind = content[position : position + 4]
        (length,) = struct.unpack_from("<I", content, position + 4)
        chunk = content[position + 8 : position + 8 + length]
        if len(chunk) != length:
            raise ValueError("cut short")
        position += 8 + length + length % 2
        if kind == b"VP8X":
            chunk = bytes((chunk[0] & _WEBP_FLAGS,)) + chunk[1:10]
        elif kind == b"ANMF":
            chunk = chunk[:_FRAME_HEAD] + _webp_chunks(chunk[_FRAME_HEAD:])
        if kind in _WEBP_CHUNKS:
            parts.append(kind + struct.pack("<I", len(chunk)) + chunk + b"\0" * (len(chunk) % 2))
    return b"".join(parts)


_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_SVG_NAMESPACES = ("", f"{{{_XLINK}", "{http://www.w3.org/XML/1998/namespace")
_SVG_DROPPED = frozenset({"metadata", "script", "foreignObject", "iframe", "handler", "set"})
_LEAVES = re.compile(r"@import|url\((?!\s*['\"]?\s*#)|javascript:|expression\(", re.IGNORECASE)
"""Styles and values that lead out of the file, or run."""
_INSIDE = re.compile(r"data:image/(png|jpeg|webp);base64,(.*)", re.DOTALL)


def _svg(content: bytes) -> bytes:
    # As text, because in UTF-16 a document type would hide from the next line.
    text = content.decode("utf-8-sig")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("document types are not read")
    root = ET.fromstring(text)  # noqa: S314 - without a document type there are no entities
    if root.tag != f"{{{_SVG}}}svg":
        raise ValueError("no SVG")
    _clean(root)
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    return ET.tostring(root, encoding="unicode").encode()


def _clean(element: ET.Element) -> None:
    """Drop scripts, other programs' elements and attributes, and links that leave the file."""
    for name, value in list(element.attrib.items()):
        namespace, _, local = name.rpartition("}")
        mine = namespace in _SVG_NAMESPACES and not local.lower().startswith(("on", "data-"))
        kept = _linked(value) if local == "href" else value
        if mine and kept and not _LEAVES.search(kept):
            element.set(name, kept)
        else:
            del element.attrib[name]
    for child in list(element):
        namespace, _, local = str(child.tag).rpartition("}")
        moves_links = child.get("attributeName", "").endswith("href")
        if local == "style":
            child.text = re.sub(r"/\*.*?\*/", "", child.text or "", flags=re.DOTALL)
        leaves = local == "style" and _LEAVES.search(child.text or "")
        if namespace != f"{{{_SVG}" or local in _SVG_DROPPED or moves_links or leaves:
            element.remove(child)
        else:
            _clean(child)


def _linked(address: str) -> str:
    """Return what an element may link to: a part of the file, or a picture in it, stripped."""
    if address.startswith("#"):
        return address
    picture = _INSIDE.fullmatch(address)
    if not picture:
        return ""
    stripped = _STRIPPERS[picture[1]](base64.b64decode(picture[2]))
    return f"data:image/{picture[1]};base64,{base64.b64encode(stripped).decode()}"


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


def _pdf(content: bytes) -> bytes:
    """Copy what is seen of the pages: no document information, attachments, notes or scripts."""
    try:
        return _copied_pages(PdfReader(io.BytesIO(content), strict=False))
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
        is_jpeg = _value(found, "/Filter") in ("/DCTDecode", ["/DCTDecode"])
        if isinstance(found, StreamObject) and is_jpeg:
            found._data = _jpeg(found._data)  # noqa: SLF001 - as stored, not decoded
        waiting += found.values()


_WOFF2_HEAD = ">4sIIHHIIHHIIIII"
"""https://www.w3.org/TR/WOFF2/: the last five are where metadata and private data stand."""


def _woff2(content: bytes) -> bytes:
    signature, flavor, length, *fields = struct.unpack_from(_WOFF2_HEAD, content)
    if signature != b"wOF2":
        raise ValueError("no WOFF2")
    *kept, metadata, _, _, private, _ = fields
    end = min(offset for offset in (length, metadata, private) if offset)
    head = struct.pack(_WOFF2_HEAD, signature, flavor, end, *kept, 0, 0, 0, 0, 0)
    return head + content[len(head) : end]


_STRIPPERS: dict[str, Callable[[bytes], bytes]] = {
    "png": _png,
    "jpg": _jpeg,
    "jpeg": _jpeg,
    "webp": _webp,
    "svg": _svg,
    "pdf": _pdf,
    "woff2": _woff2,
}
