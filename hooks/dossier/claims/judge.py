"""Statements to findings: what is told otherwise than in its record, and what stands in none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from dossier.claims.agreement import Agreement, agreement
from dossier.claims.attribution import Subject, attribute
from dossier.claims.bind import Candidate, candidates, lists
from dossier.claims.confidence import NEAR, counts_other, is_likely, is_sure
from dossier.claims.context import Context
from dossier.claims.findings import Finding, TypedMetric, doubt, drift, says
from dossier.claims.metrics import Meaning
from dossier.claims.pairs import Pair, meaning_of, pairs, wrong_pair
from dossier.claims.qualifiers import (
    is_change,
    other_baseline,
    wrong_change,
    wrong_direction,
    wrong_span,
)
from dossier.claims.record_index import RecordIndex
from dossier.claims.sentences import MOST_FIGURES, Sentence, sentences
from dossier.claims.turned_round import turned_round
from dossier.claims.unbacked import is_backed, slip
from dossier.model.library import Library
from dossier.prose.citations import leans_on_unread
from dossier.prose.statements import WRITTEN, Statement
from dossier.prose.text_kind import CLAIMS
from dossier.quantities.quantity import Form, Quantity
from dossier.quantities.stemming import words_of
from dossier.quantities.tokens import low_at
from dossier.quantities.vocabulary import Hit

_DIGIT = re.compile(r"\d")
_CHARITY = 1.0
"""How much farther than the nearest name another one may stand, and still be meant."""
_MARK = "write it into a record, or mark it: `[…](figure:estimate)`, posting, market or other"
Findings = Iterator[Finding | TypedMetric]
Fitting = tuple[Candidate, Meaning, Agreement]


@dataclass(frozen=True)
class Judge:
    """Holds statements against a library's records. Not slotted: its index is made late."""

    library: Library

    @cached_property
    def index(self) -> RecordIndex:
        """What statements are held against."""
        return RecordIndex(self.library)

    def judge(self, statement: Statement) -> Findings:
        """Yield what is wrong with a statement's figures, and those that are right but typed."""
        if statement.kind is None or (statement.in_heading and statement.kind == "questions"):
            return
        if not self._may_tell(statement.text):
            return
        for sentence in sentences(self.index, statement):
            if sentence.may_tell and (sentence.figures or sentence.written):
                yield from _SentenceJudge(sentence).findings()

    def _may_tell(self, text: str) -> bool:
        if WRITTEN in text or _DIGIT.search(text):
            return True
        return not words_of(text).isdisjoint(self.index.words.number_words)


class _SentenceJudge:
    def __init__(self, sentence: Sentence) -> None:
        self._sentence, self._statement = sentence, sentence.statement
        self._context = Context(sentence)
        self._pairs = tuple(pairs(sentence))
        self._figures = list(sentence.figures[:MOST_FIGURES])
        written = [(position, position + 1) for position, _ in sentence.written]
        self._spans = sorted([(f.first, f.last) for f in self._figures] + written)

    def findings(self) -> Findings:
        if len(self._sentence.figures) > MOST_FIGURES:
            message = f"of the figures of this sentence {MOST_FIGURES} are judged, no more"
            hint = "make a table or several sentences of it"
            yield doubt(self._statement, self._figures[-1], message, hint, "text-heavy")
        for position, meaning in self._sentence.written:
            yield from self._written(position, meaning)
        done: set[int] = set()
        paired: set[Meaning] = set()
        for pair in self._pairs:
            one, two = (pair.new, pair.old) if pair.is_new_first else (pair.old, pair.new)
            self._figures[pair.first : pair.first + 2] = one, two
            found = list(self._pair(pair))
            done.update((pair.first, pair.first + 1) if found else ())
            paired.update(f.meaning for f in found if isinstance(f, TypedMetric))
            yield from found
        for figure, meaning in turned_round(self._sentence, self._context):
            number = self._figures.index(figure) if figure in self._figures else -1
            if number not in done and self._may_blame(figure):
                done.add(number)
                message = f"`{figure.text.strip()}` is the value of {meaning.metric.name} today"
                yield drift(self._statement, figure, message, meaning)
        listed = {} if self._sentence.written else dict(lists(self._sentence, self._spans))
        bound = {
            number: self._fitting(figure, listed.get(number))
            for number, figure in enumerate(self._figures)
            if number not in done
        }
        told = {f[0][1] for f in bound.values() if f and f[0][2] is not Agreement.WRONG}
        for number, fitting in bound.items():
            changed = self._changed(number, bound) if number else None
            if changed and fitting is not None:
                yield from self._change(self._figures[number], changed)
            elif fitting is not None:
                yield from self._figure(self._figures[number], fitting, told, paired)

    def _near(self, first: int, last: int) -> list[Candidate]:
        others = [span for span in self._spans if span[1] <= first or last <= span[0]]
        return candidates(self._sentence, first, last, others)

    def _written(self, position: int, meaning: Meaning) -> Findings:
        """Judge a figure that is written by reference: it may stand under another's name."""
        near = [c for c in self._near(position, position + 1) if c.cost <= NEAR]
        if not near or any(meaning in c.meanings for c in near[:2]):
            return
        named = [m for m in near[0].meanings if m.told.unit.kind == meaning.told.unit.kind]
        is_within = any(set(name) <= meaning.around for m in named for name in m.names)
        is_sure = near[0].hit.weight > 1 or (named and named[0].entry is meaning.entry)
        if named and is_sure and not is_within:
            other = named[0].metric.name
            message = f"the sentence speaks of {other}, and this writes {meaning.says}"
            yield drift(self._statement, self._sentence.tokens[position], message, named[0])

    def _pair(self, pair: Pair) -> Findings:
        """Judge two figures as one metric's new and old value; nothing if they are none."""
        ends = (pair.new, pair.old)
        near = self._near(min(f.first for f in ends), max(f.last for f in ends))
        named = self._context.preferred([m for c in near for m in c.meanings])
        meaning = meaning_of(self._context, pair, named)
        if meaning:
            yield TypedMetric(self._statement, pair.new, meaning)
            yield TypedMetric(self._statement, pair.old, meaning, is_before=True)
            return
        wrong = wrong_pair(self._context, pair, named)
        if wrong and self._may_blame(pair.new):
            yield drift(self._statement, *wrong)

    def _fitting(self, figure: Quantity, listed: Hit[Meaning] | None) -> list[Fitting] | None:
        """Return the metrics named near a figure that it may be of; None if it is of a rest."""
        near = [Candidate(listed, 0.0)] if listed else self._near(figure.first, figure.last)
        named = [(c, m) for c in near for m in self._context.preferred(c.meanings)]
        if any(self._context.is_rest(figure, meaning) for _, meaning in named):
            return None
        meant = [(c, m) for c, m in named if not counts_other(self._context, figure, c, m)]
        return _whole([(c, m, a) for c, m in meant if (a := agreement(figure, m))])

    def _figure(
        self,
        figure: Quantity,
        fitting: Sequence[Fitting],
        told: AbstractSet[Meaning],
        paired: AbstractSet[Meaning],
    ) -> Findings:
        """Judge a figure by the metrics that it may be of; `told` have theirs elsewhere."""
        if right := _right(fitting):
            yield from self._right(figure, *right)
            return
        spans = (wrong_span(self._sentence, figure, meaning) for meaning in told | paired)
        if (span := next(filter(None, spans), "")) and self._may_blame(figure):
            yield doubt(self._statement, figure, span, _MARK)
            return
        near = fitting[0][:2] if fitting and self._may_blame(figure) else None
        is_told = near is not None and near[1] in told and figure.form is not Form.FACTOR
        is_factor = near is not None and near[1] in paired and figure.form is Form.FACTOR
        if near and (is_factor or (not is_told and is_sure(self._context, figure, *near))):
            yield drift(self._statement, figure, says(figure, near[1]), near[1])
        elif near and not is_told and is_likely(self._context, figure, *near):
            hint = f"the record is `{near[1].entry.id}`"
            yield doubt(self._statement, figure, says(figure, near[1]), hint)
        else:
            yield from self._unnamed(figure)

    def _changed(
        self, number: int, bound: Mapping[int, Sequence[Fitting] | None]
    ) -> Meaning | None:
        """Return the metric behind whose value a change stands in brackets: `19 min (-60%)`."""
        figure, before = self._figures[number], self._figures[number - 1]
        place = figure.first - 1
        right = _right(bound.get(number - 1) or ())
        is_led = low_at(self._sentence.tokens, place) == "(" and place in (
            before.last,
            before.after,
        )
        if not (is_led and right and figure.sign and figure.kind == "%"):
            return None
        meaning, told = right[0], right[0].told
        return meaning if meaning.before and told.unit.kind != "%" else None

    def _change(self, figure: Quantity, meaning: Meaning) -> Findings:
        if agreement(figure, meaning) is Agreement.WRONG and self._may_blame(figure):
            yield drift(self._statement, figure, says(figure, meaning), meaning)

    def _right(self, figure: Quantity, meaning: Meaning, agreed: Agreement) -> Findings:
        """Judge how a figure is told that is right by its value."""
        wrong = wrong_direction(self._sentence, figure, meaning, agreed)
        if agreed is not Agreement.DERIVED:
            wrong = wrong or wrong_change(self._sentence, figure, meaning)
        if agreed is Agreement.BEFORE and self._is_told_as_current():
            wrong = f"`{figure.text.strip()}` is the earlier value of {meaning.metric.name}"
        if foreign := self._context.foreign_subject(meaning):
            wrong = f"{meaning.says} is not of {foreign}"
        if wrong and self._may_blame(figure):
            yield drift(self._statement, figure, wrong, meaning)
            return
        other = other_baseline(self._sentence, figure, meaning)
        if other and self._statement.kind in CLAIMS and self._may_blame(figure):
            message = f"told against `{other}`, the record compares with {meaning.metric.baseline}"
            yield doubt(self._statement, figure, message, f"the record is `{meaning.entry.id}`")
        if agreed is not Agreement.DERIVED:
            yield TypedMetric(self._statement, figure, meaning, agreed is Agreement.BEFORE)

    def _is_told_as_current(self) -> bool:
        words = self._sentence.index.words
        is_alone = len(self._figures) == 1 and not self._sentence.written
        return is_alone and not words.is_empty and not words.has("earlier", self._sentence.tokens)

    def _unnamed(self, figure: Quantity) -> Findings:
        """Judge a figure for which its sentence names no metric."""
        known = self._context.equal(figure)
        if known:
            yield from self._right(figure, *known)
        is_spelled = figure.form not in (Form.DIGITS, Form.ORDINAL)
        if known or is_spelled or not self._may_blame(figure):
            return
        statement, meaning = self._statement, slip(self._sentence, self._context, figure)
        if meaning:
            yield drift(statement, figure, says(figure, meaning), meaning)
        elif (
            figure.form is Form.DIGITS
            and statement.kind in CLAIMS
            and not statement.in_heading
            and attribute(self._sentence, figure).subject is not Subject.WORLD
            # While a record cannot be read, nobody knows what it backs of what leans on it.
            and not leans_on_unread(statement.passage, self._sentence.index.library)
            and not is_backed(
                self._sentence, self._context, figure, is_change=self._is_change(figure)
            )
        ):
            yield doubt(statement, figure, f"no record backs `{figure.text.strip()}`", _MARK)

    def _is_change(self, figure: Quantity) -> bool:
        is_paired = any(figure in (pair.new, pair.old) for pair in self._pairs)
        return is_paired or is_change(self._sentence, figure)

    def _may_blame(self, figure: Quantity) -> bool:
        told = attribute(self._sentence, figure)
        return told.subject is not Subject.OTHERS and told.is_fact


def _whole(fitting: Sequence[Fitting]) -> list[Fitting]:
    """Leave out names that are part of longer ones, which are meant."""
    return [
        (candidate, meaning, agreed)
        for candidate, meaning, agreed in fitting
        if not any(other.hit.holds(candidate.hit) for other, _, _ in fitting)
    ]


def _right(fitting: Sequence[Fitting]) -> tuple[Meaning, Agreement] | None:
    """Return the metric that a figure agrees with, of the nearest named, and how."""
    best = fitting[0][0].cost if fitting else 0.0
    allowed = best + (_CHARITY if best <= NEAR else _CHARITY * 4)
    return next(
        (
            (meaning, agreed)
            for candidate, meaning, agreed in fitting
            if agreed is not Agreement.WRONG and candidate.cost <= allowed
        ),
        None,
    )
