"""Rows that rate themselves and cite no record."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.application import Strength
from dossier.plain.problems import Problem, warning


def check(view: FileView) -> Iterator[Problem]:
    """Check that a dossier's rows cite something."""
    rows = view.application.application.proof_points if view.application else ()
    for position, row in enumerate(rows):
        if not row.evidence and row.strength not in (Strength.NONE, Strength.WEAK):
            if view.is_left_out("proof_points", position, "evidence"):
                continue
            where = view.source.locate(("proof_points", position))
            message = f"the row `{row.id}` is rated {row.strength} but cites no record"
            hint = "name the records that show it, or rate it none; until then it counts as claimed"
            hint += " (of a language, `languages:` of the profile is shown)"
            yield warning("evidence-missing", where, message, hint)


RULE = Rule("evidence-missing", check=check)
