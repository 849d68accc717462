"""How far a dossier has come: its outcome, and the saved postings that it names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from dossier.audience import Audience
from dossier.library import ApplicationEntry, Library
from dossier.model.application import Status
from dossier.problems import Problem, did_you_mean, warning


def check(library: Library) -> Iterator[Problem]:
    """Check what only the author sees of a dossier."""
    if library.audience is not Audience.PRIVATE:
        return
    for entry in library.applications.values():
        yield from _outcome(entry)
        yield from _postings(library, entry)


def _outcome(entry: ApplicationEntry) -> Iterator[Problem]:
    application = entry.application
    if application.outcome and application.stage is not Status.CLOSED:
        message = f"an outcome, but the dossier is {application.stage}, not closed"
        hint = "close the dossier, or remove the outcome"
        yield Problem("outcome-unsuited", entry.source.locate(("outcome",)), message, hint)
    if application.stage is Status.CLOSED and not application.outcome:
        message = "the dossier is closed, but how it ended is not said"
        hint = (
            "add `outcome:` with one of accepted, rejected, withdrew, no-response, posting-closed"
        )
        yield warning("outcome-unsuited", entry.source.locate(), message, hint)


def _postings(library: Library, entry: ApplicationEntry) -> Iterator[Problem]:
    folder = PurePosixPath("applications", entry.id)
    beside = [PurePosixPath(f).name for f in library.files if PurePosixPath(f).parent == folder]
    for position, role in enumerate(entry.application.roles):
        name = role.posting.file if role.posting else None
        if name and (folder / name).as_posix() not in library.files:
            where = entry.source.locate(("roles", position, "posting", "file"))
            message = f"there is no saved posting `{name}` beside the dossier"
            yield Problem("posting-missing", where, message, did_you_mean(name, beside))
