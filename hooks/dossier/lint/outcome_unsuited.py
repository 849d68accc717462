"""An outcome without the status closed, the other way round, or one that an event contradicts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.application import Outcome, Status
from dossier.model.library import ApplicationEntry
from dossier.plain.dates import spell_date
from dossier.plain.problems import Problem, warning


def check(view: FileView, day: date) -> Iterator[Problem]:
    """Check that a dossier has an outcome if it is closed, and none before.

    If what is written of how it stands is right in itself.
    """
    entry = view.application
    if entry and not any(map(view.is_left_out, ("outcome", "status", "events"))):
        yield from _unsuited(entry, day)


def _unsuited(entry: ApplicationEntry, day: date) -> Iterator[Problem]:
    application, source = entry.application, entry.source
    stage, event = application.stage_on(day), application.stage_event_on(day)
    if stage is not Status.CLOSED:
        if application.outcome:
            message = f"an outcome, but the dossier is {stage}, not closed"
            hint = "close the dossier, or remove the outcome"
            yield Problem("outcome-unsuited", source.locate(("outcome",)), message, hint)
        return
    if application.outcome_on(day) is None:
        message = "the dossier is closed, but how it ended is not said"
        hint = f"add `outcome:` with one of {', '.join(Outcome)}"
        yield warning("outcome-unsuited", source.locate(), message, hint)
    said = event.meaning.outcome if event and event.meaning else ""
    if event and said and application.outcome and said != application.outcome:
        message = f"the outcome is {application.outcome}, "
        message += f"but `{event.what}`, {spell_date(event.date)}, says {said}"
        hint = "correct one of them"
        yield warning("outcome-unsuited", source.locate(("outcome",)), message, hint)


RULE = Rule("outcome-unsuited", on_day=check, private_only=True)
