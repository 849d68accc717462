"""What a posting asks for, and what is offered to answer it: sure, likely or a guess."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import field

from dossier.match.background import ProfileFact
from dossier.match.credential_kinds import asks_course, asks_membership
from dossier.match.credentials import asks_credential
from dossier.model.application import Priority
from dossier.model.evidence import EvidenceKind
from dossier.model.library import RecordEntry
from dossier.plain.frozen import frozen

_FAINT = 1 / 6
"""How much of what is asked is shared at least, by what its words tell: less is next to nothing."""
SURE = 1 / 3
"""How much what is shared weighs, times how much it is of what is asked, where it is no guess: more
than one rare word of three."""
_MOST = 2
"""How many records answer unless somebody chooses."""
ALIKE = 0.8
"""How much of what the likeliest one weighs a second weighs at least."""
_STUDIED = frozenset({"education", "certificates"})
_CREDENTIALS = _STUDIED | {"awards", "skills"}
"""Fields of the profile that hold credentials, by whatever name."""


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
    is_guess: bool = False
    """Whether it is likely something else: of the same kind of work, a degree below another."""
    is_exact: bool = False
    """Whether it is for certain what is asked for."""


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
    together: tuple[Candidate, ...] = ()
    """Records that show the parts of what is a list, where they show more than half of them."""
    jobs: Mapping[str, ProfileFact] = field(default_factory=dict)
    """Jobs with their years by their lines in the profile, where years are asked for."""

    @property
    def ranked(self) -> tuple[Candidate | ProfileFact, ...]:
        """All that may answer it, the likeliest first."""
        both: list[Candidate | ProfileFact] = [*self.candidates, *self.facts]
        return tuple(sorted(both, key=lambda each: -each.weight))

    @property
    def likeliest(self) -> tuple[Candidate | ProfileFact, ...]:
        """What answers it unless somebody says otherwise: of its kind, else one, or two as likely.

        How long somebody did something is in no record. Of jobs that do not speak of it, the newest
        alone may answer. A second one is as sure as the first.
        """
        years = [fact for fact in self.facts if fact.field == "work"]
        by_kind = [fact for fact in self.facts if not fact.weight and fact not in years]
        if years and not (years[0].is_guess and by_kind):
            return tuple(years[:1])
        if held := [fact for fact in by_kind if self._is_of_kind(fact)]:
            return tuple(held)
        if self.together and not any(math.isinf(each.weight) for each in self.candidates):
            return self.together
        named = [fact for fact in by_kind if not fact.is_guess]
        if not self.ranked or not self.ranked[0].weight:
            return tuple(by_kind)
        # What is there by its name is surer than a record that has one word of many.
        if named and not self.is_sure(self.ranked[0]):
            return tuple(named)
        first, *others = self.ranked
        return (first, *(each for each in others[: _MOST - 1] if self._is_beside(each, first)))

    def _is_of_kind(self, fact: ProfileFact) -> bool:
        """Return whether a fact is surer than words: a language, a credential that is asked for."""
        is_held = fact.field in _STUDIED and asks_credential(self.text)
        return not fact.is_guess and (is_held or fact.field == "languages")

    def _is_beside(self, other: Candidate | ProfileFact, first: Candidate | ProfileFact) -> bool:
        is_telling = not isinstance(other, Candidate) or len(other.words) != 1 or other.is_named
        if isinstance(other, Candidate) and isinstance(first, Candidate):
            is_more = not other.words or not set(other.words) <= set(first.words)
            is_telling = is_telling and is_more
        is_likely = bool(other.weight) and other.weight >= ALIKE * first.weight
        return is_telling and is_likely and (self.is_sure(other) or not self.is_sure(first))

    def is_sure(self, found: Candidate | ProfileFact) -> bool:
        """Return whether something may be told to answer it before its author has said so.

        It is of the kind that is asked for, or the words in common weigh as much as they are of
        what is asked. No work is a credential.
        """
        if found.is_guess:
            return False
        if not found.weight or found in self.together:
            return True
        if asks_credential(self.text) and not self.is_task and not _is_credential(found):
            return False
        is_of_words = not math.isinf(found.weight)
        if is_of_words and (asks_membership(self.text) or asks_course(self.text)):
            return False
        return found.weight * found.share > SURE

    @property
    def is_faint(self) -> bool:
        """Whether what is likeliest is a guess: whether it answers is the author's to say."""
        return not all(map(self.is_sure, self.likeliest[:1]))

    @property
    def is_guess(self) -> bool:
        """Whether the likeliest is a guess that is worth a look: more than one word of many."""
        first = self.likeliest[:1]
        return self.is_faint and any(each.is_guess or each.share >= _FAINT for each in first)

    @property
    def is_open(self) -> bool:
        """Whether nothing at all may answer it."""
        return not (self.candidates or self.facts)


def _is_credential(found: Candidate | ProfileFact) -> bool:
    if isinstance(found, Candidate):
        return found.entry.record.kind is EvidenceKind.CREDENTIAL
    return found.field in _CREDENTIALS
