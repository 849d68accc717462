"""DOCX as programs read it: ours is well, and each way to spoil one is told."""

import io
import zipfile
from collections.abc import Callable
from functools import partial
from typing import Any

import docx
import pytest
from docx.shared import Mm, Pt, RGBColor

from dossier.exporting import docx_reading
from dossier.exporting.compose import compose_resume
from dossier.exporting.docx_file import draw_docx
from dossier.exporting.docx_reading import read_docx
from dossier.exporting.outline import outline_resume
from dossier.exporting.qr import draw_qr
from dossier.exporting.reading import Hidden, ReadDocument, faults
from dossier.plain.errors import ConfigError
from dossier.plain.problems import Place
from tests.exporting.recipients import recipient

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOX = f"<w:p {SPACE}><w:txbxContent/></w:p>"


def read(spoil: Callable[[Any], object]) -> ReadDocument:
    drawn = docx.Document()
    drawn.add_paragraph("Seen")
    spoil(drawn)
    written = io.BytesIO()
    drawn.save(written)
    return read_docx(written.getvalue())


def run(drawn: Any) -> Any:  # noqa: ANN401 - python-docx has few types
    return drawn.add_paragraph().add_run("seo")


def add_picture(content: bytes, width: Mm, drawn: Any) -> None:  # noqa: ANN401 - as above
    drawn.add_picture(io.BytesIO(content), width=width)


def test_our_own_is_read_without_a_fault() -> None:
    found = read_docx(draw_docx(outline_resume(compose_resume(recipient()))))
    assert (found.columns, found.pictures, found.hidden, found.aside) == ((), (), (), "")
    assert list(faults(found, Place("cv.docx"))) == []


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda d: setattr(run(d).font, "hidden", True), "for it is marked as hidden"),
        (lambda d: setattr(run(d).font.color, "rgb", RGBColor(255, 255, 255)), "for it is white"),
        (lambda d: setattr(run(d).font, "size", Pt(1)), "for it is smaller than 4 points"),
    ],
)
def test_text_that_nobody_sees_is_found(spoil: Callable[[Any], object], why: str) -> None:
    assert read(spoil).hidden == (Hidden(why, "seo"),)


def test_what_stands_aside_is_found() -> None:
    assert read(lambda d: d.add_table(1, 2)).columns == ("a table",)
    box = docx.oxml.parse_xml(BOX)
    assert read(lambda d: d.element.body.insert(0, box)).columns == ("a text box",)
    parted = docx.oxml.parse_xml(f'<w:cols {SPACE} w:num="2"/>')
    assert read(lambda d: d.sections[0]._sectPr.append(parted)).columns == ("columns",)
    head = read(lambda d: d.sections[0].header.paragraphs[0].add_run("ada@example.org"))
    assert head.aside == "ada@example.org"


def test_a_large_picture_is_found_and_a_small_one_is_not() -> None:
    code = draw_qr("x")
    for width, found in ((80, ("the text",)), (20, ())):
        add = partial(add_picture, code, Mm(width))
        assert read(add).pictures == found


def test_what_is_no_docx_is_told() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    for content in (b"PK\x03\x04 and no more", packed.getvalue()):
        with pytest.raises(ConfigError, match="no DOCX that can be read"):
            read_docx(content)


def test_part_that_unpacks_to_too_much_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_reading, "MOST_BYTES", 100)
    with pytest.raises(ConfigError):
        read(lambda d: d.add_paragraph("more"))
