"""What a posting asks for against all that one can show, before a row is written.

It helps to choose, and judges nothing: a record stands beside what is asked when both name a skill,
have two words in common, or one that names a figure. There is no score, and no meaning in it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dossier.match.asks import spaced, stem_words, stems
from dossier.match.background import ProfileFact, holds_name, profile_facts
from dossier.match.priorities import wishes
from dossier.match.sections import Item, asked
from dossier.model.application import Priority
from dossier.model.evidence import RecordStatus
from dossier.model.library import Library, RecordEntry
from dossier.model.profile import Profile
from dossier.plain.folding import fold

_SHOWN = 3
_LEAST = 2
_GENERIC = stems("time value rate share number count score total cost average difference people")
"""What figures of all kinds are of."""
_UNUSABLE = frozenset({RecordStatus.PLANNED, RecordStatus.UNCONFIRMED})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may answer what is asked."""

    entry: RecordEntry
    words: tuple[str, ...]
    """What both say, in the order of what is asked."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that a posting asks for."""

    text: str
    """In its words."""
    priority: Priority
    candidates: tuple[Candidate, ...]
    """The likeliest first, at most three."""
    facts: tuple[ProfileFact, ...] = ()
    """What the profile says of a degree, years or languages that are asked for."""
    is_task: bool = False
    """Whether one does it there, and what one has to be is asked elsewhere."""

    @property
    def is_open(self) -> bool:
        """Whether nothing at all may answer it."""
        return not (self.candidates or self.facts)


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    entry: RecordEntry
    said: frozenset[str]
    """The stems of all that a record and its project say."""
    own: frozenset[str]
    """Those of what the record says itself."""
    skills: frozenset[str]
    """Those of its own skills."""
    names: tuple[str, ...]
    """Its own skills, folded."""
    measured: frozenset[str]
    """Those of what its figures are of: one that no other record says weighs as two words."""


def triage(text: str, library: Library, today: date) -> tuple[Ask, ...]:
    """Return what a posting asks for, each with the records that may answer it.

    Records with more of its words come first, among equals those with rarer ones: a word weighs by
    its inverse document frequency (K. Spärck Jones, 1972). What the author does not stand by yet,
    planned or unconfirmed, is no candidate.
    """
    items = [
        (wish, priority, item.is_task) for item in asked(text) for wish, priority in _wishes(item)
    ]
    found = candidates((item for item, *_ in items), library)
    profile = library.profile.profile if library.profile else None
    return tuple(
        Ask(item, priority, *_with_facts(answers, _facts(item, profile, today), library), is_task)
        for (item, priority, is_task), answers in zip(items, found, strict=True)
    )


def _with_facts(
    answers: tuple[Candidate, ...], facts: tuple[ProfileFact, ...], library: Library
) -> tuple[tuple[Candidate, ...], tuple[ProfileFact, ...]]:
    """Return the records that say what facts of the profile do, then the others, and the rest."""
    said = {fact.text for fact in facts}
    entries = (e for e in library.records.values() if e.record.status not in _UNUSABLE)
    proven = {entry.record.claim: entry for entry in entries if entry.record.claim in said}
    first = [Candidate(proven[fact.text], ()) for fact in facts if fact.text in proven]
    found = {entry.id for entry in proven.values()}
    others = [answer for answer in answers if answer.entry.id not in found]
    return (*first, *others), tuple(fact for fact in facts if fact.text not in proven)


def _wishes(item: Item) -> Iterable[tuple[str, Priority]]:
    return ((item.text, Priority.NICE),) if item.is_task else wishes(item.heading, item.text)


def _facts(item: str, profile: Profile | None, today: date) -> tuple[ProfileFact, ...]:
    return profile_facts(item, profile, today) if profile else ()


def candidates(texts: Iterable[str], library: Library) -> list[tuple[Candidate, ...]]:
    """Return for each text the records that have its words, see `triage`."""
    known = tuple(_vocabularies(library))
    spread = Counter(stem for each in known for stem in each.said)
    rarity = {stem: math.log(1 + len(known) / count) for stem, count in spread.items()}
    alone = frozenset(stem for stem, count in spread.items() if count == 1) - _GENERIC
    return [_candidates(text, known, rarity, alone) for text in texts]


def _vocabularies(library: Library) -> Iterator[_Vocabulary]:
    for entry in library.records.values():
        record = entry.record
        if record.status in _UNUSABLE:
            continue
        metrics = (text for m in record.metrics for text in (m.name, m.scope or "", *m.forms))
        own, around = _stems(record.claim, record.method or "", *metrics, *record.skills), stems("")
        if held := library.projects.get(entry.project or ""):
            around = _stems(held.project.title, held.project.line or "", *held.project.skills)
        names = tuple(map(fold, record.skills))
        measured = _stems(*(metric.name for metric in record.metrics))
        yield _Vocabulary(entry, own | around, own, _stems(*record.skills), names, measured)


def _stems(*texts: str) -> frozenset[str]:
    return stems(spaced(" ".join(texts)))


def _candidates(
    item: str,
    known: tuple[_Vocabulary, ...],
    rarity: Mapping[str, float],
    alone: frozenset[str],
) -> tuple[Candidate, ...]:
    words, folded = stem_words(spaced(item)), fold(item)
    found = []
    for each in known:
        named = _stems(*(name for name in each.names if holds_name(folded, name)))
        # A letter or a digit alone says nothing, unless a name that stands there whole has it.
        shared = [s for s in words if s in each.said and (len(s) > 1 or s in named)]
        score = len(shared) + len(each.measured & alone & set(shared))
        if score >= _LEAST or each.skills.intersection(shared):
            weight = sum(rarity[stem] * (1 + (stem in each.skills)) for stem in shared)
            candidate = Candidate(each.entry, tuple(words[stem] for stem in shared))
            is_own = bool(each.own.intersection(shared))
            found.append((not is_own, -score, -weight, each.entry.id, candidate))
    ordered = sorted(found, key=lambda f: f[:4])
    # What only its project says, each record of it would answer.
    is_answered = bool(ordered) and not ordered[0][0]
    likely = [f[4] for f in ordered if not (is_answered and f[0])]
    return tuple(likely[:_SHOWN])
