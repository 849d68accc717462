"""Why a record's figures may not count, in words: its dates, its source, or a change."""

from __future__ import annotations

from datetime import date

from dossier.match.coverage import expiry, is_expired
from dossier.model.evidence import Record
from dossier.model.library import RecordEntry
from dossier.plain.dates import is_ahead, spell_date
from dossier.render.frame import Frame

AHEAD = "Dated on a day to come: it does not count until then."
SUSPECT = "Changed since it was last reviewed: it does not count until that is done again."
LOST_SHORT = "Source not found when last checked."
SUSPECT_SHORT = "Changed since last reviewed."


def stale_text(record: Record, as_of: date) -> str:
    """Say since when a record is due for another check, or that its day is still to come."""
    if record.date and is_ahead(record.date, as_of):
        return AHEAD
    last = expiry(record)
    if last is None or not is_expired(record, as_of):
        return ""
    return f"Due for another check since {spell_date(last.isoformat())}."


def suspect_text(entry: RecordEntry, frame: Frame) -> str:
    """Say that a record has changed since it was last reviewed, empty for any other."""
    return SUSPECT if entry.id in frame.library.suspects else ""


def doubt_text(entry: RecordEntry, frame: Frame) -> str:
    """Say all of it in few words, for where a figure stands alone; empty while it may count."""
    lost = LOST_SHORT if entry.is_broken else ""
    changed = SUSPECT_SHORT if entry.id in frame.library.suspects else ""
    return " ".join(text for text in (lost, stale_text(entry.record, frame.as_of), changed) if text)
