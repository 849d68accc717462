"""Rows that rate themselves above what their best record allows."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.match.coverage import cap, is_above
from dossier.model.document import FileKind
from dossier.plain.problems import Problem


def check(view: FileView) -> Iterator[Problem]:
    """Check the ratings of a dossier's rows."""
    rows = view.application.application.proof_points if view.application else ()
    for position, row in enumerate(rows):
        limit = cap(row, view.library)
        if limit and is_above(row.strength, limit) and not row.override:
            is_unread = any(map(view.library.is_unread, row.evidence))
            if is_unread or view.is_left_out("proof_points", position, "override"):
                continue
            where = view.source.locate(("proof_points", position, "strength"))
            message = f"the row `{row.id}` is {row.strength}, its best record allows {limit}"
            hint = f"rate it {limit}, or give the reason in `override:`; it is printed with the row"
            yield Problem("strength-capped", where, message, hint)


RULE = Rule("strength-capped", check=check, of_front=True, needs=(FileKind.EVIDENCE,))
