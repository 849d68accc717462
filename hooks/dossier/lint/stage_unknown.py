"""Events in words that say no stage that anybody knows, nor that they say none."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.stages import nearest_words
from dossier.plain.problems import Problem, warning


def check(view: FileView) -> Iterator[Problem]:
    """Check that the events of a dossier say a stage, or that they say none."""
    events = view.application.application.events if view.application else ()
    for position, event in enumerate(events):
        if event.meaning is None and not view.is_left_out("events", position, "stage"):
            where = view.source.locate(("events", position, "what"))
            near = nearest_words(event.what)
            guess = f"did you mean `{near}`? Else add" if near else "add"
            hint = f"{guess} `stage:` with the stage that it says, or `stage: none`; "
            hint += "`dossier log --words` lists the words that say one"
            yield warning("stage-unknown", where, f"`{event.what}` says no known stage", hint)


RULE = Rule("stage-unknown", check=check, private_only=True)
