"""Directives that show private figures and stand in texts that others read."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.audience import Audience
from dossier.plain.problems import Problem
from dossier.prose.directives import PRIVATE


def check(view: FileView) -> Iterator[Problem]:
    """Check every directive for those who may read the text it stands in."""
    for found in view.directives:
        name, audience = found.directive.name, found.passage.audience
        if name in PRIVATE and audience is not Audience.PRIVATE:
            message = f"`{name}` shows private figures, and this text is {audience}"
            hint = "move it to a private section or page"
            yield Problem("directive-private", found.where, message, hint)


RULE = Rule("directive-private", check=check)
