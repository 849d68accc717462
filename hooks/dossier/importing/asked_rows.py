"""What a posting asks for to the rows of the dossier that it begins."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.importing.draft import Draft, Part
from dossier.importing.ids import new_id
from dossier.importing.words import Copied
from dossier.match.offers import Ask
from dossier.model.application import Priority
from dossier.model.scales import STRENGTH_MEANS
from dossier.plain.joining import joined
from dossier.plain.yaml_writing import write_yaml


def add_rows(draft: Draft, asks: Iterable[Ask]) -> list[Ask]:
    """Add a row for each thing that is asked for, quoted, with the records that may answer it.

    What is a must stands first, tasks stand last, and those that nothing speaks of have none:
    nobody is asked to have done them. Strengths are left empty: none counts until the author has
    said how well it answers. Returns what has a row, in their order.
    """
    rows: dict[str, dict[str, object]] = {}
    ordered = sorted(asks, key=lambda ask: (ask.is_task, ask.priority is not Priority.MUST))
    kept = [ask for ask in ordered if not (ask.is_task and ask.is_open)]
    for ask in kept:
        row_id = new_id(ask.text, rows, other="row")
        rows[row_id] = {
            "id": row_id,
            "requirement": Copied(ask.text),
            "quote": Copied(ask.text),
            "priority": Copied("task" if ask.is_task else ask.priority.value),
            "evidence": [Copied(candidate.entry.id) for candidate in ask.candidates],
            "strength": None,
        }
        best = max((candidate.weight for candidate in ask.candidates), default=0.0)
        facts = [fact for fact in ask.facts if not 0 < fact.weight <= best]
        if facts:
            # Proposed, as nobody has checked it: a row without a record does not count.
            said = joined(fact.text for fact in facts)
            lines = write_yaml({"claim": said}).rstrip("\n").split("\n")
            draft.comments["proof_points", len(rows) - 1] = lines
    draft.dossier["proof_points"] = list(rows.values())
    del draft.dossier["status"]  # Events will say it.
    draft.parts[:0] = [Part(Copied(title), "") for title in ("Pitch", "Why")]
    return kept


def remark_idle(draft: Draft, asks: Iterable[Ask]) -> None:
    """Say which tasks have no row."""
    idle = [ask.text for ask in asks if ask.is_task and ask.is_open]
    if idle:
        draft.remarks.append(f"tasks without a row, as nothing speaks of them: {'; '.join(idle)}")


def remark_unrated(draft: Draft) -> None:
    """Say what the rows without a strength need."""
    if any(row["strength"] is None for row in draft.dossier["proof_points"]):
        draft.remarks.append(
            "say the strength of each row, take out the records that do not answer it, and write "
            "Pitch and Why, which the recipient reads"
        )
        draft.remarks += [f"  {strength}: {means}" for strength, means in STRENGTH_MEANS.items()]
