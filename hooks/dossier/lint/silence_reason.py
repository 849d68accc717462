"""Marks that silence a problem without a reason, or one that there is not."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.lint.silence import marks_of
from dossier.plain.problems import CODES, Place, Problem, did_you_mean


def check(view: FileView) -> Iterator[Problem]:
    """Check the marks of a file. Those of a private one are nothing that others may know of."""
    marks = marks_of(view.source.text) if "dossier:" in view.source.text else {}
    for line, found in marks.items():
        for mark in found:
            where = Place(view.source.file, line, mark.start() + 1)
            if mark[1] not in CODES:
                message = f"there is no problem of the code `{mark[1]}` to silence"
                yield Problem("silence-reason", where, message, did_you_mean(mark[1], CODES))
            elif not mark[2].strip():
                message = f"`{mark[1]}` is silenced without a reason"
                hint = f"write `dossier: allow {mark[1]}: because …`"
                yield Problem("silence-reason", where, message, hint)


RULE = Rule("silence-reason", check=check, private_only=True)
