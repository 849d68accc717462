"""Statements to sentences: their words, their figures, and the metrics that they name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import changing
from dossier.plain.patterns import pattern
from dossier.prose.statements import Statement
from dossier.prose.targets import Scheme
from dossier.quantities.counting import counted
from dossier.quantities.direction import told_direction
from dossier.quantities.names import named_in
from dossier.quantities.placed import Placed
from dossier.quantities.quantity import Quantity
from dossier.quantities.reader import quantities
from dossier.quantities.splitting import split, with_answers
from dossier.quantities.stemming import stem, stems, telling
from dossier.quantities.tokens import Token, tokens
from dossier.quantities.vocabulary import Hit
from dossier.quantities.wholes import wholes
from dossier.records.metrics import Meaning
from dossier.records.record_index import BREAKS, RecordIndex

MOST_FIGURES = 24
"""How many figures of one sentence are judged."""
_SHARES = ("%", "pp")
"""What units measure whose names are no names of metrics: `percentage points`."""
_DIGIT = pattern(r"\d")


@changing
class Sentence:
    """A sentence of a statement. Not slotted: most is found late and kept."""

    index: RecordIndex
    statement: Statement
    tokens: Sequence[Token]
    number: int = 0
    """Which of its statement's sentences it is."""

    @property
    def before(self) -> Sentence | None:
        """The sentence before it in its statement."""
        return sentences(self.index, self.statement)[self.number - 1] if self.number else None

    @property
    def after(self) -> Sentence | None:
        """The sentence behind it in its statement."""
        return next(iter(sentences(self.index, self.statement)[self.number + 1 :]), None)

    @property
    def start(self) -> int:
        """Where it begins in the statement."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the statement."""
        return self.tokens[-1].end

    @property
    def _may_count(self) -> bool:
        """Return whether it could hold a typed figure: a cheap look."""
        if _DIGIT.search(self.statement.text, self.start, self.end):
            return True
        words = self.index.words
        is_empty = words.telling_numbers.isdisjoint([token.low for token in self.tokens])
        return not is_empty and words.may_count(self.statement.text)

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """The figures that are typed in it."""
        words, comma = self.index.words, self.index.comma
        found = self._may_count and quantities(self.statement.text, self.tokens, words, comma=comma)
        if not found:
            return ()
        named = {
            place
            for hit in self._named
            for place in range(hit.start, hit.end)
            if any(self.stemmed[place] in meaning.name_stems for meaning in hit.named)
        }
        return tuple(figure for figure in found if figure.first not in named)

    @cached_property
    def wholes(self) -> Mapping[int, Quantity]:
        """The figures that others are told of, by where these begin: the 41 of `34 of 41`."""
        return {part.first: whole for part, whole in wholes(self.placed, self.figures)}

    @cached_property
    def _named(self) -> list[Hit[Meaning]]:
        """Where it has names of metrics, those within figures too."""
        names = self.index.vocabulary
        return names.find(self.stemmed, self.parts) if names.may_find(self.stemmed) else []

    @cached_property
    def written(self) -> tuple[tuple[int, Meaning], ...]:
        """The tokens that stand for figures written by reference, with what they write."""
        found = []
        for place, target in self.statement.written:
            is_here = self.start <= place < self.end
            meaning = is_here and self.index.by_reference.get((target.id, target.metric_id))
            if meaning:
                found.append((self.position(place), meaning))
        return tuple(found)

    @cached_property
    def stemmed(self) -> tuple[str, ...]:
        """The stems of its words, the digits of its numbers, nothing for its signs."""
        return tuple([stem(token.low) if token.kind != "sign" else "" for token in self.tokens])

    @cached_property
    def stems(self) -> frozenset[str]:
        """Its stems, those of words that say nothing left out."""
        return frozenset(
            stem for stem, t in zip(self.stemmed, self.tokens, strict=True) if telling(t.text)
        )

    @cached_property
    def hits(self) -> tuple[Hit[Meaning], ...]:
        """Where it names metrics."""
        if not self.figures:
            return tuple(self._named)
        inside = [
            (f.first, f.last) for f in self.figures if not f.unit.is_name or f.kind in _SHARES
        ]
        factors = [range(f.first, f.last) for f in self.figures if f.kind in ("x", "times")]
        rates = [range(max(f.last, f.after - 2), f.after) for f in self.figures]
        return tuple(
            hit
            for hit in self._named
            if not any(a <= hit.start and hit.end <= b for a, b in inside)
            and not any(hit.start in factor for factor in factors)
            and not any(hit.start in rate for rate in rates)
        )

    @cached_property
    def parts(self) -> tuple[int, ...]:
        """For each token the number of the clause that it stands in."""
        return tuple(accumulate(map(set(self._ends).__contains__, range(len(self.tokens)))))

    @cached_property
    def projects(self) -> tuple[tuple[int, str], ...]:
        """Where it names projects, or links to them."""
        named = named_in(self.index.projects, self.tokens)
        found = [(place, project) for place, project in named if self._is_name(place, project)]
        for place, target in self.statement.cited:
            if target.scheme is Scheme.PROJECT and self.start <= place <= self.end:
                found.append((self.position(place), target.id))
        return tuple(sorted(set(found)))

    def _is_name(self, position: int, project: str) -> bool:
        """Return whether a project's name is one here: `the herd` and `Herd manager` may not be."""
        token = self.tokens[position]
        has_capital = position > 0 and token.text[0].isupper()
        title = stems(self.index.library.projects[project].project.title)
        is_long = len(title) > 1 and self.stemmed[position + 1 : position + 2] == tuple(title[1:2])
        return has_capital or is_long or token.low not in self.index.ordinary

    @cached_property
    def records(self) -> frozenset[str]:
        """The records that it cites or writes figures of."""
        cited = {
            target.id
            for place, target in (*self.statement.cited, *self.statement.written)
            if target.scheme is Scheme.EVIDENCE and self.start <= place <= self.end
        }
        return frozenset(cited)

    def head(self, figure: Quantity) -> str:
        """Return the stem of the first plural behind a count, which it counts; nothing for none."""
        place = counted(self.tokens, figure.last, self.index.words)
        return self.stemmed[place] if place is not None else ""

    def direction(self, figure: Quantity) -> str:
        """Return whether a figure is told as a rise (`up`) or a fall (`down`), or nothing."""
        first, _ = self.segment(figure.first)
        return told_direction(self.tokens, self.figures, figure, self.index.words, first)

    def position(self, place: int) -> int:
        """Return the first token at or after a place of the statement."""
        found = bisect_left(self.tokens, place, key=lambda token: token.start)
        return min(found, len(self.tokens) - 1)

    def segment(self, position: int) -> tuple[int, int]:
        """Return the part of the sentence, between its marks, that a token stands in."""
        after = bisect_left(self._ends, position)
        first = self._ends[after - 1] + 1 if after else 0
        last = self._ends[after] if after < len(self._ends) else len(self.tokens)
        return first, last

    @cached_property
    def segments(self) -> tuple[tuple[int, int], ...]:
        """All parts of the sentence between its marks, in order."""
        firsts = [0, *(end + 1 for end in self._ends)]
        return tuple(zip(firsts, (*self._ends, len(self.tokens)), strict=True))

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        """The tokens at which a clause ends or begins."""
        known, begins = self.index.breaks, self.placed.begins_clause
        places = [n for n, token in enumerate(self.tokens) if token.low in known]
        return tuple([n for n in places if self.tokens[n].text in BREAKS or begins(n)])

    @cached_property
    def placed(self) -> Placed:
        """Where phrases stand in it."""
        return Placed(self.index.words, self.tokens)


def may_tell(index: RecordIndex, statement: Statement) -> bool:
    """Return whether a statement could hold a figure that is told otherwise: a cheap look."""
    words, text = index.words, statement.text
    if _DIGIT.search(text) or words.may_count(text) or words.may_tell_all(text):
        return True
    written = [index.by_reference.get((t.id, t.metric_id)) for _, t in statement.written]
    known = [meaning for meaning in written if meaning]
    return len(set(known)) < len(known) or index.may_name_others(statement.text, known)


@lru_cache(maxsize=512)
def sentences(index: RecordIndex, statement: Statement) -> tuple[Sentence, ...]:
    """Return the sentences of a statement, kept while its file is read: several rules ask."""
    parts = with_answers(list(split(tokens(statement.text))), index.words)
    # They do not hold each other: what does stays until Python looks for garbage.
    return tuple(Sentence(index, statement, part, n) for n, part in enumerate(parts))
