"""Rows to the records that may show them: proposed in a comment, so that none counts yet."""

from __future__ import annotations

from dossier.importing.draft import Draft
from dossier.match.triage import candidates
from dossier.model.library import Library

_LEAST = 3
"""How many words a row and a record that is proposed for it have in common."""


def propose(draft: Draft, library: Library) -> None:
    """Propose records for the rows of a dossier, its own unconfirmed ones among them."""
    rows = draft.dossier.get("proof_points", ())
    texts = (f"{row['requirement']} {row.get('claim', '')}" for row in rows)
    for position, found in enumerate(candidates(texts, library)):
        names = [each.entry.id for each in found if len(each.words) >= _LEAST]
        if own := draft.records_of_rows.get(rows[position]["id"]):
            names.append(f"{draft.id}/{own}")
        if names:
            line = f"evidence: [{', '.join(names)}]"
            draft.comments.setdefault(("proof_points", position), []).append(line)
