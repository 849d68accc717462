"""Statements to findings: what is told otherwise than in its record, and what stands in none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from dossier.claims.attribution import Subject, attribute
from dossier.claims.choice import Fitting, bracketed, chosen, right
from dossier.claims.confidence import blamed, counts_other
from dossier.claims.context import Context, Near
from dossier.claims.contrasts import wrong_contrast
from dossier.claims.findings import MARK, Findings, TypedMetric, doubt, drift, says
from dossier.claims.pairs import meaning_of, pairs_in, wrong_pair
from dossier.claims.qualifiers import (
    is_change,
    other_baseline,
    wrong_difference,
    wrong_ratio,
    wrong_span,
    wrong_telling,
)
from dossier.claims.references import exchanged, misplaced
from dossier.claims.sentences import MOST_FIGURES, Sentence, may_tell, sentences
from dossier.claims.turned_round import turned_round
from dossier.claims.unbacked import is_backed, is_multiplied, slip, stands_beside
from dossier.model.library import Library
from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.prose.citations import leans_on_unread
from dossier.prose.statements import Statement
from dossier.prose.text_kind import CLAIMS
from dossier.quantities.comparisons import whole_told
from dossier.quantities.contrasts import claimed_for, is_contrasted
from dossier.quantities.direction import is_moved
from dossier.quantities.listing import lists
from dossier.quantities.nearness import Candidate, candidates
from dossier.quantities.pairing import Pair
from dossier.quantities.quantity import Form, Quantity, same_unit
from dossier.quantities.spelled import is_exact_count
from dossier.quantities.totals import is_total_of, totals
from dossier.quantities.vocabulary import Hit
from dossier.records.agreement import Agreement, agreement, is_less
from dossier.records.metrics import Meaning
from dossier.records.record_index import RecordIndex


@frozen
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
        if not may_tell(self.index, statement):
            return
        may_tell_all = self.index.words.may_tell_all(statement.text)
        for sentence in sentences(self.index, statement):
            if sentence.figures or sentence.written:
                yield from _SentenceJudge(sentence).findings()
            yield from _SentenceJudge(sentence).totals() if may_tell_all else ()


class _SentenceJudge:
    def __init__(self, sentence: Sentence) -> None:
        self._sentence, self._statement = sentence, sentence.statement
        self._context = Context(sentence)
        self._pairs = pairs_in(sentence)
        self._figures = list(sentence.figures[:MOST_FIGURES])
        written = [(position, position + 1) for position, _ in sentence.written]
        self._spans = sorted([(f.first, f.last) for f in self._figures] + written)
        # `Damping quintupled, to 2.4%`: a factor is of what stands before it, and so is the value.
        factors = {(f.first, f.last) for f in self._figures if f.kind == "x"}
        self._between = [span for span in self._spans if span not in factors]

    def findings(self) -> Findings:
        if len(self._sentence.figures) > MOST_FIGURES:
            message = f"of the figures of this sentence {MOST_FIGURES} are judged, no more"
            hint = "make a table or several sentences of it"
            yield doubt(self._statement, self._figures[-1], message, hint, "text-heavy")
        yield from exchanged(self._sentence)
        for position, meaning in self._sentence.written:
            yield from misplaced(
                self._sentence, self._near(position, position + 1), position, meaning
            )
        if not self._figures:
            return
        done, paired = set[int](), set[Meaning]()
        for pair in self._pairs:
            one, two = (pair.new, pair.old) if pair.is_new_first else (pair.old, pair.new)
            self._figures[pair.first], self._figures[pair.second] = one, two
            found = list(self._pair(pair))
            done.update((pair.first, pair.second) if found else ())
            paired.update(f.meaning for f in found if isinstance(f, TypedMetric))
            yield from found
        for told in self._contrasts(done):
            paired.update([told.meaning] if isinstance(told, TypedMetric) else ())
            yield told
        for figure, old, meaning in turned_round(self._sentence, self._context):
            number = self._figures.index(figure) if figure in self._figures else -1
            if number not in done and any(map(self._may_blame, (figure, old))):
                done.add(number)
                message = f"`{figure.text.strip()}` is the value of {meaning.metric.name} today"
                yield drift(self._statement, figure, message, meaning)
        sentence, spans = self._sentence, self._spans
        listed = {} if sentence.written else dict(lists(sentence.placed, sentence.hits, spans))
        bound = {
            number: self._fitting(figure, listed.get(number))
            for number, figure in enumerate(self._figures)
            if number not in done
        }
        yield from self._bound(bound, paired)

    def totals(self) -> Findings:
        """Judge what is told of all where a record has less."""
        placed, told = self._sentence.placed, {f.number for f in self._sentence.figures}
        for total in totals(placed, self._sentence.segments):
            fitting = self._fitted(total, self._near(total.first, total.last)) or ()
            less = [f[:2] for f in fitting if is_less(total, f[1], told)]
            meant = (f for f in less if is_total_of(placed, total, f[0].hit, f[1].around))
            near = next(meant, None) if less and self._may_blame(total) else None
            found = blamed(self._context, total, *near) if near else None
            yield from [found] if found else ()

    def _bound(
        self, bound: Mapping[int, Sequence[Fitting] | None], paired: AbstractSet[Meaning]
    ) -> Findings:
        """Judge figures, by their numbers, by the metrics that each may be of."""
        known = {f[0][1] for f in bound.values() if f and f[0][2] is not Agreement.WRONG}
        for number, fitting in bound.items():
            one, two = self._figures[number], self._figures[max(0, number - 1) : number + 1]
            changed = bracketed(self._sentence.tokens, two, bound.get(number - 1))
            if fitting is None:
                yield from self._difference(one, known | paired)
            elif changed is None:
                yield from self._figure(one, fitting, known, paired)
            elif agreement(one, changed) is Agreement.WRONG and self._may_blame(one):
                yield drift(self._statement, one, says(one, changed), changed)

    def _near(self, first: int, last: int) -> list[Near]:
        others = [span for span in self._between if span[1] <= first or last <= span[0]]
        return candidates(self._sentence.placed, self._sentence.hits, first, last, others)

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
        if (wrong := wrong_pair(self._context, pair, named)) and self._may_blame(pair.new):
            yield drift(self._statement, *wrong)

    def _contrasts(self, done: set[int]) -> Findings:
        """Judge what is denied, with what is claimed instead, and add their numbers to `done`."""
        placed = self._sentence.placed
        for number, figure in enumerate(self._figures):
            if number not in done and is_contrasted(placed, figure):
                claimed = claimed_for(placed, self._figures, number, done)
                done.update((number,) if claimed is None else (number, claimed))
                yield from self._contrast(figure, claimed)

    def _contrast(self, denied: Quantity, number: int | None) -> Findings:
        """Judge a denied figure, and the one that is claimed in its place, by its number."""
        claimed = None if number is None else self._figures[number]
        if claimed:
            claimed, denied = same_unit(claimed, denied)
        ends = (denied, claimed or denied)
        near = self._near(min(f.first for f in ends), max(f.last for f in ends))
        wrong = wrong_contrast(self._context, claimed, denied, near)
        is_past = self._sentence.index.words.has("earlier", self._sentence.tokens)
        is_others = attribute(self._sentence, claimed or denied).subject is Subject.OTHERS
        is_own = self._may_blame(claimed) if claimed else not (is_past or is_others)
        if wrong and is_own:
            yield drift(self._statement, wrong[0], says(*wrong), wrong[1])
        elif claimed and not wrong:
            fitting = [f for f in self._fitted(claimed, near) or () if f[2] is not Agreement.WRONG]
            yield from self._figure(claimed, fitting, set(), set())

    def _fitting(self, figure: Quantity, listed: Hit[Meaning] | None) -> list[Fitting] | None:
        """Return the metrics named near a figure that it may be of; None if it is of a rest."""
        whole = None if figure.kind else self._sentence.wholes.get(figure.first)
        end = (whole or figure).last
        near = [Candidate(listed, 0.0)] if listed else self._near(figure.first, end)
        return self._fitted(figure, near)

    def _fitted(self, figure: Quantity, near: Sequence[Near]) -> list[Fitting] | None:
        named = [(c, m) for c in near for m in self._context.preferred(c.meanings)]
        if any(self._context.is_rest(figure, meaning) for _, meaning in named):
            return None
        meant = [(c, m) for c, m in named if not counts_other(self._context, figure, c, m)]
        fitting = [(c, m, a) for c, m in meant if (a := agreement(figure, m))]
        return chosen(fitting, self._sentence, figure)

    def _figure(
        self,
        figure: Quantity,
        fitting: Sequence[Fitting],
        told: AbstractSet[Meaning],
        paired: AbstractSet[Meaning],
    ) -> Findings:
        """Judge a figure by the metrics that it may be of; `told` have theirs elsewhere."""
        _, named, agreed = fitting[0] if fitting else (None, None, None)
        is_part = bool(fitting) and is_moved(self._sentence.placed, fitting[0][0].hit.end, figure)
        is_meant = is_part or agreed is Agreement.DERIVED or named in told | paired
        beside = named if is_meant else None
        wrong = wrong_ratio(self._sentence, figure, beside) if beside else ""
        if beside and wrong and self._may_blame(figure):
            yield drift(self._statement, figure, wrong, beside)
            return
        if meant := right(fitting):
            yield from self._right(figure, *meant)
            return
        spans = (wrong_span(self._sentence, figure, meaning) for meaning in told | paired)
        if (span := next(filter(None, spans), "")) and self._may_blame(figure):
            yield doubt(self._statement, figure, span, MARK)
            return
        is_product = is_multiplied(self._sentence, self._context, figure)
        near = fitting[0][:2] if fitting and not is_product and self._may_blame(figure) else None
        known = told | paired | self._context.own_told
        is_told = near is not None and near[1] in known and figure.kind != "x"
        changed = paired | {meaning for meaning in told if meaning.before}
        is_factor = near is not None and figure.kind == "x" and near[1] in changed
        if near and stands_beside(self._sentence, figure, near[1], told | paired):
            return
        blame = near if is_factor or not is_told else None
        found = blamed(self._context, figure, *blame, is_certain=is_factor) if blame else None
        if found:
            yield found
        elif wrong_difference(self._sentence, figure, told | paired):
            yield from self._difference(figure, told | paired)
        else:
            yield from self._unnamed(figure)

    def _difference(self, figure: Quantity, beside: AbstractSet[Meaning]) -> Findings:
        wrong = wrong_difference(self._sentence, figure, beside)
        if wrong and self._may_blame(figure):
            yield drift(self._statement, figure, *wrong)

    def _right(self, figure: Quantity, meaning: Meaning, agreed: Agreement) -> Findings:
        """Judge how a figure is told that is right by its value."""
        wrong = wrong_telling(self._sentence, figure, meaning, agreed)
        if foreign := self._context.foreign_subject(meaning):
            wrong = f"{meaning.says} is not of {foreign}"
        if wrong and self._may_blame(figure):
            yield drift(self._statement, figure, wrong, meaning)
            return
        whole = whole_told(self._sentence.placed, figure, meaning.rate)
        if whole and agreed is Agreement.VALUE and self._may_blame(figure):
            message = f"told of the whole {whole}, the record says {meaning.metric.scope}"
            yield doubt(self._statement, figure, message, meaning.hint)
        other = other_baseline(self._sentence, figure, meaning)
        if other and self._statement.kind in CLAIMS and self._may_blame(figure):
            message = f"told against `{other}`, the record compares with {meaning.metric.baseline}"
            yield doubt(self._statement, figure, message, meaning.hint)
        if agreed is not Agreement.DERIVED:
            yield TypedMetric(self._statement, figure, meaning, agreed is Agreement.BEFORE)

    def _unnamed(self, figure: Quantity) -> Findings:
        """Judge a figure for which its sentence names no metric."""
        known = self._context.equal(figure)
        if known:
            yield from self._right(figure, *known)
        found, words = self._sentence.tokens, self._sentence.index.words
        is_word = figure.form not in (Form.DIGITS, Form.ORDINAL) and len(figure.values) == 1
        is_count = is_word and is_exact_count(found, figure.first, figure.last, words)
        if known or (is_word and not is_count) or not self._may_blame(figure):
            return
        statement = self._statement
        meaning = None if is_word else slip(self._sentence, self._context, figure)
        is_paired = any(figure in (pair.new, pair.old) for pair in self._pairs)
        is_changed = is_paired or is_change(self._sentence, figure)
        if meaning:
            yield drift(statement, figure, says(figure, meaning), meaning)
        elif (
            (is_count or figure.form is Form.DIGITS)
            and statement.kind in CLAIMS
            and not statement.in_heading
            and attribute(self._sentence, figure).subject is not Subject.WORLD
            # While a record cannot be read, nobody knows what it backs of what leans on it.
            and not leans_on_unread(statement.passage, self._sentence.index.library)
            and not is_backed(self._sentence, self._context, figure, is_change=is_changed)
        ):
            yield doubt(statement, figure, f"no record backs `{figure.text.strip()}`", MARK)

    def _may_blame(self, figure: Quantity) -> bool:
        told = attribute(self._sentence, figure)
        return told.subject is not Subject.OTHERS and told.is_fact
