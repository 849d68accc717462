"""Records that are to be reviewed every so often, and give no day to count from."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.plain.problems import Problem


def check(view: FileView) -> Iterator[Problem]:
    """Check the dates of a file's records."""
    for entry in view.records:
        record = entry.record
        if record.review_every and not record.date:
            where = entry.source.locate((*entry.path, "review_every"))
            message = f"`{entry.id}` is to be reviewed every {record.review_every}, but has no date"
            hint = "add `date:` with the day of the last run"
            yield Problem("field-missing", where, message, hint)


RULE = Rule("field-missing", check=check)
