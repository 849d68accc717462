"""Saved postings that a dossier names and that do not stand beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.plain.problems import Problem, did_you_mean


def check(view: FileView) -> Iterator[Problem]:
    """Look for the saved posting of each role."""
    entry = view.application
    if entry is None:
        return
    folder = PurePosixPath("applications", entry.id)
    for position, role in enumerate(entry.application.roles):
        name = role.posting.file if role.posting else None
        if name and (folder / name).as_posix() not in view.library.files:
            where = entry.source.locate(("roles", position, "posting", "file"))
            message = f"there is no saved posting `{name}` beside the dossier"
            files = map(PurePosixPath, view.library.files)
            beside = [file.name for file in files if file.parent == folder]
            yield Problem("posting-missing", where, message, did_you_mean(name, beside))


RULE = Rule("posting-missing", check=check, of_front=True, private_only=True)
