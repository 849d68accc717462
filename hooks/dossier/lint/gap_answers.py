"""Every must that is weak or missing has a framing and a prepared question."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.match.gaps import unanswered
from dossier.model.audience import Audience
from dossier.model.library import ApplicationEntry, Library
from dossier.plain.problems import Problem, warning


def check(library: Library, entry: ApplicationEntry) -> Iterator[Problem]:
    """Find what a recruiter will ask and nothing is prepared for."""
    if library.audience is not Audience.PRIVATE:
        return
    for found in unanswered(entry):
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
        where = entry.source.locate(("proof_points", found.position))
        yield warning("gap-unanswered", where, message, f"add {' and '.join(cures)}")
