"""How far a thing has come, and how far prose says it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from dossier.claims.clauses import Clause
from dossier.claims.judge import Judge
from dossier.claims.mention import Finding, TypedMetric
from dossier.claims.statements import Statement
from dossier.claims.stemming import stem, stems
from dossier.claims.text_kind import COMPANY_SECTIONS
from dossier.model.evidence import RecordStatus
from dossier.model.library import RecordEntry
from dossier.model.project import ProjectStatus
from dossier.prose.targets import Scheme

_TOLD_AS_DONE = re.compile(
    r"\b(?:ship(?:s|ped|ping)?|releas(?:e[sd]?|ing)|launch(?:ed|es)?|deploy(?:s|ed)?|live|in production"
    r"|production|runs?|running|powers?|powered|handles?|serves?|serving|built|build|implements?"
    r"|implemented|wrote|written|complete[sd]?|finish(?:ed|es)?|available|works?|delivers?|delivered"
    r"|have|has|uses?|using|rewrote|ported|replaced?|moved|is|are|makes?|made|offers?|comes? with"
    r"|includes?|mature|stable|ready|proven)\b",
    re.IGNORECASE,
)
_TOLD_AS_PRODUCTION = re.compile(
    r"\b(?:in production|production[- ](?:grade|ready|system|use|tested|proven|scale)|production|battle"
    r"[- ]tested|mature|stable|proven|live|customers?|users|enterprise|at scale|shipped|ships|launched"
    r"|current (?:release|version)|general(?:ly)? availab\w+|rolled out|commercial\w*|established|robust)\b",
    re.IGNORECASE,
)
_TOLD_AS_CURRENT = re.compile(
    r"\b(?:maintains?|currently|today|now|still|active(?:ly)?|in use|continues?|powers?|runs?|running"
    r"|uses?|using|daily|these days|every day|is my|is our|current|picks|reviews|relies|rely|keeps?"
    r"|ships?|live|in production|has grown|grows|extending|develop(?:s|ing)?)\b",
    re.IGNORECASE,
)
_HEDGED = {
    RecordStatus.PLANNED: re.compile(
        r"\b(?:plan\w*|will|would|'ll|intend\w*|going to|learn\w*|future|yet|prototyp\w*|experiment\w*"
        r"|early|design\w*|draft\w*|aims?|hop(?:e|es|ing)|want\w*|soon|roadmap|sketch\w*|until|idea"
        r"|purpose|(?:is|are) to (?:be|come)|next (?:step|up|week|month|quarter|year))\b",
        re.IGNORECASE,
    ),
    RecordStatus.EXPERIMENTAL: re.compile(
        r"\b(?:experiment\w*|prototyp\w*|explor\w*|early|not|no|never|yet|trial|research|sketch\w*|pilot|beta|alpha|without|none)\b|n't\b",
        re.IGNORECASE,
    ),
    RecordStatus.DEPRECATED: re.compile(
        r"\b(?:was|were|had|did|deprecat\w*|retir\w*|earlier|former\w*|past|partly|once|ended|abandon\w*"
        r"|taught|came away|learn\w*|lesson\w*|left|remain\w*|stopped|gone|old|used to|wrote|picked"
        r"|superseded|no longer|not|before|began|over|history|closed|archived|shelved|experiment)\b|n't\b",
        re.IGNORECASE,
    ),
    RecordStatus.UNCONFIRMED: re.compile(
        r"\b(?:unconfirmed|not (?:yet )?confirmed|to be confirmed|believe|may|might|seems?|appears?|likely"
        r"|probably|unverified|not sure|as far as)\b",
        re.IGNORECASE,
    ),
}
_WEAKLY_HEDGED = re.compile(
    r"\b(?:not|no|next|later|once|when|begun|beginning|started|starting|none|nothing|without|instead"
    r"|should|could|may|might|never|before)\b|n't\b",
    re.IGNORECASE,
)
"""What hedges a plan where it stands, but not from a later clause."""
_LATER_CLAUSE = re.compile(r",\s+(?:so|and|which|where|for the|next to)\b|;")
_TOLD = {
    RecordStatus.PLANNED: _TOLD_AS_DONE,
    RecordStatus.EXPERIMENTAL: _TOLD_AS_PRODUCTION,
    RecordStatus.DEPRECATED: _TOLD_AS_CURRENT,
    RecordStatus.UNCONFIRMED: re.compile(""),
}
_AS = {
    RecordStatus.PLANNED: "it is planned, and the sentence tells it as done",
    RecordStatus.EXPERIMENTAL: "it is an experiment, and the sentence tells it as a product",
    RecordStatus.DEPRECATED: "it is deprecated, and the sentence tells it as current",
    RecordStatus.UNCONFIRMED: "it is not confirmed, and the sentence tells it as a fact",
}
_KIND_WORDS = frozenset(stem(word) for word in ["code", "size", "time", "lesson", "method"])


@dataclass(frozen=True)
class Standings:
    """The records that are not simply shipped, and the words by which prose means them.

    Not slotted, because what it holds is made late and kept.
    """

    judge: Judge

    @cached_property
    def known(self) -> tuple[tuple[RecordEntry, tuple[frozenset[str], ...]], ...]:
        """Each such record with sets of words: a text that has all of one set speaks of it."""
        return tuple(
            (entry, tuple(self._words(entry)))
            for entry in self.judge.library.records.values()
            if entry.record.status in _TOLD
        )

    @cached_property
    def by_word(self) -> Mapping[str, frozenset[int]]:
        """The positions of those that one word of a name points to, its longest."""
        found: dict[str, set[int]] = {}
        for position, (_, names) in enumerate(self.known):
            for name in names:
                found.setdefault(max(name, key=lambda word: (len(word), word)), set()).add(position)
        return {word: frozenset(positions) for word, positions in found.items()}

    @cached_property
    def by_id(self) -> Mapping[str, int]:
        """Their positions by their ids."""
        return {entry.id: position for position, (entry, _) in enumerate(self.known)}

    def _words(self, entry: RecordEntry) -> Iterator[frozenset[str]]:
        own = frozenset(stems(entry.record.id.replace("-", " "))) - _KIND_WORDS
        if len(own) > 1:
            yield own
        project = self.judge.library.projects.get(entry.project or "")
        if project is None:
            return
        siblings = self.judge.library.records_by_project.get(project.id, ())
        # Where all of a project has come as far, its name is enough.
        has_ended = project.project.status is ProjectStatus.RETIRED
        if (has_ended and entry.record.status is RecordStatus.DEPRECATED) or all(
            other.record.status is entry.record.status for other in siblings
        ):
            yield frozenset(stems(project.project.title))
            for word in stems(project.project.title):
                if self._is_rare(word):
                    yield frozenset({word})

    def _is_rare(self, word: str) -> bool:
        """Return whether a word stands for one project alone: `the gauntlet`."""
        projects = self.judge.library.projects.values()
        titles = [stems(other.project.title) for other in projects]
        return len(word) >= 6 and sum(word in title for title in titles) == 1  # noqa: PLR2004

    def judged(
        self, statement: Statement, figures: Iterable[Finding | TypedMetric] = ()
    ) -> Iterator[Finding]:
        """Yield what a statement tells as further than it has come.

        `figures` are what is found of its figures: one that is typed names its record, too.
        """
        kind = statement.kind
        if not self.known or statement.in_heading or kind in (None, "record", *COMPANY_SECTIONS):
            return
        words = statement.stems
        cited = [(t.id, at) for at, t in statement.cited if t.scheme is Scheme.EVIDENCE]
        cited += ((t.id, at) for at, t in statement.written)
        typed = [
            (f.meaning.entry.id, f.figure.start) for f in figures if isinstance(f, TypedMetric)
        ]
        cited += typed
        leaning = {record for record, _ in cited}
        seen: set[tuple[int, RecordStatus]] = set()
        near = {n for word in words & self.by_word.keys() for n in self.by_word[word]}
        near |= {self.by_id[name] for name in leaning & self.by_id.keys()}
        for entry, names in (self.known[position] for position in sorted(near)):
            if entry.id not in leaning and not any(name <= words for name in names):
                continue
            places = [at for record, at in cited if record == entry.id]
            for clause in statement.clauses:
                key = (clause.sentence_start, entry.record.status)
                if key in seen or not self._speaks(clause, places, names):
                    continue
                found = self._finding(statement, clause, entry, self._figure(clause, entry, typed))
                if found:
                    seen.add(key)
                    yield found

    @staticmethod
    def _speaks(clause: Clause, places: list[int], names: tuple[frozenset[str], ...]) -> bool:
        begin, end = clause.sentence_start, clause.sentence_start + len(clause.sentence)
        if any(begin <= at < end for at in places):
            return True
        return any(name <= clause.stems for name in names)

    @staticmethod
    def _figure(
        clause: Clause, entry: RecordEntry, typed: Iterable[tuple[str, int]]
    ) -> tuple[int, int] | None:
        """Return where a sentence tells a figure of what is only planned, whatever its verb."""
        begin, end = clause.sentence_start, clause.sentence_start + len(clause.sentence)
        inside = (at - begin for record, at in typed if record == entry.id and begin <= at < end)
        at = next(inside, None) if entry.record.status is RecordStatus.PLANNED else None
        return None if at is None else (at, at + 1)

    @staticmethod
    def _finding(
        statement: Statement, clause: Clause, entry: RecordEntry, figure: tuple[int, int] | None
    ) -> Finding | None:
        status = entry.record.status
        sentence = clause.sentence
        if sentence.rstrip().endswith("?") or _HEDGED[status].search(sentence):
            return None
        told = _TOLD[status].search(sentence)
        span = told.span() if told else figure
        if span is None or (status is RecordStatus.PLANNED and _is_hedged(sentence, span[1])):
            return None
        start = clause.sentence_start + span[0]
        where = entry.source.locate(entry.path)
        return Finding(
            "status-drift",
            statement,
            start,
            max(start + 1, clause.sentence_start + span[1]),
            f"`{entry.id}`: {_AS[status]}",
            f"say how far it has come, or change its status ({where})",
        )


def _is_hedged(sentence: str, told: int) -> bool:
    """Return whether a sentence that ends telling at `told` hedges that up to its next clause."""
    later = _LATER_CLAUSE.search(sentence, told)
    return bool(_WEAKLY_HEDGED.search(sentence[: later.start() if later else len(sentence)]))
