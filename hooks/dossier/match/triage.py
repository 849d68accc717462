"""What a posting asks for against all that one can show, before a row is written.

It helps to choose, and judges nothing: a record stands beside what is asked when both name a skill,
or have words in common that weigh enough, rare ones more. There is no score, and no meaning in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from dossier.match.alternatives import parts_of
from dossier.match.background import ProfileFact, holds_name, jobs_with_years, profile_facts
from dossier.match.coverage import is_expired
from dossier.match.credentials import asks_credential, may_answer
from dossier.match.figures_asked import wants_figures, with_figures
from dossier.match.known import Known, known_of, stems_of
from dossier.match.likely import Likely, likely
from dossier.match.names_asked import capitals
from dossier.match.offers import ALIKE, SURE, Ask, Candidate
from dossier.match.priorities import wishes
from dossier.match.rarity import of_the_trade
from dossier.match.sections import Item, asked
from dossier.match.trade_credentials import asks_apprenticeship
from dossier.model.application import Priority
from dossier.model.evidence import EvidenceKind
from dossier.model.library import Library, RecordEntry
from dossier.model.profile import Profile
from dossier.plain.folding import fold
from dossier.plain.patterns import pattern

_SHOWN = 3
_SEVERAL = 3
"""How many words a record shares that stands beside a skill which is asked for by name."""
_HALF = 0.5
"""How much of what is asked a job's title says that answers by one word."""
_BEHIND = 0.6
"""How much of what the likeliest one weighs a line weighs at least that stands beside it."""
_IN_WORDS = frozenset({"highlights", "skills", "jobs"})
"""What answers by its words alone."""
_EXPERIENCE = pattern(r"\b(?:experience|track record|erfahrung)\b", re.IGNORECASE)
"""What is shown by what one did, and by a certificate only where nothing else does."""
_STUDIED = frozenset({"education", "certificates"})
_OF_A_LIFE = frozenset({"education", "work", "certificates", "awards"})
"""What the profile says to what one has to be, and not to what one does there."""


def triage(text: str, library: Library, today: date) -> tuple[Ask, ...]:
    """Return what a posting asks for, each with the records that may answer it.

    Those whose words in common weigh most come first. A line of the profile that no record says
    takes their place where its words weigh more. What the author does not stand by yet, planned or
    unconfirmed, is no candidate.
    """
    profile = library.profile.profile if library.profile else None
    items = asked(text)
    trade = of_the_trade(text, [item.text for item in items])
    names = frozenset().union(*(capitals(item.text) for item in items))
    known = replace(known_of(library, profile), trade=trade, names=names)
    made = (
        Ask(
            wish,
            priority,
            *_answers(wish, _fit_for(item, known), _facts(wish, item, profile, today)),
            item.is_task,
            _together(wish, _fit_for(item, known)),
            jobs_with_years(wish, profile, today) if profile and not item.is_task else {},
        )
        for item in items
        for wish, priority in _wishes(item)
    )
    return tuple(_held_now(each, today) for each in made)


def _held_now(ask: Ask, today: date) -> Ask:
    """Return an ask of which no answer is one for certain that is no longer valid."""
    found = tuple(
        replace(each, is_guess=True, is_exact=False)
        if is_expired(each.entry.record, today)
        else each
        for each in ask.candidates
    )
    together = () if any(is_expired(c.entry.record, today) for c in ask.together) else ask.together
    return replace(ask, candidates=found, together=together)


def _fit_for(item: Item, known: Known) -> Known:
    """Return what may answer an item: no title or certificate shows that a task was done."""
    if item.is_task:
        return known.done()
    return known.learned() if asks_apprenticeship(item.text) else known


def _answers(
    item: str, known: Known, facts: tuple[ProfileFact, ...]
) -> tuple[tuple[Candidate, ...], tuple[ProfileFact, ...]]:
    """Return the records that say what facts of the profile do, then the others, and the rest."""
    proven = {f.text: e for f in facts for e in known.entries if _says(e, f)}
    first = [
        Candidate(proven[fact.text], (), is_guess=fact.is_guess, is_exact=fact.is_exact)
        for fact in facts
        if fact.text in proven
    ]
    found = {entry.id for entry in proven.values()}
    others = [each for each in _candidates(item, known) if each.entry.id not in found]
    rest = [fact for fact in facts if fact.text not in proven]
    is_bare = all(fact.field == "skills" for fact in facts)
    lines = _lines(item, known, others) if is_bare else []
    # What is there by name is surer than one word that a record has, too.
    names = [fold(f.text.split(" (")[0]) for f in facts if f.field in ("languages", "skills")]
    if names:
        others = [each for each in others if _is_sure(each, names)]
        lines = [line for line in lines if line.text not in {fact.text for fact in facts}]
    if wants_figures(item):
        others = with_figures(others, known.entries, Candidate)[:_SHOWN]
    shown = [each.entry.record.claim for each in (*first, *others)] + [f.text for f in lines]
    new = [f for f in rest if f.field != "skills" or not any(_holds(s, f.text) for s in shown)]
    return (*first, *others), (*new, *lines)


def _says(entry: RecordEntry, fact: ProfileFact) -> bool:
    """Return whether a record says a line of the profile; a study maybe in more words."""
    if entry.record.kind is EvidenceKind.CREDENTIAL and fact.field in _STUDIED:
        return stems_of(fact.text) <= stems_of(entry.record.claim)
    return entry.record.claim == fact.text


def _is_sure(found: Candidate, names: Collection[str]) -> bool:
    claim = fold(found.entry.record.claim)
    is_named = found.is_named or len(found.words) >= _SEVERAL
    return is_named or any(holds_name(claim, word) for name in names for word in name.split())


def _holds(claim: str, skill: str) -> bool:
    """Return whether a claim says a skill, by its name or in all of its several words."""
    said = stems_of(skill)
    return holds_name(fold(claim), fold(skill)) or (len(said) > 1 and said <= stems_of(claim))


def _wishes(item: Item) -> Iterable[tuple[str, Priority]]:
    return ((item.text, Priority.NICE),) if item.is_task else wishes(item.heading, item.text)


def _facts(text: str, item: Item, profile: Profile | None, today: date) -> tuple[ProfileFact, ...]:
    found = profile_facts(text, profile, today) if profile else ()
    return tuple(fact for fact in found if not (item.is_task and fact.field in _OF_A_LIFE))


def candidates(texts: Iterable[str], library: Library) -> list[tuple[Candidate, ...]]:
    """Return for each text the records that have its words, see `triage`."""
    known = known_of(library)
    return [tuple(_candidates(text, known)) for text in texts]


def _candidates(item: str, known: Known) -> list[Candidate]:
    ranked = likely(item, known.records, known)
    if _EXPERIENCE.search(item):
        ranked.sort(key=lambda each: each.voice.is_credential)
    elif ranked and not asks_credential(item):
        least = ALIKE * ranked[0].weight
        ranked.sort(key=lambda each: each.voice.is_credential or each.weight < least)
    found = ((each.voice.of, each) for each in ranked)
    made = [
        Candidate(entry, each.words, each.weight, each.share, each.is_named, each.is_guess)
        for entry, each in found
        if isinstance(entry, RecordEntry)
    ]
    return made[:_SHOWN]


def _together(item: str, known: Known) -> tuple[Candidate, ...]:
    """Return the records that show the parts of a list, first the one that shows most of them."""
    parts = parts_of(item)
    left = [found for part in parts if (found := _of_part(part, known))]
    chosen: list[Candidate] = []
    if len(left) <= len(parts) * _HALF:
        return ()
    while left:
        every = [each for found in left for each in found]
        counts = Counter(each.entry.id for each in every)
        best = max(every, key=lambda each: counts[each.entry.id])
        chosen.append(best)
        left = [found for found in left if all(e.entry.id != best.entry.id for e in found)]
    return tuple(chosen[:_SHOWN])


def _of_part(part: str, known: Known) -> list[Candidate]:
    """Return the records that say more than half of a part: *fitted* alone is no hammer fitting."""
    found = _candidates(part, known)
    sure = (c for c in found if not c.is_guess and c.weight * c.share > SURE)
    return [c for c in sure if c.share > _HALF]


def _lines(item: str, known: Known, records: Collection[Candidate]) -> list[ProfileFact]:
    """Return the lines of the profile that say most of what is asked, beside the records.

    Of what one did several may answer; of anything else the one that says more than all others.
    """
    best = max((each.weight for each in records), default=0.0)
    found = [each for each in likely(item, known.lines, known) if _may_answer(item, each)]
    least = _BEHIND * max([best, *(each.weight for each in found)])
    lines: list[ProfileFact] = []
    for each in found:
        fact = each.voice.of
        is_first = not lines and each.weight > best
        if isinstance(fact, ProfileFact) and (is_first or fact.field == "highlights"):
            fact = replace(fact, share=each.share, weight=each.weight, is_guess=each.is_guess)
            lines += [fact] if each.weight >= least else []
    return lines[:_SHOWN]


def _may_answer(item: str, found: Likely) -> bool:
    fact = found.voice.of
    if not isinstance(fact, ProfileFact) or not may_answer(item, fact.field):
        return False
    return fact.field != "jobs" or len(found.words) > 1 or found.share >= _HALF
