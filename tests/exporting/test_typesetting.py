"""Typst is given data, and says what it cannot draw."""

import sys

import pytest

from dossier.exporting.outline import Block, Document, Kind
from dossier.exporting.pdf import draw_pdf
from dossier.exporting.typesetting import TypesettingError
from dossier.plain.errors import ConfigError
from dossier.templates import Templates


def document(text: str) -> Document:
    return Document("Title", "Ada", "en", (Block(Kind.NAME, "Ada"), Block(Kind.PARAGRAPH, text)))


def test_without_typst_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ConfigError, match=r"pip install 'dossier-site\[documents\]'"):
        draw_pdf(document("x"), Templates())


def test_a_letter_that_no_font_has_is_told() -> None:
    with pytest.raises(TypesettingError, match="日"):
        draw_pdf(document("日本"), Templates())
