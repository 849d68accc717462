"""Rows that rate themselves and cite no record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.application import ProofPoint, Strength
from dossier.plain.folding import plain
from dossier.plain.problems import Problem, warning


def check(view: FileView) -> Iterator[Problem]:
    """Check that a dossier's rows cite something."""
    rows = view.application.application.proof_points if view.application else ()
    for position, row in enumerate(rows):
        if not row.evidence and row.strength not in (Strength.NONE, Strength.WEAK):
            if view.is_left_out("proof_points", position, "evidence") or _is_of_life(view, row):
                continue
            where = view.source.locate(("proof_points", position))
            message = f"the row `{row.id}` is rated {row.strength} but cites no record"
            hint = "name the records that show it, or rate it none; until then it counts as claimed"
            hint += " (a language, a certificate, years of work may stand in the profile instead)"
            yield warning("evidence-missing", where, message, hint)


def _is_of_life(view: FileView, row: ProofPoint) -> bool:
    """Return whether the profile says what a row asks for, or nobody could show it."""
    # Late: they bring many patterns along, and most rows cite a record.
    from dossier.match.background import profile_facts  # noqa: PLC0415
    from dossier.match.own_word import is_on_word  # noqa: PLC0415

    profile = view.library.profile
    asked = plain(row.requirement)
    if row.claim and is_on_word(asked):
        return True
    return bool(profile and profile_facts(asked, profile.profile, date.max))


RULE = Rule("evidence-missing", check=check)
