"""A sentence to the metrics that it may speak of, by what is cited, named, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.claims.sentences import Sentence
from dossier.model.library import RecordEntry
from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.prose.targets import Scheme
from dossier.prose.text_kind import row_evidence
from dossier.quantities.comparing import looks_meant
from dossier.quantities.counting import is_plural
from dossier.quantities.nearness import Candidate
from dossier.quantities.quantity import Bound, Quantity
from dossier.quantities.stemming import stem, telling
from dossier.quantities.vocabulary import Hit
from dossier.records.agreement import Agreement, agreement
from dossier.records.metrics import Meaning

Near = Candidate[Meaning]
"""A name of metrics, and how far from a figure it stands."""
_OF = ("shares", "own")
"""Words behind which what follows is all that is meant: `four of our audits`."""
_SUBJECT = 3
"""Up to which token of a sentence a project's name is its subject."""
_ENOUGH = 2
"""How many words of a record speak of it, if none is of the metric's name."""
_COUNTED = 4
"""How many words after a count may say what is counted."""


@frozen
class Context:
    """What surrounds a sentence. Not slotted, because it is looked at late."""

    sentence: Sentence

    @cached_property
    def records(self) -> frozenset[str]:
        """The records that its statement or its row cites."""
        statement = self.sentence.statement
        cited = {t.id for _, t in statement.cited if t.scheme is Scheme.EVIDENCE}
        cited |= {t.id for _, t in statement.written}
        return frozenset(cited) | row_evidence(statement.passage)

    @cached_property
    def spoken_of(self) -> tuple[RecordEntry, ...]:
        """The records that it cites, else all of the projects around."""
        library = self.sentence.index.library
        cited = [library.records[r] for r in sorted(self.records) if r in library.records]
        return tuple(cited) or tuple(
            entry
            for project in sorted(self.projects)
            for entry in library.records_by_project.get(project, ())
        )

    @cached_property
    def projects(self) -> frozenset[str]:
        """The projects that it names, else those linked around it, else that of its page."""
        named = {project for _, project in self.sentence.projects}
        statement = self.sentence.statement
        linked = {t.id for _, t in statement.cited if t.scheme is Scheme.PROJECT}
        page = self.sentence.index.by_page.get(statement.passage.source.file)
        return frozenset(named or linked or ({page} if page else ()))

    @cached_property
    def metrics(self) -> tuple[Meaning, ...]:
        """The metrics of the records and projects around."""
        index = self.sentence.index
        cited = (m for record in self.records for m in index.by_record.get(record, ()))
        ours = (m for project in self.projects for m in index.by_project.get(project, ()))
        own = self._own_record()
        return tuple(dict.fromkeys((*own, *cited, *ours)))

    @cached_property
    def own_told(self) -> frozenset[Meaning]:
        """The metrics of that record whose values the sentence tells, by whatever name."""
        figures = self.sentence.figures
        return frozenset(
            meaning
            for meaning in self._own_record()
            if any(agreement(figure, meaning) is Agreement.VALUE for figure in figures)
        )

    def _own_record(self) -> tuple[Meaning, ...]:
        """Return the metrics of the record that the text is part of."""
        passage = self.sentence.statement.passage
        if passage.path is None or self.sentence.statement.kind != "record":
            return ()
        return tuple(
            meaning
            for meaning in self.sentence.index.by_file.get(passage.source.file, ())
            if passage.path[: len(meaning.entry.path)] == meaning.entry.path
        )

    def preferred(self, known: Sequence[Meaning]) -> list[Meaning]:
        """Return those of several metrics of one name that the context is about, else all."""
        for around in (
            [m for m in known if m.entry.id in self.records],
            [m for m in known if m in self.metrics],
        ):
            if around:
                return around
        return list(known)

    def is_foreign(self, meaning: Meaning) -> bool:
        """Return whether the context is about something, and a metric is not of it."""
        return bool(self.metrics) and meaning not in self.metrics

    def foreign_subject(self, meaning: Meaning) -> str:
        """Return the project that is the sentence's subject, if a metric is not of it."""
        sentence = self.sentence
        named = {project for _, project in sentence.projects}
        if len(named) != 1 or not meaning.entry.project or meaning.entry.id in self.records:
            return ""
        position, project = sentence.projects[0]
        is_subject = position <= _SUBJECT and meaning.entry.project != project
        known = sentence.index.library.projects
        return known[project].project.title if is_subject and project in known else ""

    def counted(self, figure: Quantity) -> frozenset[str]:
        """Return the stems of the words right after a count."""
        return frozenset(self.sentence.stemmed[figure.last : figure.last + _COUNTED]) - {""}

    def counts_other(self, figure: Quantity, meaning: Meaning) -> bool:
        """Return whether what stands behind a count is not what its metric counts."""
        head, said, own = self.sentence.head(figure), figure.measure, meaning.measure
        is_measured = said is not None and own is not None and said.kind == own.kind
        return bool(head) and head not in meaning.counted and not is_measured

    def is_some(self, figure: Quantity, hit: Hit[Meaning], meaning: Meaning) -> bool:
        """Return whether words of which its record has none make fewer of a count: `4 old boats`.

        What looks like a slip of its value is meant for it.
        """
        first, last, placed = figure.last, hit.start, self.sentence.placed
        said = (token for token in placed.tokens[first:last] if telling(token.text))
        is_said = any(stem(token.low) not in meaning.around for token in said)
        is_said = is_said and not any(placed.has(name, first, last) for name in _OF)
        is_less = not figure.kind and figure.values[-1] < meaning.told.values[0]
        return is_less and is_said and not looks_meant(figure, meaning.told)

    def is_modifier(self, figure: Quantity, hit: Hit[Meaning], meaning: Meaning) -> bool:
        """Return whether a name only says more of what is counted: `two concert grands`.

        It stands in the singular where its record has the plural, or right before another plural.
        """
        found, words = self.sentence.tokens, self.sentence.index.words
        stemmed = self.sentence.stemmed[hit.start : hit.end + 1]
        plural = [is_plural(found, place, words) for place in range(hit.start, hit.end + 1)]
        if any(plural[:-1]):
            return all(plural[-2:]) and stemmed[-1] not in meaning.counted
        is_known = not meaning.plurals.isdisjoint(stemmed)
        return is_known and self.counts_other(figure, meaning)

    def is_rest(self, figure: Quantity, meaning: Meaning) -> bool:
        """Return whether a count is told of some of the counted things: `four more frameworks`."""
        found, words = self.sentence.tokens, self.sentence.index.words
        is_less = not figure.kind and figure.values[0] < meaning.told.values[0]
        return is_less and figure.last < len(found) and bool(words.at("rest", found, figure.last))

    def equal(self, figure: Quantity) -> tuple[Meaning, Agreement] | None:
        """Return the metric that a figure is the value of, though nothing names it."""
        known = dict.fromkeys((*self.metrics, *self._anywhere(figure), *self._beside))
        judged = ((meaning, agreement(figure, meaning)) for meaning in known)
        found = [(m, agreed) for m, agreed in judged if agreed and self._is(figure, m, agreed)]
        return min(found, key=lambda pair: pair[1] is Agreement.DERIVED, default=None)

    @cached_property
    def _beside(self) -> tuple[Meaning, ...]:
        """The metrics of all records that have the number of any figure of the sentence."""
        numbers = dict.fromkeys(other.number for other in self.sentence.figures)
        known = self.sentence.index.by_number
        return tuple(dict.fromkeys(m for n in numbers for m in known.get(n, ())))

    def _anywhere(self, figure: Quantity) -> list[Meaning]:
        """Return the metrics of all records that a figure may be the value of."""
        same, stems = self.with_value(figure), self.sentence.stems
        if figure.bound is Bound.EXACT:
            return list(same)
        alike = self.sentence.index.by_kind.get(figure.kind, ())
        return [*same, *(m for m in alike if stems & m.name_stems)]

    def with_value(self, figure: Quantity) -> tuple[Meaning, ...]:
        """Return the metrics of all records that have a value or had it."""
        return self.sentence.index.by_value.get(figure.values[0].normalize(), ())

    def _is(self, figure: Quantity, meaning: Meaning, agreed: Agreement) -> bool:
        """Return whether a figure that equals a value could be meant for it."""
        is_around = meaning in self.metrics
        is_other = agreed in (Agreement.BEFORE, Agreement.DERIVED) and not is_around
        if is_other and supports(self.sentence, meaning):
            # `91% (was 58%)`: the value of today stands beside it.
            return any(
                other.number == meaning.told.number or agreement(other, meaning) is Agreement.VALUE
                for other in self.sentence.figures
            )
        if agreed is Agreement.WRONG or not (is_around or agreed is Agreement.VALUE):
            return False
        if figure.rate and figure.rate == meaning.rate:
            return True
        if not (figure.kind or figure.out_of):
            return bool(self.counted(figure) & meaning.around)
        is_cited = is_around and agreed is not Agreement.DERIVED
        stemmed = self.sentence.stemmed
        # The days of `18 days` name no `days on site`.
        said = {*stemmed[: figure.first], *stemmed[figure.last :]} & self.sentence.stems
        return is_cited or bool(said & meaning.around)


def supports(sentence: Sentence, meaning: Meaning) -> bool:
    """Return whether a sentence has some of the words that a record has about a metric."""
    shared = sentence.stems & meaning.around
    return bool(shared & meaning.name_stems) or len(shared) >= _ENOUGH
