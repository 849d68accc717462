"""What is not known yet: sources, their addresses, the postings behind quotes."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.model.audience import Audience
from dossier.model.evidence import Check
from dossier.model.library import ApplicationEntry, RecordEntry
from dossier.plain.problems import Problem, warning


def check(view: FileView) -> Iterator[Problem]:
    """List what is missing."""
    for record in view.records:
        yield from _source(record)
    if view.application and view.library.audience is Audience.PRIVATE:
        yield from _quotes(view.application)


def _source(entry: RecordEntry) -> Iterator[Problem]:
    record = entry.record
    if record.check is not Check.STATEMENT and record.source is None:
        where = entry.source.locate((*entry.path, "check"))
        message = f"`{entry.id}` can be checked ({record.check}), but names no source"
        hint = "add `source: {label: …}`, or say `check: statement`"
        yield Problem("source-missing", where, message, hint)
    elif record.source and not record.source.is_linked:
        where = entry.source.locate((*entry.path, "source"))
        message = f"the source of `{entry.id}` is only a label"
        yield warning("source-unlinked", where, message, "add its url, package, path or commit")
    if record.review_every and not record.date:
        where = entry.source.locate((*entry.path, "review_every"))
        message = f"`{entry.id}` is to be reviewed every {record.review_every}, but has no date"
        yield Problem("field-missing", where, message, "add `date:` with the day of the last run")


def _quotes(entry: ApplicationEntry) -> Iterator[Problem]:
    saved = {r.id for r in entry.application.roles if r.posting and r.posting.file}
    for position, row in enumerate(entry.application.proof_points):
        roles = set(row.roles) or {role.id for role in entry.application.roles}
        if row.quote and not roles & saved:
            where = entry.source.locate(("proof_points", position, "quote"))
            message = f"the row `{row.id}` quotes a posting that is not saved"
            hint = "save it beside the dossier and name it in `posting: {file: posting.md}`"
            yield warning("quote-unbacked", where, message, hint)
