"""Every must that is weak or missing has a framing and a prepared question."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.match.gaps import unanswered
from dossier.plain.problems import Problem, warning


def check(view: FileView) -> Iterator[Problem]:
    """Find what a recruiter will ask and nothing is prepared for."""
    for found in unanswered(view.application) if view.application else ():
        row = found.row
        lacks, cures = [], []
        if found.lacks_framing:
            lacks.append("framing")
            cures.append(f"a gap `about: {row.id}` with `framing:`")
        if found.lacks_question:
            lacks.append("prepared question")
            cures.append(f"`### … {{ about={row.id} }}` with an answer under Questions")
        rated = "missing" if row.strength == "none" else row.strength
        message = f"the must `{row.id}` is {rated} and has no {' and no '.join(lacks)}"
        where = view.source.locate(("proof_points", found.position))
        yield warning("gap-unanswered", where, message, f"add {' and '.join(cures)}")


RULE = Rule("gap-unanswered", check=check, private_only=True)
