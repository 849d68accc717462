"""A sentence that says in other words what a record says: one of the two is enough."""

from __future__ import annotations

import re

from dossier.match.asks import spaced, stems
from dossier.model.evidence import RecordStatus
from dossier.model.library import Library, RecordEntry
from dossier.plain.folding import fold

_FEWEST = 3
"""Fewer words say too little to tell a record by."""
_SHARED = 0.8
"""How many of the words of the sentence the record has at least."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def restated(sentence: str, library: Library) -> RecordEntry | None:
    """Return the confirmed record that says what a sentence does, with all its numbers."""
    said, numbers = stems(spaced(sentence)), _numbers(sentence)
    best, share = None, 0.0
    for entry in library.records.values():
        record = entry.record
        if record.status in (RecordStatus.UNCONFIRMED, RecordStatus.PLANNED):
            continue
        told = stems(spaced(" ".join([record.claim, *(m.name for m in record.metrics)])))
        shared = len(said & told) / max(len(said), 1)
        if shared > share and numbers <= _numbers(record.claim):
            best, share = entry, shared
    return best if len(said) >= _FEWEST and share >= _SHARED else None


def _numbers(text: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(fold(text)))
