"""Files to the same files without metadata: camera, place, author, comments, scripts.

Images are filtered block by block from an allow-list, so that no pixel changes. What cannot be
read as the type that its name says is not published.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable
from xml.etree import ElementTree as ET

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError


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
    except (struct.error, IndexError, ET.ParseError, PyPdfError, ValueError) as error:
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


_SOI, _EOI, _SOS, _APP0, _APP1, _APP15, _COM = 0xD8, 0xD9, 0xDA, 0xE0, 0xE1, 0xEF, 0xFE
_ADOBE = 0xEE
"""The segment that says how colours are coded; without it some pictures turn green."""


def _jpeg(content: bytes) -> bytes:
    """Keep the segments that a decoder needs. ITU-T T.81, annex B."""
    if content[:2] != bytes((0xFF, _SOI)):
        raise ValueError("no JPEG")
    orientation = _orientation(content)
    parts, position = [content[:2], orientation], 2
    while True:
        if content[position] != 0xFF:  # noqa: PLR2004 - every marker begins with it
            raise ValueError("no marker")
        marker = content[position + 1]
        (length,) = struct.unpack_from(">H", content, position + 2)
        end = position + 2 + length
        metadata = _APP1 <= marker <= _APP15 and marker != _ADOBE
        if not metadata and marker != _COM:
            parts.append(content[position:end])
        if marker == _SOS:
            # What follows the last image's end, such as a hidden video, is left out.
            last = content.rindex(bytes((0xFF, _EOI)), end)
            return b"".join([*parts, content[end : last + 2]])
        position = end


def _orientation(content: bytes) -> bytes:
    """Return a segment with nothing but how the picture is turned, if it is."""
    found = re.search(rb"Exif\0\0(II\*\0|MM\0\*)", content[:65536])
    if not found:
        return b""
    start = found.start() + 6
    order = "<" if found[1].startswith(b"II") else ">"
    (offset,) = struct.unpack_from(f"{order}I", content, start + 4)
    (number,) = struct.unpack_from(f"{order}H", content, start + offset)
    for entry in range(number):
        tag, _, _, value = struct.unpack_from(
            f"{order}HHIH", content, start + offset + 2 + 12 * entry
        )
        if tag == 0x0112 and 2 <= value <= 8:  # noqa: PLR2004 - Exif's orientations
            body = b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(
                ">HHHIHHI", 1, 0x0112, 3, 1, value, 0, 0
            )
            return struct.pack(">BBH", 0xFF, _APP1, len(body) + 2) + body
    return b""


_WEBP_CHUNKS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"})
_WEBP_METADATA_FLAGS = 0b0000_1100
"""Bits of the extended header that announce Exif and XMP."""


def _webp(content: bytes) -> bytes:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        raise ValueError("no WebP")
    parts, position = [], 12
    while position < len(content):
        kind = content[position : position + 4]
        (length,) = struct.unpack_from("<I", content, position + 4)
        end = position + 8 + length + length % 2
        chunk = content[position:end]
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes((chunk[8] & ~_WEBP_METADATA_FLAGS,)) + chunk[9:]
        if kind in _WEBP_CHUNKS:
            parts.append(chunk)
        position = end
    if not parts:
        raise ValueError("no picture")
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_SVG_DROPPED = frozenset({"metadata", "script", "foreignObject", "iframe", "handler", "set"})


def _svg(content: bytes) -> bytes:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise ValueError("document types are not read")
    root = ET.fromstring(content)  # noqa: S314 - without a document type there are no entities
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
        foreign = namespace not in ("", f"{{{_XLINK}", "{http://www.w3.org/XML/1998/namespace")
        leaves = local == "href" and not value.startswith(("#", "data:image/"))
        calls = re.search(r"url\(\s*['\"]?(?!#)", value) or "javascript:" in value.lower()
        if foreign or leaves or calls or local.lower().startswith("on"):
            del element.attrib[name]
    for child in list(element):
        tag = str(child.tag)
        namespace, _, local = tag.rpartition("}")
        style = local == "style" and re.search(r"@import|url\(\s*['\"]?(?!#)", child.text or "")
        if namespace != f"{{{_SVG}" or local in _SVG_DROPPED or style:
            element.remove(child)
        else:
            _clean(child)


def _pdf(content: bytes) -> bytes:
    """Copy the pages alone: no document information, attachments or scripts."""
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(content), strict=False).pages:
        copied = writer.add_page(page)
        for key in ("/Metadata", "/PieceInfo", "/AA", "/LastModified"):
            copied.pop(key, None)
    writer.metadata = None
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _woff2(content: bytes) -> bytes:
    if content[:4] != b"wOF2":
        raise ValueError("no WOFF2")
    return content


_STRIPPERS: dict[str, Callable[[bytes], bytes]] = {
    "png": _png,
    "jpg": _jpeg,
    "jpeg": _jpeg,
    "webp": _webp,
    "svg": _svg,
    "pdf": _pdf,
    "woff2": _woff2,
}
