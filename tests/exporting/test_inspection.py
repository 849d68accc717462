"""Finished files by their form."""

from pathlib import Path

import pytest

from dossier.exporting.compose import compose_resume
from dossier.exporting.docx_file import draw_docx
from dossier.exporting.inspection import inspect_document
from dossier.exporting.outline import outline_resume
from dossier.exporting.pdf import draw_pdf
from dossier.plain.errors import ConfigError
from dossier.templates import Templates
from tests.exporting.recipients import recipient


def test_files_are_known_by_what_they_hold(tmp_path: Path) -> None:
    outline = outline_resume(compose_resume(recipient()))
    (tmp_path / "a").write_bytes(draw_pdf(outline, Templates()).content)
    (tmp_path / "b").write_bytes(draw_docx(outline))
    assert inspect_document(tmp_path / "a") == inspect_document(tmp_path / "b") == ()
    (tmp_path / "c").write_text("Ada")
    with pytest.raises(ConfigError, match="neither PDF nor DOCX"):
        inspect_document(tmp_path / "c")
