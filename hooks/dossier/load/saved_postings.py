"""Texts that are read as they stand: saved postings, and what was accepted of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath

from dossier.match.postings import LOCK, TEXTS
from dossier.plain.files import read_ordinary
from dossier.plain.kept_readings import KeptReadings
from dossier.plain.problems import Place, Problem
from dossier.plain.text import MAX_BYTES, decode, too_large


def read_side_files(
    content: Path, named: Iterable[str], files: Iterable[str], kept: KeptReadings
) -> tuple[dict[str, str], list[Problem]]:
    """Return the texts of the saved postings that dossiers name, and what cannot be read.

    `files` are the names of what is there.
    """
    known = set(files)
    folder = str(content)
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for name in sorted({*named, LOCK} & known):
        if _suffix(name) not in TEXTS:
            continue
        path = f"{folder}/{name}"
        read = kept.read("posting", path, partial(_read, content, name))
        if isinstance(read, Problem):
            problems.append(read)
        else:
            texts[name] = read
    return texts, problems


@lru_cache(maxsize=4096)
def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _read(content: Path, name: str) -> str | Problem:
    return read_posting(content / name, f"{content.name}/{name}")


def read_posting(path: Path, file: str) -> str | Problem:
    """Return the text of a saved posting, or why it cannot be read; `file` is what it is called."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return too_large(file, size)
        text = decode(file, read_ordinary(path, MAX_BYTES))
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
        return Problem("file-unreadable", Place(file), message)
    is_html = isinstance(text, str) and path.suffix.lower() in (".html", ".htm")
    if not isinstance(text, str) or not is_html:
        return text
    from dossier.plain.html_text import spell_html  # noqa: PLC0415 - late: most postings are none

    return spell_html(text)
