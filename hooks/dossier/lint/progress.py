"""How far a dossier has come: its outcome, and the saved postings that it names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from dossier.model.application import Status
from dossier.model.audience import Audience
from dossier.model.library import ApplicationEntry, Library
from dossier.plain.problems import Problem, did_you_mean, warning


def check(library: Library, entry: ApplicationEntry) -> Iterator[Problem]:
    """Check what only the author sees of a dossier."""
    if library.audience is Audience.PRIVATE:
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
    for position, role in enumerate(entry.application.roles):
        name = role.posting.file if role.posting else None
        if name and (folder / name).as_posix() not in library.files:
            where = entry.source.locate(("roles", position, "posting", "file"))
            message = f"there is no saved posting `{name}` beside the dossier"
            files = map(PurePosixPath, library.files)
            beside = [file.name for file in files if file.parent == folder]
            yield Problem("posting-missing", where, message, did_you_mean(name, beside))
