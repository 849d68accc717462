"""How far a thing has come, and how far prose says it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dossier.claims.context import Context
from dossier.claims.findings import Finding, TypedMetric
from dossier.claims.judge import Judge
from dossier.claims.sentences import Sentence, sentences
from dossier.model.evidence import RecordStatus
from dossier.model.library import RecordEntry
from dossier.model.project import ProjectStatus
from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.prose.statements import Statement
from dossier.prose.text_kind import ABOUT_OTHERS
from dossier.quantities.stemming import stem, stem_set
from dossier.quantities.times import is_year
from dossier.quantities.tokens import tokens
from dossier.quantities.word_search import WordSearch

_AS = {
    RecordStatus.PLANNED: "it is planned, and the sentence tells it as done",
    RecordStatus.EXPERIMENTAL: "it is an experiment, and the sentence tells it as a product",
    RecordStatus.DEPRECATED: "it is deprecated, and the sentence tells it as current",
    RecordStatus.UNCONFIRMED: "it is not confirmed, and the sentence tells it as a fact",
}
_TOLD = {
    RecordStatus.PLANNED: "as-done",
    RecordStatus.EXPERIMENTAL: "as-product",
    RecordStatus.DEPRECATED: "as-current",
}
"""The lists of words that tell more than that; of the unconfirmed every plain sentence does."""


@frozen
class _Known:
    """A record that is not simply shipped, and the words by which prose means it."""

    number: int
    entry: RecordEntry
    own: frozenset[str]
    """The words of its id; two or more speak of it where its project is spoken of."""
    names_project: bool
    """Whether its project's name means it: all of the project has come as far."""


@frozen
class Standings:
    """The records that are not simply shipped. Not slotted: what it holds is made late and kept."""

    judge: Judge

    @cached_property
    def known(self) -> tuple[_Known, ...]:
        """Those records."""
        library = self.judge.library
        entries = (e for e in library.records.values() if e.record.status in _AS)
        return tuple(
            _Known(n, entry, stem_set(entry.record.id.split("-")), self._names_project(entry))
            for n, entry in enumerate(entries)
        )

    def _names_project(self, entry: RecordEntry) -> bool:
        library, status = self.judge.library, entry.record.status
        project = library.projects.get(entry.project or "")
        if project is None:
            return False
        if status is RecordStatus.DEPRECATED and project.project.status is ProjectStatus.RETIRED:
            return True
        return all(e.record.status is status for e in library.records_by_project[project.id])

    @cached_property
    def _by_word(self) -> Mapping[str, tuple[_Known, ...]]:
        """Those records by a word of which one has to stand in what speaks of them."""
        found: dict[str, list[_Known]] = {}
        for known in self.known:
            if len(known.own) > 1:
                found.setdefault(max(known.own, key=lambda w: (len(w), w)), []).append(known)
            if known.names_project:
                for name in self._names(known.entry):
                    found.setdefault(stem(tokens(name)[0].low), []).append(known)
        return {word: tuple(group) for word, group in found.items()}

    def _names(self, entry: RecordEntry) -> tuple[str, ...]:
        project = self.judge.library.projects[entry.project or ""]
        return project.id, project.project.title

    @cached_property
    def _search(self) -> WordSearch:
        """What looks for these words."""
        return WordSearch(lambda word: stem(word) in self._by_word)

    @cached_property
    def _by_record(self) -> Mapping[str, _Known]:
        return {known.entry.id: known for known in self.known}

    def judged(
        self, statement: Statement, figures: Iterable[Finding | TypedMetric] = ()
    ) -> Iterator[Finding]:
        """Yield what a statement tells as further than it has come.

        `figures` are what is found of its figures: one that is typed names its record, too.
        """
        kind = statement.kind
        is_silent = kind is None or kind == "record" or kind in ABOUT_OTHERS
        if not self.known or statement.in_heading or is_silent:
            return
        typed = [
            (f.figure.start, f.meaning.entry.id) for f in figures if isinstance(f, TypedMetric)
        ]
        spoken = self._spoken_of(statement, [record for _, record in typed])
        for sentence in sentences(self.judge.index, statement) if spoken else ():
            inside = {record for at, record in typed if sentence.start <= at < sentence.end}
            yield from self._sentence(sentence, inside, spoken)

    def _spoken_of(self, statement: Statement, typed: Iterable[str]) -> list[_Known]:
        """Return the records that a statement may speak of, by a cheap look."""
        targets = (t.id for _, t in (*statement.cited, *statement.written))
        found = {k.number: k for r in (*targets, *typed) if (k := self._by_record.get(r))}
        for word in self._search.found_in(statement.text) if self._by_word else ():
            found.update((known.number, known) for known in self._by_word[stem(word)])
        return [found[number] for number in sorted(found)]

    def _sentence(
        self, sentence: Sentence, typed: set[str], spoken: Iterable[_Known]
    ) -> Iterator[Finding]:
        context = Context(sentence)
        told: set[RecordStatus] = set()
        for known in spoken:
            status = known.entry.record.status
            if status not in told and self._speaks(known, sentence, context, typed):
                is_typed = status is RecordStatus.PLANNED and known.entry.id in typed
                finding = self._finding(known.entry, sentence, is_typed=is_typed)
                if finding:
                    told.add(status)
                    yield finding

    @staticmethod
    def _speaks(known: _Known, sentence: Sentence, context: Context, typed: set[str]) -> bool:
        entry = known.entry
        if entry.id in sentence.records or entry.id in typed:
            return True
        named = {project for _, project in sentence.projects}
        if known.names_project and entry.project in named:
            return True
        is_ours = entry.project is None or entry.project in context.projects
        return len(known.own) > 1 and known.own <= sentence.stems and is_ours

    @staticmethod
    def _finding(entry: RecordEntry, sentence: Sentence, *, is_typed: bool) -> Finding | None:
        status, words, found = entry.record.status, sentence.index.words, sentence.tokens
        is_hedged = words.has(f"{status}-hedges", found) or words.has("hedges", found)
        is_hedged = is_hedged or any(token.low.endswith("n't") for token in found)
        if status is RecordStatus.PLANNED and _is_ahead(sentence):
            return None
        if words.is_empty or is_hedged or found[-1].text == "?":
            return None
        # Whoever gives the value of what is planned tells it as done, whatever the verb.
        has_list = status in _TOLD and not is_typed
        place = words.first(_TOLD[status], found) if has_list else 0
        if place is None:
            return None
        token = found[place]
        where = entry.source.locate(entry.path)
        return Finding(
            "status-drift",
            sentence.statement,
            token.start,
            token.end,
            f"`{entry.id}`: {_AS[status]}",
            f"say how far it has come, or change its status ({where})",
        )


def _is_ahead(sentence: Sentence) -> bool:
    """Return whether a sentence has a year that no record has reached: `on the list for 2027`."""
    last = sentence.index.last_year
    return bool(last) and any(is_year(t.text) and t.text > last for t in sentence.tokens)
