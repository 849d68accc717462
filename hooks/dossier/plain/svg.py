"""SVG: what of a drawing is shown, and how large it is."""

from __future__ import annotations

import base64
import re
from decimal import ROUND_HALF_UP, Decimal
from xml.etree import ElementTree as ET

from dossier.plain.images import Size, strip_jpeg, strip_png, strip_webp

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_SVG_NAMESPACES = ("", f"{{{_XLINK}", "{http://www.w3.org/XML/1998/namespace")
_SVG_DROPPED = frozenset({"metadata", "script", "foreignObject", "iframe", "handler", "set"})
_LEAVES = re.compile(r"@import|url\((?!\s*['\"]?\s*#)|javascript:|expression\(", re.IGNORECASE)
"""Styles and values that lead out of the file, or run."""
_INSIDE = re.compile(r"data:image/(png|jpeg|webp);base64,(.*)", re.DOTALL)
_STRIPPERS = {"png": strip_png, "jpeg": strip_jpeg, "webp": strip_webp}
_LENGTH = re.compile(r"\s*([0-9]{0,9}\.?[0-9]{1,9}|[0-9]{1,9}\.)(px|pt|pc|in|cm|mm|)\s*")
_PIXELS = {
    "": Decimal(1),
    "px": Decimal(1),
    "pt": Decimal(4) / 3,
    "pc": Decimal(16),
    "in": Decimal(96),
    "cm": Decimal(96) / Decimal("2.54"),
    "mm": Decimal(96) / Decimal("25.4"),
}
"""CSS pixels in a unit of length."""


def strip_svg(content: bytes) -> bytes:
    """Return a drawing that neither runs nor leads anywhere. Raises ValueError or ParseError."""
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


def svg_size(content: bytes) -> Size | None:
    """Return the size of a stripped drawing, None if it has none. Raises ParseError or others."""
    root = ET.fromstring(content)  # noqa: S314 - stripped of document types before
    width, height = _pixels(root.get("width")), _pixels(root.get("height"))
    box = [_pixels(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())[2:]]
    if len(box) == 2 and box[0] and box[1]:  # noqa: PLR2004 - after the corner a width and a height
        # As browsers do: what is not said follows from the other and the view box.
        width = width or (height * box[0] / box[1] if height else None)
        height = height or (width * box[1] / box[0] if width else box[1])
        width = width or box[0]
    return (_whole(width), _whole(height)) if width and height else None


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


def _pixels(length: str | None) -> Decimal | None:
    found = _LENGTH.fullmatch(length or "")
    return Decimal(found[1]) * _PIXELS[found[2]] if found else None


def _whole(number: Decimal) -> int:
    return max(1, int(number.quantize(Decimal(1), ROUND_HALF_UP)))
