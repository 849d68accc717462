"""What a posting asks for against all that one can show, before a row is written.

It helps to choose, and judges nothing: a record stands beside what is asked when both name a skill,
or have words in common that weigh enough, rare ones more. There is no score, and no meaning in it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from dossier.match.abbreviations import stood_for
from dossier.match.asks import spaced, stem_words, stems
from dossier.match.background import (
    ProfileFact,
    holds_name,
    may_answer,
    profile_facts,
    profile_lines,
)
from dossier.match.figures_asked import wants_figures, with_figures
from dossier.match.priorities import wishes
from dossier.match.rarity import of_the_trade, share, telling, weights
from dossier.match.sections import Item, asked
from dossier.match.trade_credentials import asks_apprenticeship
from dossier.match.word_forms import is_said, likeness
from dossier.model.application import Priority
from dossier.model.evidence import EvidenceKind, RecordStatus
from dossier.model.library import Library, RecordEntry
from dossier.model.profile import Profile
from dossier.plain.folding import fold
from dossier.plain.frozen import frozen

_SHOWN = 3
_ENOUGH = 0.75
"""How much words in common weigh at least: one that few records have, or several."""
_FAINT = 1 / 6
"""How much of what is asked is shared at least, by what its words tell: less is next to nothing."""
_SEVERAL = 3
"""How many words a record shares that stands beside a skill which is asked for by name."""
_REASON = re.compile(r",? (?:as|since|because) (?:you|we|our|the)\b.*", re.DOTALL)
"""Why something is asked for."""
_UNUSABLE = frozenset({RecordStatus.PLANNED, RecordStatus.UNCONFIRMED})
_OF_A_LIFE = frozenset({"education", "work", "certificates", "awards"})
"""What the profile says to what one has to be, and not to what one does there."""


@frozen
class Candidate:
    """A record that may answer what is asked."""

    entry: RecordEntry
    words: tuple[str, ...]
    """What both say, in the order of what is asked."""
    weight: float = math.inf
    """How much these words weigh; more than any for what the profile says, too."""
    share: float = 1.0
    """How much of what is asked they are, by what each tells."""
    is_named: bool = False
    """Whether a skill of it stands there by name."""


@frozen
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
    def is_faint(self) -> bool:
        """Whether the likeliest says next to nothing of it: one ordinary word of many."""
        first = self.candidates[0] if self.candidates else next(iter(self.facts), None)
        return first is not None and first.share < _FAINT

    @property
    def is_open(self) -> bool:
        """Whether nothing at all may answer it."""
        return not (self.candidates or self.facts)


@frozen
class _Vocabulary:
    entry: RecordEntry
    own: frozenset[str]
    """The stems of what the record says itself."""
    words: Mapping[str, frozenset[str]]
    """The words of each of these stems but for those of its skills, which are enough as stems."""
    around: frozenset[str]
    """Those of what its project says: another of its records would answer to them, too."""
    skills: frozenset[str]
    """Those of its own skills."""
    names: tuple[str, ...]
    """Its own skills, folded."""
    text: str
    """All that it says itself."""


@frozen
class _Known:
    """All that one can show, in words."""

    records: tuple[_Vocabulary, ...]
    lines: tuple[tuple[ProfileFact, frozenset[str]], ...]
    """What the profile says and no record does."""
    weights: Mapping[str, float]
    trade: frozenset[str] = frozenset()
    """Stems of what all of the posting is about: alone they tell nothing of one thing it asks."""

    def learned(self) -> _Known:
        """Return what shows that one has learned a trade: no work does."""
        held = (v for v in self.records if v.entry.record.kind is EvidenceKind.CREDENTIAL)
        return replace(self, records=tuple(held))

    def to(self, item: Item) -> _Known:
        """Return what may answer an item: no title or certificate shows that a task was done."""
        if not item.is_task:
            return self if not asks_apprenticeship(item.text) else self.learned()
        done = (v for v in self.records if v.entry.record.kind is not EvidenceKind.CREDENTIAL)
        lines = ((f, s) for f, s in self.lines if f.field in ("highlights", "skills"))
        return replace(self, records=tuple(done), lines=tuple(lines))


def triage(text: str, library: Library, today: date) -> tuple[Ask, ...]:
    """Return what a posting asks for, each with the records that may answer it.

    Those whose words in common weigh most come first. A line of the profile that no record says
    takes their place where its words weigh more. What the author does not stand by yet, planned or
    unconfirmed, is no candidate.
    """
    profile = library.profile.profile if library.profile else None
    items = asked(text)
    trade = of_the_trade(text, [item.text for item in items])
    known = replace(_known(library, profile), trade=trade)
    return tuple(
        Ask(
            wish,
            priority,
            *_answers(wish, known.to(item), _facts(wish, item, profile, today)),
            item.is_task,
        )
        for item in items
        for wish, priority in _wishes(item)
    )


def _answers(
    item: str, known: _Known, facts: tuple[ProfileFact, ...]
) -> tuple[tuple[Candidate, ...], tuple[ProfileFact, ...]]:
    """Return the records that say what facts of the profile do, then the others, and the rest."""
    said = {fact.text for fact in facts}
    proven = {v.entry.record.claim: v.entry for v in known.records if v.entry.record.claim in said}
    first = [Candidate(proven[fact.text], ()) for fact in facts if fact.text in proven]
    found = {entry.id for entry in proven.values()}
    others = [each for each in _candidates(item, known) if each.entry.id not in found]
    # What is there by name is surer than one word that a record has, too.
    names = [fold(f.text.split(" (")[0]) for f in facts if f.field in ("languages", "skills")]
    if names:
        others = [each for each in others if _is_sure(each, names)]
    rest = [fact for fact in facts if fact.text not in proven]
    if not facts and (lines := _lines(item, known)):
        best = others[0].weight if others else 0.0
        rest = [line for weight, line in lines if weight > best]
        others = [] if rest else others
    if wants_figures(item):
        others = with_figures(others, [v.entry for v in known.records], Candidate)[:_SHOWN]
    shown = [each.entry.record.claim for each in (*first, *others)]
    new = (f for f in rest if f.field != "skills" or not any(_holds(s, f.text) for s in shown))
    return (*first, *others), tuple(new)


def _is_sure(found: Candidate, names: Collection[str]) -> bool:
    claim = fold(found.entry.record.claim)
    is_named = found.is_named or len(found.words) >= _SEVERAL
    return is_named or any(holds_name(claim, word) for name in names for word in name.split())


def _holds(claim: str, skill: str) -> bool:
    """Return whether a claim says a skill, by its name or in all of its several words."""
    said = _stems(skill)
    return holds_name(fold(claim), fold(skill)) or (len(said) > 1 and said <= _stems(claim))


def _wishes(item: Item) -> Iterable[tuple[str, Priority]]:
    return ((item.text, Priority.NICE),) if item.is_task else wishes(item.heading, item.text)


def _facts(text: str, item: Item, profile: Profile | None, today: date) -> tuple[ProfileFact, ...]:
    found = profile_facts(text, profile, today) if profile else ()
    return tuple(fact for fact in found if not (item.is_task and fact.field in _OF_A_LIFE))


def candidates(texts: Iterable[str], library: Library) -> list[tuple[Candidate, ...]]:
    """Return for each text the records that have its words, see `triage`."""
    known = _known(library, None)
    return [_candidates(text, known) for text in texts]


def _known(library: Library, profile: Profile | None) -> _Known:
    records = tuple(_vocabularies(library))
    claims = {fold(entry.record.claim) for entry in library.records.values()}
    told = profile_lines(profile) if profile else ()
    lines = tuple((line, _stems(line.text)) for line in told if fold(line.text) not in claims)
    # What a skill says, records say again.
    said = [v.own for v in records] + [s for f, s in lines if f.field != "skills"]
    said += {v.entry.project: v.around for v in records if v.around}.values()
    alone = {stem: telling(stem) for _, stems in lines for stem in stems}
    return _Known(records, lines, {**alone, **weights(said)})


def _vocabularies(library: Library) -> Iterator[_Vocabulary]:
    for entry in library.records.values():
        record = entry.record
        if record.status in _UNUSABLE:
            continue
        metrics = (text for m in record.metrics for text in (m.name, m.scope or "", *m.forms))
        texts = (record.claim, record.method or "", *metrics, *record.skills)
        own, around = _stems(*texts), stems("")
        if held := library.projects.get(entry.project or ""):
            around = _stems(held.project.title, held.project.line or "", *held.project.skills)
        names, skills = tuple(map(fold, record.skills)), _stems(*record.skills)
        words = {stem: said for stem, said in _words(texts).items() if stem not in skills}
        yield _Vocabulary(entry, own, words, around, skills, names, " . ".join(texts))


def _words(texts: Iterable[str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for text in texts:
        for stem, word in stem_words(spaced(text)).items():
            found[stem] = found.get(stem, frozenset()) | {word}
    return found


def _stems(*texts: str) -> frozenset[str]:
    return stems(spaced(" ".join(texts)))


def _candidates(item: str, known: _Known) -> tuple[Candidate, ...]:
    item = _REASON.sub("", item)
    words, folded = stem_words(spaced(item)), fold(item)
    found = []
    for each in known.records:
        named = _stems(*(name for name in each.names if holds_name(folded, name)))
        # A letter or a digit alone says nothing, unless a name that stands there whole has it.
        whole = [s for s in words if len(s) > 1 or s in named]
        short = stood_for(item, each.text)
        own = [s for s in whole if s in each.own or s in short]
        is_own = _says_enough(own, each, known)
        said = own if is_own else [s for s in whole if s in each.own | each.around]
        if (is_own or _says_enough(said, each, known)) and is_said(
            said, words, each.words, known.trade
        ):
            alike = (likeness(words[stem], each.words.get(stem)) for stem in said)
            each_weighs = [_weight([s], each, known) * n for s, n in zip(said, alike, strict=True)]
            weight, rarest = round(sum(each_weighs), 6), round(max(each_weighs), 6)
            spelled, is_named = tuple(words[s] for s in said), not each.skills.isdisjoint(said)
            candidate = Candidate(each.entry, spelled, weight, share(said, words), is_named)
            # Of two that say as much of it, the shorter one says less beside it.
            order = (not is_own, -weight, -rarest, len(each.own), each.entry.id)
            found.append((order, candidate))
    ordered = sorted(found, key=lambda f: f[0])
    # What only its project says, each record of it would answer.
    is_answered = bool(ordered) and not ordered[0][0][0]
    likely = [f[1] for f in ordered if not (is_answered and f[0][0])]
    return tuple(likely[:_SHOWN])


def _weight(shared: Iterable[str], each: _Vocabulary, known: _Known) -> float:
    known_as = ((stem, known.weights.get(stem, telling(stem))) for stem in shared)
    return sum(weight * (1 + (stem in each.skills)) for stem, weight in known_as)


def _says_enough(shared: Collection[str], each: _Vocabulary, known: _Known) -> bool:
    enough = _weight(shared, each, known) >= _ENOUGH
    return enough or bool(each.skills.intersection(shared))


def _lines(item: str, known: _Known) -> list[tuple[float, ProfileFact]]:
    """Return the line of the profile that says most of what is asked, with its weight."""
    words = {s: w for s, w in stem_words(spaced(_REASON.sub("", item))).items() if len(s) > 1}
    found = []
    for fact, said in known.lines:
        short = stood_for(item, fact.text)
        shared = [stem for stem in words if stem in said or stem in short]
        weight = round(sum(known.weights.get(stem, telling(stem)) for stem in shared), 6)
        is_enough = weight >= _ENOUGH and may_answer(item, fact.field)
        if is_enough and is_said(shared, words, _words([fact.text]), known.trade):
            found.append((weight, replace(fact, share=share(shared, words))))
    return sorted(found, key=lambda each: -each[0])[:1]
