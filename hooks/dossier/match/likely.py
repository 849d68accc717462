"""How likely what one says answers what is asked: by the words that both say, rare ones more."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from dossier.match.abbreviations import shared_names, stood_for
from dossier.match.alternatives import needed
from dossier.match.asks import spaced, stem_words
from dossier.match.background import holds_name
from dossier.match.kinds_of_work import akin, kinds_of, tells_kind
from dossier.match.known import Known, Voice, stems_of
from dossier.match.names_asked import Name, names_asked
from dossier.match.names_said import Said, how_said
from dossier.match.people_given import LEADING, gives_people
from dossier.match.rarity import share, telling
from dossier.match.word_forms import is_said, likeness
from dossier.model.library import RecordEntry
from dossier.plain.folding import fold
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

_ENOUGH = 0.75
"""How much words in common weigh at least: one that few records have, or several."""
_HALF = 0.5
"""How much of what is asked is enough, however common its words are."""
_ALL = 0.75
"""The same of one word: all that is asked, but for what any posting says."""
_GUESSED = 0.2
"""How much of what is asked one kind of work says that is offered as a guess."""
_OTHERWISE = 0.6
"""How much a word says of what is asked that tells of the same kind of work."""
_CALLED = 0.75
"""How much more a name of capitals says than another word: two others say more."""
_MAYBE = 0.25
"""How much a name says that may be another word."""
_NONE: frozenset[str] = frozenset()
_LEADING = frozenset({"lead", "people"})
_REASON = pattern(r",? (?:as|since|because) (?:you|we|our|the)\b.*", re.DOTALL)
"""Why something is asked for."""


@frozen
class Likely:
    """What may answer, and by what."""

    voice: Voice
    words: tuple[str, ...]
    """What is asked for and said, in the order of what is asked."""
    weight: float
    share: float
    """How much of what is asked these words are, at most 1."""
    rarest: float
    """How much the one weighs that weighs most."""
    is_own: bool
    """Whether it says enough itself, without its project."""
    is_named: bool
    """Whether a skill of it stands there by name."""
    is_guess: bool
    """Whether no word is in common, and one tells of the same kind of work."""


@frozen
class _Shared:
    """What is asked for and said, as stems."""

    own: Sequence[str]
    """In the same word."""
    kinds: Mapping[str, str]
    """In another word of the same kind of work, each with the kind."""
    alike: frozenset[str]
    """More words of one of these kinds."""
    words: Mapping[str, str]
    """All that is asked for, each with its word."""

    @property
    def share(self) -> float:
        """How much of what is asked is said, at most 1."""
        otherwise = share(self.alike.union(self.kinds), self.words)
        return share(self.own, self.words) + _OTHERWISE * otherwise


def likely(item: str, voices: Sequence[Voice], known: Known) -> list[Likely]:
    """Return what may answer an item, the likeliest first.

    What only its project says, each record of it would answer: it is last, and left out where
    others say it themselves.
    """
    item = _REASON.sub("", item)
    words = stem_words(spaced(item))
    if gives_people(item):
        words |= stem_words(LEADING)
    found = [each for voice in voices if (each := _of(item, words, voice, known))]
    # Of two that say as much of it, the shorter one says less beside it.
    found.sort(key=_order)
    return [f for f in found if f.is_own or not found[0].is_own]


def _order(found: Likely) -> tuple[bool, float, float, int, str]:
    voice = found.voice
    name = voice.of.id if isinstance(voice.of, RecordEntry) else ""
    return not found.is_own, -found.weight, -found.rarest, len(voice.own), name


def _of(item: str, words: dict[str, str], voice: Voice, known: Known) -> Likely | None:
    """Return what a voice says of what is asked, at best a guess where it may say another word."""
    said = {
        stem: _said(name, stem, voice, known)
        for stem, name in _names(item, known).items()
        if stem in voice.own | voice.around
    }
    other = {stem for stem, how in said.items() if how is not Said.AS_NAME}
    found = _among(item, words, voice, known, other)
    maybe = {stem for stem, how in said.items() if how is Said.MAYBE}
    if found or not maybe:
        return found
    found = _among(item, words, voice, known, other - maybe)
    return found and replace(found, weight=found.weight * _MAYBE, is_guess=True)


def _said(name: Name, stem: str, voice: Voice, known: Known) -> Said:
    """Return how a voice says a name that is asked for, or else its project does."""
    text = voice.text if stem in voice.own else voice.project
    text, *listed = (_without(each, known.houses) for each in (text, *voice.listed))
    return how_said(name, stem, text, listed, known.names or _NONE)


def _names(item: str, known: Known) -> Mapping[str, Name]:
    return {} if known.names is None else names_asked(item)


def _without(text: str, houses: Collection[str]) -> str:
    for house in houses:
        text = text.replace(house, "")
    return text


def _among(
    item: str, words: dict[str, str], voice: Voice, known: Known, other: Collection[str]
) -> Likely | None:
    """Return what a voice says of what is asked, but for words that it says in another sense."""
    folded = fold(item)
    named = stems_of(*(name for name in voice.names if holds_name(folded, name)))
    # A letter or a digit alone says nothing, unless a name that stands there whole has it.
    whole = [s for s in words if s not in other and (len(s) > 1 or s in named)]
    short = stood_for(item, voice.text)
    voice = replace(voice, called=shared_names(item, voice.text))
    own = [s for s in whole if s in voice.own or s in short]
    names = {stem for stem, name in _names(item, known).items() if name.is_certain}
    telling_kinds = [s for s in whole if s not in names and tells_kind(s, words[s])]
    kinds = akin(telling_kinds, own, voice.kinds) if known.kinds else {}
    # Of several words of one kind that are asked for, who says one says the others.
    same = kinds_of((*own, *kinds)) & voice.kinds
    alike = {s for s in telling_kinds if kinds_of([s]) & same}
    words = needed(item, words, {*own, *kinds})
    shared = _Shared(own, kinds, frozenset(alike - {*own}).intersection(words), words)
    if not (is_own := _is_enough(shared, voice, known)):
        shared = _Shared([s for s in whole if s in voice.own | voice.around], {}, _NONE, words)
        if not _is_enough(shared, voice, known):
            return None
    weights, part = _weights(shared, voice, known), shared.share
    said = [s for s in whole if s in weights]
    weight = sum(weights.values())
    spelled = [weights[s] for s in short - voice.own if s in weights]
    if spelled and part < _HALF:  # Initials of a few words of many fit by chance: they are one.
        weight -= sum(spelled) * (1 - 1 / len(spelled))
    return Likely(
        voice,
        words=tuple(words[s] for s in said),
        weight=round(weight, 6),
        share=part,
        rarest=round(max(weights.values()), 6),
        is_own=is_own,
        is_named=not voice.skills.isdisjoint(shared.own),
        is_guess=(len(said) == 1 and not shared.own) or _leads_nobody(telling_kinds, voice),
    )


def _leads_nobody(asked: Sequence[str], voice: Voice) -> bool:
    """Return whether people are to be led, and what is said tells neither of people nor of that."""
    return kinds_of(asked) >= _LEADING and _LEADING.isdisjoint(voice.kinds)


def _weights(shared: _Shared, voice: Voice, known: Known) -> dict[str, float]:
    """Return how much each word says that is asked for: itself, or as the same kind of work."""
    found = {stem: _weight(stem, voice, known) for stem in shared.own}
    alike = {s: likeness(shared.words[s], voice.words.get(s)) for s in shared.own}
    said = {stem: weight * alike[stem] for stem, weight in found.items()}
    return said | {s: _OTHERWISE * known.kinds.get(kind, 1) for s, kind in shared.kinds.items()}


def _weight(stem: str, voice: Voice, known: Known) -> float:
    by_name = 1 if stem in voice.skills else _CALLED * (stem in voice.called)
    return known.weights.get(stem, telling(stem)) * (1 + by_name)


def _is_enough(shared: _Shared, voice: Voice, known: Known) -> bool:
    """Return whether words weigh enough, or say much of what is asked however common they are."""
    own, kinds = shared.own, shared.kinds
    weights = _weights(shared, voice, known)
    if len(weights) == 1 and kinds:
        return shared.share >= _GUESSED
    bare = sum(_weight(stem, voice, known) for stem in own)
    is_heavy = bare + sum(weights[stem] for stem in kinds) >= _ENOUGH
    is_named = not voice.skills.isdisjoint(own)
    is_alone = len(weights) == 1
    is_most = shared.share >= (_ALL if is_alone else _HALF)
    is_most = is_most and not (is_alone and any(telling(stem) < 1 for stem in own))
    is_meant = bool(kinds) or is_said(own, shared.words, voice.words, known.trade)
    return (is_heavy or is_named or is_most) and is_meant
