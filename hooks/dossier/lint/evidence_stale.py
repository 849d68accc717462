"""Records that something cites and whose term is over, or soon will be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dossier.lint.file_view import cited_records
from dossier.lint.rule import AllFiles, Comparison, Rule
from dossier.match.coverage import expiry, is_expired
from dossier.model.library import RecordEntry
from dossier.plain.dates import spell_date
from dossier.plain.problems import Problem, warning

NOTICE = 30
"""How many days before its end a term is reported."""


def compare(files: AllFiles[str]) -> Iterator[Problem]:
    """Check the terms of the records whose ids were read."""
    as_of = files.as_of
    terms = ((entry, expiry(entry.record)) for entry in files.library.records.values())
    due = [(entry, last) for entry, last in terms if last and (last - as_of).days <= NOTICE]
    cited = set(files.readings) if due else ()
    for entry, last in due:
        if entry.id in cited:
            yield _due(entry, last, is_expired=is_expired(entry.record, as_of))


def _due(entry: RecordEntry, last: date, *, is_expired: bool) -> Problem:
    record = entry.record
    term = "valid_until" if record.valid_until else "review_every"
    where = entry.source.locate((*entry.path, term))
    mended = "`date` and `valid_until`" if record.valid_until else "`date`"
    hint = f"check it again, then set {mended} anew"
    day = spell_date(last.isoformat())
    if is_expired:
        message = f"`{entry.id}` is cited, but was good until {day} only: it no longer counts"
        return warning("evidence-stale", where, message, hint)
    message = f"`{entry.id}` is cited, and good until {day} only"
    return warning("evidence-expiring", where, message, hint)


RULE = Rule(
    "evidence-stale", also=("evidence-expiring",), across=Comparison(cited_records, compare, str)
)
