"""A folder to the files below it, and which of them are not even looked into."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from dossier.plain.kept_readings import KeptReadings
from dossier.plain.problems import Place, Problem


def walk(
    folder: str, skip: Callable[[Path, OSError], None], kept: KeptReadings | None = None
) -> Iterator[os.DirEntry[str]]:
    """Yield the files below a folder in a fixed order, without hidden ones.

    A folder is looked through again only if it is not as it was `kept`.
    """
    try:
        look = partial(_look_through, folder)
        found = kept.read("folder", folder, look, of=stat.S_ISDIR) if kept else look()
    except OSError as error:
        skip(Path(folder), error)
        return
    for is_folder, entry in found:
        if is_folder:
            yield from walk(entry.path, skip, kept)
        else:
            yield entry


def _look_through(folder: str) -> tuple[tuple[bool, os.DirEntry[str]], ...]:
    """Return what stands in a folder and is not hidden, with whether it is a folder."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    return tuple(
        (entry.is_dir(follow_symlinks=False), entry)
        for entry in found
        if not (entry.name.startswith(".") or entry.name.endswith("~"))
    )


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
