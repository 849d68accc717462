"""Rows that are rated moderate or weak and do not say why."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.application import Strength
from dossier.plain.problems import Problem


def check(view: FileView) -> Iterator[Problem]:
    """Check the notes of a dossier's rows."""
    rows = view.application.application.proof_points if view.application else ()
    for position, row in enumerate(rows):
        if row.strength in (Strength.MODERATE, Strength.WEAK) and not row.note:
            if view.is_left_out("proof_points", position, "note"):
                continue
            where = view.source.locate(("proof_points", position))
            message = f"the row `{row.id}` is {row.strength} but has no note"
            hint = "add `note:` with the caveat that a reader should know"
            yield Problem("note-missing", where, message, hint)


RULE = Rule("note-missing", check=check)
