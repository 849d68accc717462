"""What a text is: whether one claims something of oneself in it, and to whom."""

from __future__ import annotations

import re
from bisect import bisect_left

from dossier.model.own_words import HEADS
from dossier.plain.patterns import pattern
from dossier.prose.passages import Passage

ABOUT_OTHERS = frozenset({"context", "angle", "lead", "notes"})
"""Sections that are about the company, or notes to oneself."""
ABOUT_ONESELF = frozenset(
    {"pitch", "emphasis", "proof-points", "page", "claim", "record", "line", "field", "gaps"}
    | {"limits"}
)
"""Texts whose sentences speak of oneself if they do not say of whom."""
CLAIMS = frozenset(
    {"pitch", "emphasis", "why", "letter", "hooks", "page", "claim", "record", "line"}
)
"""Texts in which one claims something to others."""
_HOLDS = pattern(
    r"(?:an? |the |about |over |some |~)?(?:\d[\d,.'kKmM]*\+?[ -])?"
    r"(?![^\W\d_]{3,}(?:ed|ing)\b)(?:[^\W\d_][\w'\u2019-]* ?){1,4}",
    re.IGNORECASE,
)
"""Things counted, or named in a few words."""
_FIELDS = {"claim": "claim", "headline": "line", "line": "line"}
_OTHER_FIELDS = frozenset({"note", "override", "framing", "gap", "summary", "method"})
_NAMES = frozenset({"label", "title"})


def kind_of(passage: Passage) -> str | None:
    """Return what a passage is: a section's name, a kind of field; None if it claims nothing."""
    if passage.path is not None and passage.path[0] not in HEADS:
        keys = [part for part in passage.path if isinstance(part, str)]
        if keys[0] == "work" and keys[-1] == "summary" and _tells_of_house(passage.text):
            return "field"
        return _kind_of_field(keys, is_record=keys[0] == "evidence" and not passage.application)
    entry = passage.application
    if entry is None:
        file = passage.source.file
        if file.startswith("content/stories/"):
            return "questions"
        is_ours = file == "content/index.md" or file.startswith("content/projects/")
        return "page" if is_ours else "author-page"
    number = bisect_left(entry.sections, passage.offset, key=lambda section: section.offset)
    section = entry.sections[number] if number < len(entry.sections) else None
    is_text = section is not None and section.offset == passage.offset
    return (section.name or "own") if section and is_text else "field"


def _kind_of_field(keys: list[str], *, is_record: bool) -> str | None:
    key = keys[-1]
    if key == "limits":
        return key
    if is_record:
        return "record" if key in ("claim", "method") else "field" if key in _NAMES else None
    if keys[0] == "leads" and key == "notes":
        return "lead"
    if keys[0] == "gaps":
        return "gaps" if key in _OTHER_FIELDS else None
    if keys[0] in ("work", "education") and key in ("summary", "highlights"):
        return "line"
    return _FIELDS.get(key, "field" if key in _OTHER_FIELDS | _NAMES else None)


def _tells_of_house(text: str) -> bool:
    """Return whether a job's summary says nothing but what the house has: `4 stars, 120 rooms`.

    Whoever works there has not made them.
    """
    parts = re.split(r"[,;/\u00b7|]\s+|\s+(?:and|with)\s+", text.strip())
    return any(map(str.isdigit, text)) and all(map(_HOLDS.fullmatch, parts))


def row_evidence(passage: Passage) -> frozenset[str]:
    """Return the records that the row of a text field cites."""
    path, entry = passage.path, passage.application
    if not entry or not path or path[0] != "proof_points" or not isinstance(path[1], int):
        return frozenset()
    return frozenset(entry.application.proof_points[path[1]].evidence)
