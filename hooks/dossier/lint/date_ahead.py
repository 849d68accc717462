"""What is told as done on a day that is still to come, and does not count until then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dossier.lint.file_view import FileView
from dossier.lint.rule import AllFiles, Comparison, Rule
from dossier.match.coverage import why_not
from dossier.model.library import RecordEntry
from dossier.plain.dates import is_ahead, spell_date
from dossier.plain.problems import Problem, warning

HINT = "correct the date; what is only planned says `status: planned`"


def records(view: FileView) -> Iterator[RecordEntry]:
    """Yield the records of a file that would count and have a date."""
    yield from (e for e in view.records if e.record.date and not why_not(e.record, date.max))


def compare(files: AllFiles[RecordEntry]) -> Iterator[Problem]:
    """Hold the days of records against the day of the run."""
    for entry in files.readings:
        day = entry.record.date or ""
        if is_ahead(day, files.as_of):
            where = entry.source.locate((*entry.path, "date"))
            message = f"`{entry.id}` is dated {spell_date(day)}, still to come: it does not count"
            yield warning("date-ahead", where, message, HINT)


RULE = Rule("date-ahead", across=Comparison(records, compare))
