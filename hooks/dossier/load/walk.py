"""A folder to the files below it, and which of them are not even looked into."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from dossier.plain.problems import Place, Problem


def walk(folder: str | Path, skip: Callable[[Path, OSError], None]) -> Iterator[os.DirEntry[str]]:
    """Yield the files below a folder in a fixed order, without hidden ones."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        skip(Path(folder), error)
        return
    for entry in found:
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from walk(entry.path, skip)
        else:
            yield entry


def refuse(entry: os.DirEntry[str], name: str, file: str) -> Problem | None:
    """Return why a file is not even looked into."""
    if not name.isprintable() and any(map(_is_unspeakable, name)):
        hint = "rename it; letters, digits, hyphens and spaces are fine"
        message = "the file's name has characters that cannot be shown"
        return Problem("id-form", Place(_spelled(file)), message, hint)
    if entry.is_symlink():
        return Problem(
            "file-symlink",
            Place(file),
            "this is a symbolic link, which is not followed",
            "put the file itself here",
        )
    return None


def _is_unspeakable(sign: str) -> bool:
    """Whether a sign is a control character, a line end, or a byte that is not UTF-8."""
    return unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")


def _spelled(name: str) -> str:
    return "".join(
        sign.encode("unicode_escape").decode() if _is_unspeakable(sign) else sign for sign in name
    )
