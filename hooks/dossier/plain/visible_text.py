"""A published file to the texts in it, decoded: what its reader sees, and what stands behind it.

One home for whoever searches: names and private words look through the same layers. A layer is
where in the file a text stands, and the text.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from html import escape, unescape
from urllib.parse import unquote

from dossier.plain.html_reader import HTMLReader
from dossier.plain.images import jpeg_segments, webp_chunks
from dossier.plain.packed import UnreadableTextError, inflated, packed
from dossier.plain.patterns import pattern
from dossier.plain.png import png_chunks

Layer = tuple[str, str]
"""Where in a file a text stands (empty for the file as it is), and the text."""
TEXTS = ("css", "html", "js", "json", "md", "svg", "txt", "webmanifest", "xml")
"""The types of files that are text as they are."""
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div"}
    | {"dialog", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3"}
    | {"h4", "h5", "h6", "head", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p"}
    | {"option", "pre", "section", "select", "summary", "table", "tbody", "td", "template", "tr"}
    | {"textarea", "tfoot", "th", "thead", "title", "ul"}
)
"""Elements between which words end."""
_ESCAPES = pattern(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))")
_CSS_ESCAPE = pattern(r"\\([0-9a-fA-F]{1,6})[ \t\r\n\f]?")
_CDATA = pattern(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_LAST_SIGN = 0x10FFFF


@lru_cache(maxsize=512)
def layers(path: str, content: bytes) -> tuple[Layer, ...]:
    """Return the texts of a file, its own name first.

    Raises UnreadableTextError if the file should hold text and that cannot be told.
    """
    return (("name", unquote(path)), *_read(path.rpartition(".")[2].lower(), path, content))


def _read(suffix: str, path: str, content: bytes) -> Iterator[Layer]:
    if suffix == "gz" or content.startswith(b"\x1f\x8b"):
        inner = path.removesuffix(".gz")
        data = inflated(content, 31)
        if content and not data:
            raise UnreadableTextError("the packed file cannot be unpacked")
        yield "gzip", _decoded(data)
        for where, text in _read(inner.rpartition(".")[2].lower(), inner, data):
            yield f"gzip: {where}" if where else "gzip", text
    elif suffix == "pdf" or content.startswith(b"%PDF"):
        # Loaded for who has a PDF: it takes longer than all else that is read here.
        from dossier.plain.pdf_text import pdf_layers  # noqa: PLC0415

        for where, data in pdf_layers(content):
            yield where, _decoded(data)
    elif suffix in TEXTS:
        yield from _texts(suffix, _decoded(content))
    else:
        # A picture that is cut short is searched as far as it goes.
        with suppress(ValueError, struct.error, IndexError):
            yield from ((where, _decoded(data)) for where, data in _picture_texts(content))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return f"{data.decode('utf-8', 'replace')}\n{data.decode('latin-1')}"


def _texts(suffix: str, text: str) -> Iterator[Layer]:
    yield "", text
    if suffix in ("html", "md"):
        yield from markup_layers(text)
    elif suffix == "xml":
        yield from _xml_layers(text)
    elif suffix in ("json", "webmanifest"):
        yield from _json_layers(text)
    elif suffix == "svg":
        yield from _svg_layers(text)
    elif suffix == "css" and "\\" in text:
        yield "text", _CSS_ESCAPE.sub(lambda found: _sign(int(found[1], 16)), text)
    elif suffix == "js":
        yield "text", _script(text)
    if "%" in text and (plain := unquote(text)) != text:
        yield "address", plain


def markup_layers(text: str) -> Iterator[Layer]:
    """Yield what a page shows, what its attributes and comments say, and what its scripts hold."""
    page = _Markup()
    page.read(text)
    for where, parts in page.parts.items():
        if found := "".join(parts).strip():
            yield where, found


class _Markup(HTMLReader):
    """Sorts a page's text by where it stands; a word that marks run through stays whole."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: dict[str, list[str]] = {
            where: [] for where in ("text", "attribute", "comment", "script")
        }
        self._within = "text"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts["text"] += ["\n"] if tag in _BLOCKS else []
        self._within = "script" if tag in ("script", "style") else "text"
        for name, value in attrs:
            if value:
                plain = unquote(value) if "%" in value else value
                self.parts["attribute"].append(f"{plain}\n")
            if name.startswith("data-"):
                self.parts["attribute"].append(f"{name}\n")

    def handle_endtag(self, tag: str) -> None:
        self.parts["text"] += ["\n"] if tag in _BLOCKS else []
        self._within = "text"

    def handle_data(self, data: str) -> None:
        self.parts[self._within].append(_script(data) if self._within == "script" else data)

    def handle_comment(self, data: str) -> None:
        self.parts["comment"].append(f"{unescape(data)}\n")

    def unknown_decl(self, data: str) -> None:
        self.parts["comment"].append(f"{data}\n")

    def handle_pi(self, data: str) -> None:
        self.parts["comment"].append(f"{unescape(data)}\n")


def _script(text: str) -> str:
    """Return a program's text with the signs that it spells by number."""
    return _ESCAPES.sub(lambda found: _sign(int(found[1] or found[2] or found[3], 16)), text)


def _sign(number: int) -> str:
    return chr(number) if 0 < number <= _LAST_SIGN and not 0xD800 <= number < 0xE000 else " "  # noqa: PLR2004 - surrogates


def _xml_layers(text: str) -> Iterator[Layer]:
    """Yield the texts of a feed or a map of the site, which may hold pages in turn."""
    for where, found in markup_layers(_CDATA.sub(lambda data: escape(data[1]), text)):
        yield where, found
        if where == "text" and "<" in found:
            yield from markup_layers(found)


def _json_layers(text: str) -> Iterator[Layer]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        yield "text", _script(text)
        return
    parts = []
    for part in _strings(found):
        parts.append(part)
        if "<" in part or "&" in part:
            parts += [shown for _, shown in markup_layers(part)]
    yield "text", "\n".join(parts)


def _strings(value: object) -> Iterator[str]:
    waiting = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, str):
            yield found
        elif isinstance(found, dict):
            waiting += [*found.keys(), *found.values()]
        elif isinstance(found, list):
            waiting += found


def _svg_layers(text: str) -> Iterator[Layer]:
    if "<!ENTITY" in text:
        raise UnreadableTextError("the drawing declares entities, which are not read")
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - for who has a drawing

    try:
        root = ET.fromstring(text.strip())  # noqa: S314 - without entities
    except (ET.ParseError, RecursionError, ValueError) as error:
        raise UnreadableTextError("the drawing is no XML that can be read") from error
    whole: list[str] = []
    attributes: list[str] = []
    for element in root.iter():
        local = str(element.tag).rpartition("}")[2]
        # A word may be set in parts: each text is read whole.
        if local in ("text", "title", "desc", "metadata", "foreignObject", "style", "script"):
            whole.append("".join(element.itertext()))
        elif element.text and element.text.strip():
            whole.append(element.text)
        attributes += element.attrib.values()
    yield "text", "\n".join(whole)
    yield "attribute", unquote("\n".join(attributes))


def _picture_texts(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the texts that a picture carries beside what it shows."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        for kind, chunk in png_chunks(content):
            if kind in (b"tEXt", b"iTXt", b"eXIf"):
                yield f"PNG {kind.decode()}", chunk
        yield from (layer for layer in packed(content) if layer[0])
    elif content.startswith(b"\xff\xd8\xff"):
        for marker, body, _ in jpeg_segments(content):
            if marker == _COMMENT or _FIRST_APPLICATION <= marker <= _LAST_APPLICATION:
                yield "JPEG segment", body
    elif content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        for kind, chunk in webp_chunks(content[12:]):
            if kind in (b"EXIF", b"XMP "):
                yield f"WebP {kind.decode().strip()}", chunk


_COMMENT, _FIRST_APPLICATION, _LAST_APPLICATION = 0xFE, 0xE0, 0xEF
"""Markers of what stands in a JPEG beside its picture."""
