"""Which weak and missing rows have no answer yet: a framing, and a question prepared."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model.application import Priority, ProofPoint, Strength
from dossier.model.library import ApplicationEntry
from dossier.plain.frozen import frozen
from dossier.prose.questions import questions


@frozen
class Unanswered:
    """A must that is weak or missing, and what is not prepared for it."""

    position: int
    row: ProofPoint
    lacks_framing: bool
    lacks_question: bool


def unanswered(entry: ApplicationEntry) -> Iterator[Unanswered]:
    """Yield the musts of a dossier that nothing is prepared for. Private, like gaps are."""
    short = [
        (position, row)
        for position, row in enumerate(entry.application.proof_points)
        if row.priority is Priority.MUST
        and row.strength in (Strength.WEAK, Strength.NONE)
        and not row.accepted
    ]
    if not short:
        return
    framed, asked = _framed(entry), _asked(entry)
    for position, row in short:
        if row.id not in framed or row.id not in asked:
            yield Unanswered(position, row, row.id not in framed, row.id not in asked)


def prepared(entry: ApplicationEntry) -> tuple[ProofPoint, ...]:
    """Return the rows that have a framing and an answered question."""
    ready = _framed(entry) & _asked(entry)
    return tuple(row for row in entry.application.proof_points if row.id in ready)


def _framed(entry: ApplicationEntry) -> set[str]:
    return {gap.about for gap in entry.application.gaps if gap.framing}


def _asked(entry: ApplicationEntry) -> set[str | None]:
    return {question.options.get("about") for question in questions(entry) if question.is_answered}
