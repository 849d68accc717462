"""A PDF to all the text in it: pages as they are read, and what stands beside them.

Page text is decoded as a reader's program does it: strings that are set in parts or in hexadecimal,
by the font's own table of letters, forms within forms. Beside it are what tells of the document,
its outline, notes, fields, file names and attachments.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    StreamObject,
    TextStringObject,
)

from dossier.publishing.packed import LETTERS, UnreadableTextError

_BROKEN_WORD = re.compile(r"(?<=\w)[-\u00ad\u2010]\s*\n\s*(?=\w)")
_SPACED = re.compile(r"(?<!\w)(?:\w ){2,}\w(?!\w)")
"""A word with a blank after each letter, as headings are set."""
_BLANKS = re.compile(r"\s+")
_TEXT_STREAMS = ("/Metadata", "/EmbeddedFile", "/JavaScript", "/JS")


def pdf_layers(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the texts of a PDF, and its attachments, each with where it stands.

    Raises UnreadableTextError if it is encrypted, broken, or set in a font that says no letters.
    """
    try:
        yield from _layers(PdfReader(io.BytesIO(content), strict=False))
    except UnreadableTextError:
        raise
    # pypdf raises whatever a broken file leads it to.
    except Exception as error:
        why = "it is encrypted" if b"/Encrypt" in content else "it is broken"
        raise UnreadableTextError(f"the PDF's text cannot be read: {why}") from error


def _layers(reader: PdfReader) -> Iterator[tuple[str, bytes]]:
    if not reader.pages:
        raise PyPdfError("no pages")
    for number, page in enumerate(reader.pages, start=1):
        font = next(_fonts_without_letters(page.get("/Resources"), set()), None)
        if font is not None:
            message = f"the PDF's text cannot be read: page {number} is set in {font}, a font that "
            raise UnreadableTextError(message + "does not say which letters its signs are")
        text = "\n".join((page.extract_text(), *_notes(page)))
        yield f"PDF page {number}", _readings(text).encode("utf-8", "replace")
        yield LETTERS, _BLANKS.sub("", text).encode("utf-8", "replace")
    strings: list[str] = []
    for place, stream in _walk(reader.trailer, strings):
        yield f"PDF {place}", stream
    yield "PDF beside its pages", "\n".join(strings).encode("utf-8", "replace")


def _readings(text: str) -> str:
    """Return a text, then again with the words put together that its setting takes apart."""
    whole = _BROKEN_WORD.sub("", text)
    joined = _SPACED.sub(lambda found: found[0].replace(" ", ""), whole)
    return "\n".join(dict.fromkeys((text, whole, joined)))


def _notes(page: PageObject) -> Iterator[str]:
    """Yield what the pictures of a page's notes and fields say."""
    for note in page.get("/Annots") or ():
        appearance = note.get_object().get("/AP")
        shown = appearance.get_object().get("/N") if appearance else None
        form = shown.get_object() if shown else None
        if isinstance(form, StreamObject):
            yield page.extract_xform_text(form)  # type: ignore[arg-type]


def _fonts_without_letters(resources: Any, seen: set[int]) -> Iterator[str]:  # noqa: ANN401
    """Yield the fonts whose codes stand for glyphs by number alone."""
    found = resources.get_object() if resources is not None else None
    if not isinstance(found, DictionaryObject) or id(found) in seen:
        return
    seen.add(id(found))
    fonts = found.get("/Font")
    for entry in (fonts.get_object() if fonts is not None else {}).values():
        font = entry.get_object()
        by_number = str(font.get("/Encoding", "")).startswith("/Identity")
        if font.get("/Subtype") == "/Type0" and by_number and "/ToUnicode" not in font:
            yield str(font.get("/BaseFont", "/?")).removeprefix("/")
    forms = found.get("/XObject")
    for entry in (forms.get_object() if forms is not None else {}).values():
        yield from _fonts_without_letters(entry.get_object().get("/Resources"), seen)


def _walk(start: DictionaryObject, strings: list[str]) -> Iterator[tuple[str, bytes]]:
    """Collect every string that a document leads to, and yield the streams that hold text."""
    seen: set[int] = set()
    waiting: list[tuple[str, Any]] = [("", start)]
    while waiting:
        name, found = waiting.pop()
        found = found.get_object() if hasattr(found, "get_object") else found
        if isinstance(found, TextStringObject):
            strings.append(str(found))
        elif isinstance(found, ByteStringObject):
            strings.append(bytes(found).decode("latin-1"))
        if not isinstance(found, ArrayObject | DictionaryObject) or id(found) in seen:
            continue
        seen.add(id(found))
        if isinstance(found, ArrayObject):
            waiting += ((name, item) for item in found)
            continue
        kind = str(found.get("/Type", ""))
        if isinstance(found, StreamObject) and (kind in _TEXT_STREAMS or name in _TEXT_STREAMS):
            yield (kind or name).removeprefix("/"), found.get_data()
        waiting += ((str(key), item) for key, item in found.items())
        strings += (str(key) for key in found if len(key) > _LONGEST_KEY)


_LONGEST_KEY = 24
"""Longer keys are nobody's but the author's."""
