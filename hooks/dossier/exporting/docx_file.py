"""A document of one column to DOCX: real headings and lists, and no table, box, header or footer.

python-docx is an extra, and so is what is imported of it here. Its template says who made it and
when; none of that goes out, and the same document gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from dossier.exporting.outline import Block, Document, Kind, Part
from dossier.exporting.qr import draw_qr
from dossier.plain.errors import ConfigError
from dossier.plain.extras import installing

MISSING = "this needs python-docx"
BODY, SERIF = "Calibri", "Georgia"
"""Fonts that offices have. DOCX holds none."""
INK, INK_2, INK_3 = "14191C", "465056", "5F6A70"
_LINE = "C9CFD1"
_NO_XML = "\ufffe\uffff"
_NEVER = (1980, 1, 1, 0, 0, 0)
"""When each part of the file was written: the first day that its form knows."""
_NOISE = ("thumbnail", "extended-properties", "customXml", "stylesWithEffects", "webSettings")
"""Parts of python-docx's template that say nothing of the document."""
_CORE = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties \
xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/">\
<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:language>{language}</dc:language>\
</cp:coreProperties>"""


def draw_docx(document: Document, paper: str = "a4") -> bytes:
    """Draw a document. Raises ConfigError if python-docx is missing."""
    try:
        import docx  # noqa: PLC0415 - an extra
    except ImportError:
        raise ConfigError(MISSING, installing("documents")) from None
    drawn = docx.Document()
    _set_page(drawn, paper, side=27 if document.is_prose else 19)
    _set_styles(drawn, document)
    for block in document.blocks:
        _add(drawn, block)
    _drop_noise(drawn)
    written = io.BytesIO()
    drawn.save(written)
    return _fixed(written.getvalue(), document)


def _set_page(drawn: Any, paper: str, *, side: int) -> None:  # noqa: ANN401 - as above
    from docx.shared import Mm  # noqa: PLC0415

    section = drawn.sections[0]
    width, height = (210, 297) if paper == "a4" else (215.9, 279.4)
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(side)
    section.top_margin, section.bottom_margin = Mm(16), Mm(15)


def _set_styles(drawn: Any, document: Document) -> None:  # noqa: ANN401 - python-docx has no types
    """Give the template's own styles our type, so that readers can change it in one place."""
    size, after = (11, 9) if document.is_prose else (10, 4)
    _style(drawn, "Normal", BODY, size, INK, after=after)
    _style(drawn, "Title", SERIF, 23, INK, after=2, bold=True)
    _style(drawn, "Subtitle", BODY, 11.5, INK, after=2)
    _style(drawn, "Heading 1", SERIF, 12.5, INK, before=13, after=5, bold=True)
    _style(drawn, "Heading 2", BODY, 10.5, INK, before=7, after=2)
    _style(drawn, "List Bullet", BODY, size, INK, after=after / 2)
    _underline(drawn.styles["Heading 1"], _LINE)
    _underline(drawn.styles["Title"], None)
    _set_language(drawn.styles["Normal"], document.language)


def _style(  # noqa: PLR0913 - what a style has
    drawn: Any,  # noqa: ANN401 - python-docx has no types
    name: str,
    font: str,
    size: float,
    colour: str,
    *,
    before: float = 0,
    after: float = 0,
    bold: bool = False,
) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    style = drawn.styles[name]
    style.font.name, style.font.size = font, Pt(size)
    style.font.color.rgb, style.font.bold = RGBColor.from_string(colour), bold
    style.font.italic = False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[key]
    fonts.set(qn("w:eastAsia"), font)
    spacing = style.element.rPr.find(qn("w:spacing"))
    if spacing is not None:
        style.element.rPr.remove(spacing)
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), 1.08


def _underline(style: Any, colour: str | None) -> None:  # noqa: ANN401 - python-docx has no types
    """Draw a line below the paragraphs of a style, or none."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    if colour is None:
        return
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", colour)):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    # Its place among the properties is fixed: right behind those of keeping together.
    after = (*properties.findall(qn("w:keepNext")), *properties.findall(qn("w:keepLines")))
    properties.insert(properties.index(after[-1]) + 1 if after else 0, borders)


def _set_language(style: Any, language: str) -> None:  # noqa: ANN401 - python-docx has no types
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    properties = style.element.get_or_add_rPr()
    lang = properties.find(qn("w:lang"))
    if lang is None:
        lang = OxmlElement("w:lang")
        properties.append(lang)
    lang.set(qn("w:val"), language)


_STYLES = {
    Kind.NAME: "Title",
    Kind.TAGLINE: "Subtitle",
    Kind.HEADING: "Heading 1",
    Kind.ENTRY: "Heading 2",
    Kind.ITEM: "List Bullet",
}


def _add(drawn: Any, block: Block) -> None:  # noqa: ANN401 - python-docx has no types
    paragraph = drawn.add_paragraph(style=_STYLES.get(block.kind, "Normal"))
    match block.kind:
        case Kind.CONTACT:
            _parts(paragraph, block.details, INK_2, between=" · ")
        case Kind.ENTRY | Kind.SUBJECT:
            _run(paragraph, block.text, INK, bold=True)
            _run(paragraph, ", " if block.details else "", INK_2)
            _parts(paragraph, block.details, INK_2)
        case Kind.LINK:
            _run(paragraph, f"{block.text} ")
            _parts(paragraph, block.details, INK)
            _picture(drawn, draw_qr(block.details[0].address))
        case Kind.FACT:
            _run(paragraph, f"{block.text}: " if block.text else "", INK, bold=True)
            _parts(paragraph, block.details, INK)
        case _:
            _run(paragraph, block.text)
            if block.details:
                _run(paragraph, " (", INK_3, size=8.5)
                _parts(paragraph, block.details, INK_3, size=8.5)
                _run(paragraph, ")", INK_3, size=8.5)


def _parts(
    paragraph: Any,  # noqa: ANN401 - python-docx has no types
    parts: Sequence[Part],
    colour: str,
    *,
    between: str = ", ",
    size: float = 0,
) -> None:
    """Add parts of a line, those with an address as links."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    for number, part in enumerate(parts):
        _run(paragraph, between if number else "", colour, size=size)
        run = _run(paragraph, part.text, colour, size=size)
        if run is not None and part.address:
            held = paragraph.part
            link = OxmlElement("w:hyperlink")
            name = held.relate_to(part.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link.set(qn("r:id"), name)
            paragraph._p.append(link)  # noqa: SLF001 - python-docx makes no links itself
            link.append(run._r)  # noqa: SLF001 - as above


def _run(
    paragraph: Any,  # noqa: ANN401 - python-docx has no types
    text: str,
    colour: str = "",
    *,
    bold: bool = False,
    size: float = 0,
) -> Any:  # noqa: ANN401 - python-docx has no types
    """Add a text, if there is any, and return its run."""
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    if not text:
        return None
    run = paragraph.add_run(_xml_safe(text))
    if bold:
        run.bold = True
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    if size:
        run.font.size = Pt(size)
    return run


def _picture(drawn: Any, content: bytes) -> None:  # noqa: ANN401 - python-docx has no types
    from docx.shared import Mm  # noqa: PLC0415

    drawn.add_paragraph().add_run().add_picture(io.BytesIO(content), width=Mm(22))


def _xml_safe(text: str) -> str:
    """Return a text without signs that no XML can hold."""
    return "".join(sign for sign in text if sign in "\t\n" or " " <= sign not in _NO_XML)


def _drop_noise(drawn: Any) -> None:  # noqa: ANN401 - python-docx has no types
    for rels in (drawn.part.package.rels, drawn.part.rels):
        for name in [n for n, rel in rels.items() if rel.reltype.endswith(_NOISE)]:
            del rels[name]


def _fixed(content: bytes, document: Document) -> bytes:
    """Write the file again: no times, and its properties say the title and the author alone."""
    from xml.sax.saxutils import escape  # noqa: PLC0415

    said = {key: escape(_xml_safe(getattr(document, key))) for key in ("title", "author")}
    core = _CORE.format(**said, language=escape(document.language))
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(written, "w") as after:
        for name in before.namelist():
            held = core.encode() if name == "docProps/core.xml" else before.read(name)
            info = zipfile.ZipInfo(name, _NEVER)
            info.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(info, held)
    return written.getvalue()
