"""What is told as done on a day that is still to come, and does not count until then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dossier.lint.file_view import FileView
from dossier.lint.rule import AllFiles, Comparison, Rule
from dossier.match.coverage import why_not
from dossier.model.application import Status
from dossier.plain.dates import is_ahead, spell_date
from dossier.plain.frozen import frozen
from dossier.plain.problems import Place, Problem, warning

_DONE = frozenset({Status.APPLIED, Status.OFFER, Status.CLOSED})
"""Stages that nobody makes an appointment for."""


@frozen
class Dated:
    """Something that is told as done."""

    day: str
    where: Place
    subject: str
    effect: str
    """What it does not do before its day."""
    plan: str
    """Where it belongs if it is only planned."""


def read(view: FileView) -> Iterator[Dated]:
    """Yield what a file tells as done, with its day."""
    for entry in view.records:
        record = entry.record
        if record.date and not why_not(entry, date.max):
            where = entry.source.locate((*entry.path, "date"))
            yield Dated(record.date, where, entry.id, "does not count", "says `status: planned`")
    events = view.application.application.events if view.application else ()
    for position, event in enumerate(events):
        if event.meaning and event.meaning.stage in _DONE:
            where = view.source.locate(("events", position, "date"))
            yield Dated(event.date, where, event.what, "sets no stage", "goes to `next:`")


def compare(files: AllFiles[Dated]) -> Iterator[Problem]:
    """Hold the days of what is done against the day of the run."""
    for dated in files.readings:
        if is_ahead(dated.day, files.as_of):
            message = f"`{dated.subject}` is dated {spell_date(dated.day)}, still to come: "
            hint = f"correct the date; what is only planned {dated.plan}"
            yield warning("date-ahead", dated.where, f"{message}it {dated.effect}", hint)


RULE = Rule("date-ahead", across=Comparison(read, compare, Dated))
