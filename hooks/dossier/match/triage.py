"""What a posting asks for against all that one can show, before a row is written.

It helps to choose, and judges nothing: a record stands beside what is asked when both name a skill,
or have two words in common. There is no score, and no meaning in it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dossier.match.asks import stem_words, stems
from dossier.match.background import ProfileFact, profile_facts
from dossier.match.postings import asked
from dossier.model.application import Priority
from dossier.model.evidence import RecordStatus
from dossier.model.library import Library, RecordEntry

_NICE = re.compile(
    r"nice.to.have|bonus|prefer|\bplus\b|desirable|advantage|ideal(?:ly)?\b|optional"
    r"|would be (?:good|great|nice)|von vorteil|w[uü]nschenswert|idealerweise",
    re.IGNORECASE,
)
_JOINT = re.compile(r"[;(\[]\s*|[.!?]\s+(?=[^\W\d_a-z])|\s[\u2013\u2014-]\s")
"""Where an item goes on to something else."""
_QUALIFIED = re.compile(
    r"(?<=[^;.(]),\s+(?:but |and )?(?:ideally|preferably|optionally)\b[^;.(]*", re.IGNORECASE
)
"""What would make an answer better, of what is a must all the same."""
_SHOWN = 3
_LEAST = 2
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

    @property
    def is_open(self) -> bool:
        """Whether nothing at all may answer it."""
        return not (self.candidates or self.facts)


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    entry: RecordEntry
    said: frozenset[str]
    """The stems of all that a record and its project say."""
    skills: frozenset[str]
    """Those of its own skills."""


def triage(text: str, library: Library, today: date) -> tuple[Ask, ...]:
    """Return what a posting asks for, each with the records that may answer it.

    Records with more of its words come first, among equals those with rarer ones: a word weighs by
    its inverse document frequency (K. Spärck Jones, 1972). What the author does not stand by yet,
    planned or unconfirmed, is no candidate.
    """
    items = [part for heading, item in asked(text) for part in _parts(heading, item)]
    found = candidates((item for item, _ in items), library)
    profile = library.profile.profile if library.profile else None
    return tuple(
        Ask(item, priority, answers, profile_facts(item, profile, today) if profile else ())
        for (item, priority), answers in zip(items, found, strict=True)
    )


def candidates(texts: Iterable[str], library: Library) -> list[tuple[Candidate, ...]]:
    """Return for each text the records that have its words, see `triage`."""
    known = tuple(_vocabularies(library))
    spread = Counter(stem for each in known for stem in each.said)
    rarity = {stem: math.log(1 + len(known) / count) for stem, count in spread.items()}
    return [_candidates(text, known, rarity) for text in texts]


def _parts(heading: str, item: str) -> Iterator[tuple[str, Priority]]:
    """Yield what an item asks for: `German; Swedish is an advantage` asks for two things."""
    if _NICE.search(heading):
        yield item, Priority.NICE
        return
    starts = [0, *(joint.end() for joint in _JOINT.finditer(item)), len(item)]
    bare = _QUALIFIED.sub(lambda found: " " * len(found[0]), item)
    places = ((a, b) for a, b in pairwise(starts) if _NICE.search(bare, a, b))
    first, _ = next(places, (len(item), 0))
    must, nice = item[:first].rstrip(" ;,.([\u2013-"), item[first:].strip(" ;,.)]")
    if not stems(must):
        yield item, Priority.NICE
        return
    yield (must if nice else item), Priority.MUST
    if nice:
        yield nice, Priority.NICE


def _vocabularies(library: Library) -> Iterator[_Vocabulary]:
    for entry in library.records.values():
        record = entry.record
        if record.status in _UNUSABLE:
            continue
        metrics = (text for m in record.metrics for text in (m.name, m.scope or "", *m.forms))
        said, skills = [record.claim, record.method or "", *metrics], [*record.skills]
        if held := library.projects.get(entry.project or ""):
            said += [held.project.title, held.project.line or "", *held.project.skills]
        yield _Vocabulary(entry, _stems(*said, *skills), _stems(*skills))


def _stems(*texts: str) -> frozenset[str]:
    return stems(" ".join(texts).replace("-", " "))


def _candidates(
    item: str, known: tuple[_Vocabulary, ...], rarity: Mapping[str, float]
) -> tuple[Candidate, ...]:
    words = stem_words(item.replace("-", " "))
    found = []
    for each in known:
        shared = [stem for stem in words if stem in each.said]
        if len(shared) >= _LEAST or each.skills.intersection(shared):
            weight = sum(rarity[stem] * (1 + (stem in each.skills)) for stem in shared)
            candidate = Candidate(each.entry, tuple(words[stem] for stem in shared))
            found.append((-len(shared), -weight, each.entry.id, candidate))
    return tuple(candidate for *_, candidate in sorted(found, key=lambda f: f[:3])[:_SHOWN])
