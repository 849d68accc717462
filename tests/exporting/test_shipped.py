"""Every document of the shipped dossiers: two programs read what was put in, in one column."""

import io

import docx
import pytest

from dossier.exporting.brief import compose_brief
from dossier.exporting.brief_pdf import draw_brief
from dossier.exporting.compose import compose_resume
from dossier.exporting.docx_file import draw_docx
from dossier.exporting.docx_reading import read_docx
from dossier.exporting.letter import compose_letter
from dossier.exporting.outline import outline_resume
from dossier.exporting.pdf import draw_pdf
from dossier.exporting.pdf_reading import read_pdf
from dossier.templates import Templates
from tests.builders import REPOSITORY
from tests.exporting.recipients import recipient
from tests.exporting.test_brief_pdf import said
from tests.exporting.test_pdf import EXTRACTORS, put_in, same

CONTENT = REPOSITORY / "content"
FILES = {
    f"content/{path.relative_to(CONTENT).as_posix()}": path.read_text(encoding="utf-8")
    for path in CONTENT.rglob("*")
    if path.suffix in (".md", ".yml")
}
ROLES = [("databricks", "applied-ai"), ("tensorzero", "ml"), ("tensorzero", "rust")]


@pytest.mark.parametrize(("dossier", "role"), ROLES)
def test_programs_read_what_was_put_in(dossier: str, role: str) -> None:
    seen = recipient(FILES, role, application=dossier)
    for document in (outline_resume(compose_resume(seen)), compose_letter(seen)):
        drawn = draw_pdf(document, Templates()).content
        read = read_pdf(drawn)
        assert (read.columns, read.hidden, read.pictures) == ((), (), ()), document.title
        for name, extract in EXTRACTORS.items():
            assert same(put_in(document), extract(drawn)) >= 0.99, (document.title, name)
        written = draw_docx(document)
        assert (read_docx(written).columns, read_docx(written).hidden) == ((), ())
        paragraphs = docx.Document(io.BytesIO(written)).paragraphs
        for text in ("\n".join(p.text for p in paragraphs), read_docx(written).text):
            assert same(put_in(document), text) >= 0.99, document.title


@pytest.mark.parametrize(("dossier", "role"), ROLES)
def test_a_brief_is_one_sheet_that_programs_read(dossier: str, role: str) -> None:
    brief = compose_brief(recipient(FILES, role, application=dossier))
    drawn = draw_brief(brief, Templates())
    assert drawn.pages == 1
    assert (read_pdf(drawn.content).columns, read_pdf(drawn.content).hidden) == ((), ())
    for name, extract in EXTRACTORS.items():
        assert same(said(brief), extract(drawn.content)) >= 0.99, name
