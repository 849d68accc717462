"""What an author types for what is theirs already: a sentence in other words, or a name of it."""

from __future__ import annotations

from dossier.match.asks import spaced, stems
from dossier.match.background import profile_lines
from dossier.model.evidence import RecordStatus
from dossier.model.library import Library, RecordEntry
from dossier.plain.folding import fold, holds
from dossier.plain.patterns import pattern

_MOST = 4
"""More words than a name has are a sentence."""
_FEWEST = 3
"""Fewer words say too little to tell a record by."""
_SHARED = 0.8
"""How many of the words of the sentence the record has at least."""
_OPEN = frozenset({RecordStatus.UNCONFIRMED, RecordStatus.PLANNED})
_PLACE = pattern(r"\d{1,6}")
_NUMBER = pattern(r"\d+(?:[.,]\d+)*")


def restated(sentence: str, library: Library) -> RecordEntry | None:
    """Return the confirmed record that says what a sentence does, with all its numbers."""
    said, numbers = stems(spaced(sentence)), _numbers(sentence)
    best, share = None, 0.0
    for entry in library.records.values():
        record = entry.record
        if record.status in _OPEN:
            continue
        told = stems(spaced(" ".join([record.claim, *(m.name for m in record.metrics)])))
        shared = len(said & told) / max(len(said), 1)
        if shared > share and numbers <= _numbers(record.claim):
            best, share = entry, shared
    return best if len(said) >= _FEWEST and share >= _SHARED else None


def nameable(library: Library) -> tuple[RecordEntry, ...]:
    """Return the confirmed records in their order, each to be named by its number from 1."""
    return tuple(e for e in library.records.values() if e.record.status not in _OPEN)


def named(said: str, library: Library) -> RecordEntry | str | None:
    """Return the record, or the line of the profile, that a few words name: `CAP`, `cv/figure3`.

    A number alone is that of a record.

    Of several that have them the shortest, as they are most of it. Records come first.
    """
    if len(said.split()) > _MOST:
        return None
    every = nameable(library)
    if _PLACE.fullmatch(said):
        return every[int(said) - 1] if int(said) in range(1, len(every) + 1) else None
    usable = {entry.id: entry for entry in every}
    if said in usable:
        return usable[said]
    wanted = fold(said).casefold()
    entries = [e for e in usable.values() if holds(fold(e.record.claim).casefold(), wanted)]
    if entries:
        return min(entries, key=lambda entry: len(entry.record.claim))
    told = profile_lines(library.profile.profile) if library.profile else ()
    lines = [fact.text for fact in told if holds(fold(fact.text).casefold(), wanted)]
    return min(lines, key=len, default=None)


def _numbers(text: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(fold(text)))
