"""A finished file to what a program would miss of it, by the file's own form."""

from __future__ import annotations

from pathlib import Path

from dossier.exporting.docx_reading import read_docx
from dossier.exporting.pdf_reading import read_pdf
from dossier.exporting.reading import ReadDocument, faults
from dossier.plain.errors import ConfigError
from dossier.plain.files import read_ordinary
from dossier.plain.problems import Place, Problem

MOST_BYTES = 50_000_000


def inspect_document(path: Path) -> tuple[Problem, ...]:
    """Return what a program would miss of a file. Raises ConfigError, or OSError."""
    content = read_ordinary(path, MOST_BYTES)
    return tuple(faults(_read(path.name, content), Place(path.as_posix(), 0, 0)))


def _read(name: str, content: bytes) -> ReadDocument:
    if content.startswith(b"%PDF-"):
        return read_pdf(content)
    if content.startswith(b"PK"):
        return read_docx(content)
    raise ConfigError(f"{name} is neither PDF nor DOCX", "name a file that you would send")
