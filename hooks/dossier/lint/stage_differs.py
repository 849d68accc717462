"""A status that the events of its dossier contradict: these decide how far it has come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.application import Status
from dossier.model.library import ApplicationEntry
from dossier.plain.dates import spell_date
from dossier.plain.problems import Problem, warning

_ORDER = tuple(Status)


def check(view: FileView, day: date) -> Iterator[Problem]:
    """Hold the status of a dossier that says one against what happened until a day."""
    entry = view.application
    if not entry or "status" not in entry.application.model_fields_set:
        return
    application = entry.application
    stage, event = application.stage_on(day), application.stage_event_on(day)
    if event and stage is not application.status and not view.is_left_out("events"):
        message = f"the status is {application.status}, but by its events the dossier is "
        message += f"{stage}: `{event.what}`, {spell_date(event.date)}"
        where = entry.source.locate(("status",))
        yield warning("stage-differs", where, message, _cure(entry, stage, day))


def _cure(entry: ApplicationEntry, stage: Status, day: date) -> str:
    status = entry.application.status
    for event in entry.application.ahead_of(day):
        if event.meaning and event.meaning.stage == status:
            when = spell_date(event.date)
            return f"`{event.what}`, {when}, is still to come and sets nothing: remove `status:`"
    if _ORDER.index(status) < _ORDER.index(stage):
        return "remove `status:`, because events decide"
    log = f'`dossier log {entry.id} "{status}"`'
    return f"remove `status:`, or write down the event that it stands for: {log}"


RULE = Rule("stage-differs", on_day=check, private_only=True)
