"""Dossiers whose outcome does not suit their status."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.application import Status
from dossier.plain.problems import Problem, warning


def check(view: FileView) -> Iterator[Problem]:
    """Check that a dossier has an outcome if it is closed, and none before."""
    if view.application is None:
        return
    if view.is_left_out("outcome") or view.is_left_out("status"):
        return
    application = view.application.application
    if application.outcome and application.stage is not Status.CLOSED:
        message = f"an outcome, but the dossier is {application.stage}, not closed"
        hint = "close the dossier, or remove the outcome"
        yield Problem("outcome-unsuited", view.source.locate(("outcome",)), message, hint)
    if application.stage is Status.CLOSED and not application.outcome:
        message = "the dossier is closed, but how it ended is not said"
        hint = (
            "add `outcome:` with one of accepted, rejected, withdrew, no-response, posting-closed"
        )
        yield warning("outcome-unsuited", view.source.locate(), message, hint)


RULE = Rule("outcome-unsuited", check=check, private_only=True)
