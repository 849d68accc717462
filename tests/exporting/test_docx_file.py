"""DOCX: headings and lists that programs know, one column, nothing of who made it."""

import io
import re
import sys
import zipfile

import docx
import pytest

from dossier.exporting.compose import compose_resume
from dossier.exporting.docx_file import draw_docx
from dossier.exporting.outline import Block, Document, Kind, outline_resume
from dossier.plain.errors import ConfigError
from tests.exporting.recipients import recipient
from tests.exporting.test_pdf import HOSTILE, put_in, same


def resume() -> Document:
    return outline_resume(compose_resume(recipient()))


def raw_text(content: bytes) -> str:
    """Return the text of the file's own XML: the second way to read it."""
    xml = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    xml = re.sub(r"</w:p>", "\n", xml)
    text = re.sub(r"<[^>]+>", "", xml)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def test_what_is_put_in_comes_out_in_order() -> None:
    hostile = Document("T", "A", "en", (Block(Kind.NAME, "A"), Block(Kind.ITEM, HOSTILE + "\x01")))
    for document in (resume(), hostile):
        content = draw_docx(document)
        drawn = docx.Document(io.BytesIO(content))
        texts = "\n".join(paragraph.text for paragraph in drawn.paragraphs)
        assert same(put_in(document), texts) >= 0.99
        assert same(put_in(document), raw_text(content)) >= 0.99


def test_signs_that_no_xml_holds_stop_nothing() -> None:
    document = Document("T\ufffe", "A\uffff", "en", (Block(Kind.NAME, "A\x00\ufffe\uffffb"),))
    assert "Ab" in raw_text(draw_docx(document))


def test_headings_are_headings_and_nothing_stands_aside() -> None:
    drawn = docx.Document(io.BytesIO(draw_docx(resume(), "us-letter")))
    named = [p.text for p in drawn.paragraphs if p.style and p.style.name == "Heading 1"]
    assert named == ["Summary", "Experience", "Projects", "Education", "Skills"]
    assert not drawn.tables
    assert not drawn.inline_shapes
    section = drawn.sections[0]
    assert not any(p.text for p in (*section.header.paragraphs, *section.footer.paragraphs))
    assert round(section.page_width.inches, 1) == 8.5  # type: ignore[union-attr]


def test_what_leads_somewhere_is_a_link() -> None:
    drawn = docx.Document(io.BytesIO(draw_docx(resume())))
    links = [(link.text, link.url) for p in drawn.paragraphs for link in p.hyperlinks]
    assert links[:2] == [
        ("ada@example.org", "mailto:ada@example.org"),
        ("example.org/ada", "https://example.org/ada"),
    ]
    assert drawn.paragraphs[2].text == "Austin, TX · ada@example.org · example.org/ada"


def test_the_same_document_gives_the_same_bytes_that_tell_nothing_else() -> None:
    content = draw_docx(resume())
    assert content == draw_docx(resume())
    held = zipfile.ZipFile(io.BytesIO(content))
    assert {info.date_time for info in held.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = held.read("docProps/core.xml").decode()
    assert re.findall(r">([^<\n]+)<", core) == ["Résumé of Ada Example", "Ada Example", "en"]
    assert not [n for n in held.namelist() if "app.xml" in n or "custom" in n or "thumb" in n]
    assert b"python" not in b"".join(map(held.read, held.namelist()))


def test_without_python_docx_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ConfigError, match=r"pip install '.*typst"):
        draw_docx(resume())
