"""A PDF to all the text in it: pages as they are read, and what stands beside them.

Page text is decoded as a reader's program does it: strings that are set in parts or in hexadecimal,
by the font's own table of letters, forms within forms. Beside it are what tells of the document,
its outline, notes, fields, file names and attachments.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    ContentStream,
    DictionaryObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from dossier.plain.packed import LETTERS, UnreadableTextError
from dossier.plain.patterns import pattern
from dossier.plain.pdf_size import MOST_BYTES, page_size
from dossier.plain.pdf_words import EDGE, likely_words, readings

_BLANKS = pattern(r"\s+")
_MARKS = (b"BDC", b"BMC", b"DP", b"MP")
_MARKING = pattern(rb"(?:BDC|BMC|DP|MP)(?![A-Za-z])")
_TAGS = """
Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P
H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote
Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure
Formula Form Artifact OC Tx Clip ReversedChars
"""
_STANDARD = frozenset(f"/{name}" for name in _TAGS.split())
"""Tags that the standard names. ISO 32000-1, 14.8.4."""
_NAMES = ("/BaseFont", "/FontName", "/CMapName")
"""Keys whose values are names that somebody gave."""
_SUBSET = pattern("/(?:[A-Z]{6}[+])?")
"""What stands before the name of a font of which a part is in the file."""
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
    size, before = 0, ""
    for number, page in enumerate(reader.pages, start=1):
        size += page_size(page)
        if size > MOST_BYTES:
            message = (
                f"the PDF's text cannot be read: up to page {number} it has {size:,} bytes of "
            )
            raise UnreadableTextError(
                f"{message}drawing, more than the {MOST_BYTES:,} that are read"
            )
        font = next(_fonts_without_letters(page.get("/Resources"), set()), None)
        if font is not None:
            message = f"the PDF's text cannot be read: page {number} is set in {font}, a font that "
            raise UnreadableTextError(message + "does not say which letters its signs are")
        text = "\n".join((page.extract_text(), *_notes(page)))
        yield f"PDF page {number}", readings(text).encode("utf-8", "replace")
        edges = f"{before}\n{text[:EDGE]}" if before else ""
        if edges:
            yield f"PDF pages {number - 1} and {number}", readings(edges).encode("utf-8", "replace")
        before = text[-EDGE:].rstrip()
        letters = (_BLANKS.sub("", text), likely_words(text), likely_words(edges))
        yield LETTERS, "\n".join(letters).encode("utf-8", "replace")
        yield from _placed(_marks(page.get_contents(), f"page {number}"))
    strings: list[str] = []
    yield from _placed(_walk(reader.trailer, strings))
    yield "PDF beside its pages", "\n".join(strings).encode("utf-8", "replace")


def _placed(texts: Iterator[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    return ((place if place == LETTERS else f"PDF {place}", text) for place, text in texts)


def _marks(content: StreamObject | None, where: str) -> Iterator[tuple[str, bytes]]:
    """Yield what content says of itself beside what it shows: the words that are read for it."""
    if content is None or not _MARKING.search(content.get_data()):
        return
    strings: list[str] = []
    tags: list[str] = []
    for operands, operator in ContentStream(content, None).operations:
        if operator in _MARKS:
            for operand in operands if isinstance(operands, list) else ():
                list(_walk(operand, strings))
                if isinstance(operand, NameObject) and operand not in _STANDARD:
                    tags.append(operand.removeprefix("/"))
    yield f"{where}, marked", "\n".join((*strings, *tags)).encode("utf-8", "replace")
    yield LETTERS, _BLANKS.sub("", "".join(strings)).encode("utf-8", "replace")


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


def _walk(start: Any, strings: list[str]) -> Iterator[tuple[str, bytes]]:  # noqa: ANN401
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
        elif isinstance(found, NameObject) and name in _NAMES:
            strings.append(_SUBSET.sub("", found, count=1))
        if not isinstance(found, ArrayObject | DictionaryObject) or id(found) in seen:
            continue
        seen.add(id(found))
        if isinstance(found, ArrayObject):
            waiting += ((name, item) for item in found)
            continue
        kind = str(found.get("/Type", ""))
        if isinstance(found, StreamObject) and (kind in _TEXT_STREAMS or name in _TEXT_STREAMS):
            yield (kind or name).removeprefix("/"), found.get_data()
        for drawing in _drawings(found):
            yield from _marks(drawing, "drawing")
        waiting += ((str(key), item) for key, item in found.items())
        strings += (str(key) for key in found if len(key) > _LONGEST_KEY)


def _drawings(thing: DictionaryObject) -> Iterator[StreamObject]:
    """Yield what a thing draws: a form or pattern itself, a font each of its letters."""
    if thing.get("/Subtype") == "/Form" or "/PatternType" in thing:
        found = [thing]
    else:
        letters = thing.get("/CharProcs")
        found = [
            letter.get_object() for letter in (letters.get_object() if letters else {}).values()
        ]
    yield from (each for each in found if isinstance(each, StreamObject))


_LONGEST_KEY = 24
"""Longer keys are nobody's but the author's."""
