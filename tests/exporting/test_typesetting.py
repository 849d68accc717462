"""Typst is given data, and says what it cannot draw."""

import sys
from pathlib import Path

import pytest

from dossier.exporting.outline import Block, Document, Kind
from dossier.exporting.pdf import draw_pdf
from dossier.exporting.pdf_reading import read_pdf
from dossier.exporting.typesetting import TypesettingError
from dossier.plain.errors import ConfigError
from dossier.templates import Templates


def document(text: str) -> Document:
    return Document("Title", "Ada", "en", (Block(Kind.NAME, "Ada"), Block(Kind.PARAGRAPH, text)))


def test_without_typst_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ConfigError, match=r"pip install '.*typst"):
        draw_pdf(document("x"), Templates())


def test_a_letter_that_no_font_has_is_told_with_a_cure() -> None:
    with pytest.raises(TypesettingError, match=r"日.*\n.*documents/fonts"):
        draw_pdf(document("日本"), Templates())


def test_signs_that_control_are_blanks_and_no_word_runs_off_the_page() -> None:
    for text, said in (("a\x07b\nc", "a b c"), ("W" * 300, "W" * 300)):
        found = read_pdf(draw_pdf(document(text), Templates()).content)
        assert "".join(found.text.split()).replace("\u200b", "").endswith(said.replace(" ", ""))
        assert found.hidden == ()
    assert len(found.lines) > 4


def test_a_site_may_draw_its_own_way(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    own = '#set document(title: "T")\n#let is-own = true\nOwn: #document-data.author'
    (tmp_path / "documents/document.typ").write_text(own)
    drawn = draw_pdf(document("x"), Templates(tmp_path))
    assert read_pdf(drawn.content).text.strip() == "Own: Ada"
