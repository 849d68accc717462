"""What a text is: whether one claims something of oneself in it, and on what grounds."""

from __future__ import annotations

from dossier.prose.passages import Passage

COMPANY_SECTIONS = frozenset({"context", "angle", "lead", "notes"})
"""Sections that are about the company, or advice to oneself: no claims."""
ADVICE = frozenset({"lead", "notes"})
"""Those of them in which *you* are oneself."""
_FIELDS = frozenset(
    {
        "claim",
        "note",
        "override",
        "framing",
        "gap",
        "headline",
        "line",
        "limits",
        "summary",
        "method",
    }
)
"""The text fields in which one says what one has done."""


def kind_of(passage: Passage) -> str | None:
    """Return what a passage is: a section's name, a field's, `page`; None if it claims nothing."""
    if passage.path is not None:
        keys = [part for part in passage.path if isinstance(part, str)]
        if keys and keys[0] == "evidence" and not passage.application:
            return "record" if keys[-1] in ("claim", "method", "limits") else None
        if keys[0] == "leads" and keys[-1] == "notes":
            return "lead"
        if keys[-1] not in _FIELDS:
            return None
        return "gaps" if keys[0] == "gaps" else "field"
    if passage.is_page:
        return "page"
    entry = passage.application
    if entry is None:
        return "page"
    for section in entry.sections:
        if section.offset == passage.offset:
            return section.name or "own"
    return None


def row_evidence(passage: Passage) -> frozenset[str]:
    """Return the records that the row of a text field cites."""
    path, entry = passage.path, passage.application
    if not entry or not path or path[0] != "proof_points" or not isinstance(path[1], int):
        return frozenset()
    return frozenset(entry.application.proof_points[path[1]].evidence)
