"""The private fields of a dossier that its author may open to an assistant."""

from __future__ import annotations

from enum import StrEnum


class Opened(StrEnum):
    """A private field of a dossier, or of its roles."""

    ASKS = "asks"
    ASSESSMENT = "assessment"
    COMPENSATION = "compensation"
    EVENTS = "events"
    FIT = "fit"
    GAPS = "gaps"
    LEAD = "lead"
    NEXT = "next"
    POSTING = "posting"


def opened_fields(raw: object) -> frozenset[str]:
    """Return the fields that a dossier opens, as it was read; none if one of them is wrong."""
    stated = raw.get("assistant") if isinstance(raw, dict) else None
    names = stated if isinstance(stated, list) else []
    is_right = all(isinstance(name, str) and name in set(Opened) for name in names)
    return frozenset(names) if is_right else frozenset()
