"""SVG: what of a drawing is shown, and how large it is."""

from __future__ import annotations

import base64
import re
from decimal import ROUND_HALF_UP, Decimal
from xml.etree import ElementTree as ET

from dossier.plain.css import PROPERTIES, is_safe_value, safe_declarations, safe_stylesheet
from dossier.plain.images import CoveredError, Size, TooLargeError, strip_jpeg, strip_webp
from dossier.plain.patterns import pattern
from dossier.plain.png import strip_png
from dossier.plain.svg_drawn import MOST_DRAWN, draws_too_much
from dossier.plain.svg_unseen import without_unseen

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_ELEMENTS = """
a animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend feColorMatrix
feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter g image
line linearGradient marker mask mpath path pattern polygon polyline radialGradient rect stop style
svg switch symbol text textPath title tspan use view
"""
ELEMENTS = frozenset(_ELEMENTS.split())
"""What may stand in a drawing: the elements of SVG 2 that draw, describe or move something."""
_ATTRIBUTES = """
amplitude azimuth baseFrequency begin bias by calcMode class clipPathUnits cx cy d diffuseConstant
divisor dur dx dy edgeMode elevation end exponent fill-rule filterUnits font-family font-size
font-style font-weight fr from fx fy gradientTransform gradientUnits height id in in2 intercept k1
k2 k3 k4 kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lang lengthAdjust
limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits max method min
mode numOctaves offset operator order orient origin path pathLength patternContentUnits
patternTransform patternUnits points pointsAtX pointsAtY pointsAtZ preserveAlpha
preserveAspectRatio primitiveUnits r radius refX refY repeatCount repeatDur requiredExtensions
restart result role rotate rx ry scale seed side slope space spacing specularConstant
specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage
tableValues targetX targetY textLength to type values version viewBox width x x1 x2
xChannelSelector y y1 y2 yChannelSelector z zoomAndPan additive accumulate attributeName
attributeType aria-hidden aria-label aria-labelledby
"""
ATTRIBUTES = frozenset(_ATTRIBUTES.split()) | PROPERTIES
"""What may be said of an element, besides `style` and links, which are looked into."""
_NAMESPACES = ("", f"{{{_XLINK}", "{http://www.w3.org/XML/1998/namespace")
_MOVED = ATTRIBUTES - {"id", "class"}
"""Attributes that an animation may move: no link is among them."""
_HIDING = pattern(
    r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|[\s;{\"']opacity\s*:\s*(?:0+\.?0*|\.0+)[\s;}!]"
    r"|\b(?:mask|clip)[\w-]*\s*:\s*(?!none|auto))",
    re.IGNORECASE,
)
"""What a style says so that something is not seen."""
_CSS_COMMENT = pattern(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_INSIDE = pattern(r"data:image/(png|jpeg|webp);base64,(.*)", re.DOTALL)
_STRIPPERS = {"png": strip_png, "jpeg": strip_jpeg, "webp": strip_webp}
_LENGTH = pattern(r"\s*([0-9]{0,9}\.?[0-9]{1,9}|[0-9]{1,9}\.)(px|pt|pc|in|cm|mm|)\s*")
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
    """Return a drawing that neither runs nor leads anywhere, and shows no more than before.

    Raises ValueError or ParseError.
    """
    # As text, because in UTF-16 a document type would hide from the next line.
    text = content.decode("utf-8-sig")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("document types are not read")
    root = ET.fromstring(text)  # noqa: S314 - without a document type there are no entities
    if root.tag != f"{{{_SVG}}}svg":
        raise ValueError("no SVG")
    _clean(root)
    without_unseen(root)
    if draws_too_much(root):
        message = "the drawing uses its parts within each other until there are more than "
        raise TooLargeError(f"{message}{MOST_DRAWN:,} elements")
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
    """Keep the elements, attributes and styles that are listed, and links within the file."""
    for name, value in list(element.attrib.items()):
        namespace, _, local = name.rpartition("}")
        kept = _kept(local, value) if namespace in _NAMESPACES else ""
        if kept:
            element.set(name, kept)
        else:
            del element.attrib[name]
    for child in list(element):
        namespace, _, local = str(child.tag).rpartition("}")
        if namespace != f"{{{_SVG}" or local not in ELEMENTS or not _may_move(child):
            element.remove(child)
            continue
        if local == "style":
            whole = "".join(child.itertext())
            child.text = _still_hidden(whole, safe_stylesheet(whole))
            del child[:]
        _clean(child)


def _may_move(element: ET.Element) -> bool:
    """Return whether an animation stays with what is listed, and refers to no other part."""
    moved = element.get("attributeName")
    to = " ".join(element.get(name, "") for name in ("values", "from", "to", "by")).lower()
    return moved is None or (moved in _MOVED and "url" not in to and "\\" not in to)


def _kept(name: str, value: str) -> str:
    """Return what of an attribute's value stays, empty for none."""
    if name == "href":
        return _linked(value)
    if name == "style":
        return _still_hidden(f"{value};", safe_declarations(value))
    if name not in ATTRIBUTES:
        return ""
    if name not in PROPERTIES or is_safe_value(value):
        return value
    if name in ("mask", "clip-path"):
        raise CoveredError(_UNCOVERED)
    return ""


_UNCOVERED = "the drawing hides a part of itself in a way that is left out"


def _still_hidden(written: str, kept: str) -> str:
    """Return what is kept of a style. Raises CoveredError if something would be seen without."""
    hiding = _HIDING.findall(_CSS_COMMENT.sub("", written))
    if len(hiding) > len(_HIDING.findall(f"{kept};")):
        raise CoveredError(_UNCOVERED)
    return kept


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
