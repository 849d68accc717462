"""What an author types for what is theirs already: a sentence in other words, or names of it."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.match.asks import spaced, stems
from dossier.match.background import ProfileFact, profile_lines, spell_language
from dossier.match.known import is_told
from dossier.model.evidence import RecordStatus
from dossier.model.library import Library, RecordEntry
from dossier.model.profile import Profile
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


def nameable(library: Library) -> tuple[RecordEntry | ProfileFact, ...]:
    """Return all that may be named, each by its number from 1: confirmed records, then the profile.

    What a record says the profile does not say again.
    """
    records = [e for e in library.records.values() if e.record.status not in _OPEN]
    said = {fold(entry.record.claim) for entry in records}
    facts = _facts(library.profile.profile) if library.profile else ()
    told = {(fact.field, fact.text): fact for fact in facts if not is_told(fact, said)}
    return (*records, *told.values())


def _facts(profile: Profile) -> Iterator[ProfileFact]:
    """Yield the lines of a profile, those of a few words first."""
    lines = list(profile_lines(profile))
    yield from (fact for fact in lines if fact.field == "skills")
    yield from (ProfileFact("languages", spell_language(each)) for each in profile.languages)
    yield from (fact for fact in lines if fact.field != "skills")


def named(said: str, library: Library) -> RecordEntry | ProfileFact | None:
    """Return the record, or the line of the profile, that a few words name: `CAP`, `cv/figure3`.

    A number alone is that of its place. Of several that have them the shortest, as they are most of
    it. Records come first.
    """
    if len(said.split()) > _MOST:
        return None
    every = nameable(library)
    if _PLACE.fullmatch(said):
        return every[int(said) - 1] if int(said) in range(1, len(every) + 1) else None
    wanted = fold(said).casefold()
    records = [each for each in every if isinstance(each, RecordEntry)]
    usable = {entry.id: entry for entry in records}
    if said in usable:
        return usable[said]
    entries = [e for e in records if holds(fold(e.record.claim).casefold(), wanted)]
    if entries:
        return min(entries, key=lambda entry: len(entry.record.claim))
    facts = [each for each in every if isinstance(each, ProfileFact)]
    lines = [fact for fact in facts if holds(fold(fact.text).casefold(), wanted)]
    return min(lines, key=lambda fact: len(fact.text), default=None)


def _numbers(text: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(fold(text)))
