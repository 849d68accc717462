"""PDF: what is put in comes out, in order, drawn where it is told, the same every time."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

import pytest
from pdfminer.high_level import extract_text
from pypdf import PdfReader

from dossier.exporting.compose import compose_resume
from dossier.exporting.outline import Block, Document, Kind, Part, outline_resume
from dossier.exporting.pdf import draw_pdf
from dossier.exporting.plain_text import said
from dossier.templates import THEME, Templates
from tests.exporting.recipients import recipient

HOSTILE = """#strong[x] $1/2$ *b* _i_ `c` <l> @r \\n "q" // #sys.inputs #read("/etc/passwd") ]{ }"""


def pypdf_text(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def pdfminer_text(content: bytes) -> str:
    return extract_text(io.BytesIO(content))


EXTRACTORS: dict[str, Callable[[bytes], str]] = {"pypdf": pypdf_text, "pdfminer": pdfminer_text}


def letters(text: str) -> str:
    """Return a text without what typesetting may add or take: blanks, and marks of items."""
    return re.sub(r"[\s•]+", "", text)


def put_in(document: Document) -> str:
    """Return what a document says, block by block."""
    parts = []
    for block in document.blocks:
        details = ", ".join(part.text for part in block.details)
        if block.kind is Kind.CONTACT:
            parts.append("·".join(part.text for part in block.details))
        elif block.kind in (Kind.ENTRY, Kind.SUBJECT):
            parts.append(", ".join(text for text in (block.text, details) if text))
        elif block.kind is Kind.FACT:
            parts.append(f"{block.text}: {details}" if block.text else details)
        else:
            parts.append(said(block))
    return "\n".join(parts)


def same(one: str, other: str) -> float:
    one, other = letters(one), letters(other)
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()


def long_document() -> Document:
    items = [Block(Kind.ITEM, f"Item {n} is {n} ms fast {'and so on ' * 5}") for n in range(60)]
    fact = Block(Kind.FACT, "Data", (Part("SQL"), Part("Python")))
    return Document("T", "Ada", "en", (Block(Kind.NAME, "Ada"), fact, *items))


@pytest.mark.parametrize("name", EXTRACTORS)
def test_what_is_put_in_comes_out_in_order(name: str) -> None:
    hostile = Document("T", "A", "en", (Block(Kind.NAME, "A"), Block(Kind.ITEM, HOSTILE)))
    resume = outline_resume(compose_resume(recipient()))
    for document in (resume, hostile, long_document()):
        found = EXTRACTORS[name](draw_pdf(document, Templates()).content)
        assert same(put_in(document), found) >= 0.99


def test_the_same_document_gives_the_same_bytes_that_tell_nothing_else() -> None:
    document = outline_resume(compose_resume(recipient()))
    content = draw_pdf(document, Templates()).content
    assert content == draw_pdf(document, Templates()).content
    reader = PdfReader(io.BytesIO(content))
    told = {str(key): str(value) for key, value in (reader.metadata or {}).items()}
    assert told == {"/Title": "Résumé of Ada Example", "/Author": "Ada Example"}
    assert not reader.attachments
    catalog: Any = reader.trailer["/Root"]
    assert str(catalog["/Lang"]).startswith("en")
    assert bool(catalog["/MarkInfo"]["/Marked"])


def contrast(colour: str) -> float:
    """Return the contrast of a colour to white, as WCAG has it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_every_colour_of_text_can_be_read() -> None:
    style = (THEME / "documents/style.typ").read_text(encoding="utf-8")
    colours = re.findall(
        r'^ *(?:#let )?"?([\w-]+)"?(?: =|:) rgb\("#(\w{6})"\)', style, re.MULTILINE
    )
    assert len(colours) == 10
    faint = [name for name, colour in colours if contrast(colour) < 4.5]
    # It draws lines alone.
    assert faint == ["line-colour"]


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="no pdftoppm to draw pages with")
def test_every_text_is_drawn() -> None:
    document = outline_resume(compose_resume(recipient()))

    def seen(blocks: tuple[Block, ...]) -> bytes:
        content = draw_pdf(replace(document, blocks=blocks), Templates()).content
        line = ["pdftoppm", "-r", "40", "-gray", "-"]
        return subprocess.run(line, input=content, capture_output=True, check=True).stdout

    whole = seen(document.blocks)
    assert whole == seen(document.blocks)
    for number, block in enumerate(document.blocks):
        parts = tuple(replace(part, text="") for part in block.details)
        # A name is a heading, and one without a text is none.
        blank = replace(block, text="." if block.text else "", details=parts)
        without = (*document.blocks[:number], blank, *document.blocks[number + 1 :])
        assert seen(without) != whole, block


def test_type_is_smaller_only_where_the_pages_are_counted_and_it_helps() -> None:
    items = tuple(Block(Kind.ITEM, f"Item {n}") for n in range(60))
    document = Document("T", "Ada", "en", (Block(Kind.NAME, "Ada"), *items))
    wide = draw_pdf(document, Templates())
    assert wide.pages == 2
    assert draw_pdf(document, Templates(), pages=1).pages == 1
    assert draw_pdf(document, Templates(), pages=2) == wide
    longer = replace(document, blocks=(*document.blocks, *items))
    assert draw_pdf(longer, Templates(), pages=1).pages == 2


def test_pages_and_where_each_block_begins_are_told() -> None:
    drawn = draw_pdf(long_document(), Templates())
    assert drawn.pages == len(PdfReader(io.BytesIO(drawn.content)).pages) > 1
    assert [number for number, _ in drawn.places] == list(range(63))
    assert drawn.places[0][1] == 1
    assert drawn.places[-1][1] == drawn.pages
