"""Statements to findings: what is told otherwise than in its record, and what stands in none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.claims.attribution import (
    counts_the_text,
    is_generic,
    is_label,
    is_name,
    is_negated,
    is_of_others,
    is_quoted,
    negated_bound,
    no_figures,
)
from dossier.claims.bind import Told, bind, words_after
from dossier.claims.clauses import Clause
from dossier.claims.context import Context, counted
from dossier.claims.mention import Finding, Mention, TypedMetric
from dossier.claims.metrics import Meaning, agrees, is_comparable
from dossier.claims.numbers import Quantity, figures
from dossier.claims.polarity import is_earlier, told_earlier, wrong_sense
from dossier.claims.statements import CELL, Statement
from dossier.claims.stemming import WORD, stem, stem_set
from dossier.prose.citations import leans_on_unread


@dataclass(frozen=True)
class Judge(Context):
    """Holds statements against a library's records."""

    def judge(self, statement: Statement) -> Iterator[Finding | TypedMetric]:
        """Yield what is wrong with the figures of a statement, and those that are right but typed."""
        text, kind = statement.text, statement.kind
        if kind is None or (statement.in_heading and kind == "questions"):
            return
        typed = tuple(figures(text, statement.words))
        if not (typed or statement.written):
            return
        spared = no_figures(text) if typed else []
        told = [
            Told(figure.start, figure.end, figure)
            for figure in typed
            if not any(start < figure.end and figure.start < end for start, end in spared)
        ]
        for position, target in statement.written:
            meaning = self.by_reference.get((target.id, target.metric or ""))
            told.append(Told(position, position + 1, None, meaning))
        told.sort(key=lambda item: item.start)
        for clause in statement.clauses:
            inside = [item for item in told if clause.start <= item.start < clause.end]
            if inside:
                yield from self._clause(statement, clause, inside, kind)

    def _clause(
        self, statement: Statement, clause: Clause, told: Sequence[Told], kind: str
    ) -> Iterator[Finding | TypedMetric]:
        text = clause.text
        shifted = [
            Told(t.start - clause.start, t.end - clause.start, t.figure, t.meaning) for t in told
        ]
        named = [
            naming
            for naming in self.vocabulary.find(text)
            if not any(t.start <= naming.start and naming.end <= t.end for t in shifted)
        ]
        for item, names in zip(told, bind(text, shifted, named), strict=True):
            here = Mention(self, statement, clause, kind, item, names)
            found = _typed(here, item.figure) if item.figure else _written(here)
            if found:
                yield found


def _written(here: Mention) -> Finding | None:
    """Judge a figure that is written by reference: it may stand under another's name."""
    meaning = here.told.meaning
    if meaning is None:
        return None
    if _is_under_another_noun(here, meaning):
        message = f"`{here.names[0].metric.name}` follows, and this writes {meaning.says}"
        return here.drift(message, here.names[0])
    others = [m for m in here.names if m.metric.unit == meaning.metric.unit]
    if others and meaning not in here.names and not _is_within(others[0], meaning):
        message = f"the sentence speaks of {others[0].metric.name}, and this writes {meaning.says}"
        return here.drift(message, others[0])
    return _in_wrong_sense(here, meaning)


def _is_under_another_noun(here: Mention, meaning: Meaning) -> bool:
    """Return whether the name of another count follows at once: `7 tests` for 7 adapters."""
    if not here.names or meaning in here.names:
        return False
    other = here.names[0]
    if not (other.value and meaning.value and other.value.kind == meaning.value.kind == ""):
        return False
    following = {stem(word.lower()) for word in words_after(here.after, 0, 3)}
    own = {word for name in meaning.names for word in name}
    return any(set(name) <= following for name in other.names) and not following & own


def _is_of_own(here: Mention, meaning: Meaning) -> bool:
    """Return whether a record's text speaks of its own metric."""
    passage, entry = here.statement.passage, meaning.entry
    is_own = passage.path is not None and passage.path[: len(entry.path)] == entry.path
    return is_own and passage.source.file == entry.source.file


def _is_within(named: Meaning, meaning: Meaning) -> bool:
    """Return whether a name is only part of the words that the record has about its metric."""
    return any(set(name) <= meaning.around for name in named.names)


def _in_wrong_sense(here: Mention, meaning: Meaning) -> Finding | None:
    said = wrong_sense(here, meaning)
    return here.drift(said, meaning) if said else None


def _typed(here: Mention, figure: Quantity) -> Finding | TypedMetric | None:
    """Judge a figure that is typed."""
    text = here.statement.text
    if is_negated(here.clause, figure.start):
        bound = negated_bound(here.before, figure)
        if bound is None:
            return None
        figure = replace(figure, bound=bound)
    if is_quoted(here.statement, here.clause, figure, here.company):
        return None
    figure = _with_unit(here, figure)
    fitting = [m for m in here.names if is_comparable(figure, m) and not _counts(here, figure, m)]
    if not fitting:
        fitting = _half_named(here, figure)
    if _is_one(figure):
        following = {stem(w.lower()) for w in words_after(text, figure.end, 2)}
        fitting = [m for m in fitting if any(following & set(name) for name in m.names)]
    right = [m for m in fitting if agrees(figure, m)]
    if right:
        return _right(here, figure, right)
    if figure.kind == "ordinal" and not fitting:
        return None
    if fitting:
        return _otherwise(here, figure, here.best(fitting))
    return _unnamed(here, figure)


def _counts(here: Mention, figure: Quantity, meaning: Meaning) -> bool:
    """Return whether a bare figure counts something, and so is no measure: `100 alerts`."""
    is_bare = not figure.kind and meaning.value is not None and bool(meaning.value.kind)
    return is_bare and CELL not in here.statement.text and bool(_PLURAL.match(here.after))


_PLURAL = re.compile(r"\s+(?:[\w-]+\s+)?[a-z]{3,}s\b(?! (?:over|against|better|more))")


def _with_unit(here: Mention, figure: Quantity) -> Quantity:
    """Return a bare figure with the unit of the one before it: `by 22 % and recall by 26`."""
    if figure.kind or not here.names or not _ENDS.match(here.after):
        return figure
    before = list(figures(here.before))
    if not before or before[-1].kind not in ("%", "pp", "x"):
        return figure
    return replace(figure, kind=before[-1].kind)


_ENDS = re.compile(r"\s*(?:$|[,.;)]|and\b|over\b|against\b)")


def _half_named(here: Mention, figure: Quantity) -> list[Meaning]:
    """Return the one metric that a clause names but for a word, or that alone its sentence names."""
    if not figure.kind or here.names or figure.kind == "days":
        return []
    stems = stem_set(WORD.findall(here.clause.text.lower()))
    near = [m for m in here.ground.vocabulary.nearly(stems) if is_comparable(figure, m)]
    if not near and _IT.search(here.before):
        named = here.ground.vocabulary.find(here.clause.sentence)
        near = [m for naming in named for m in naming.meanings if is_comparable(figure, m)]
    return near if len({m.entry.id for m in near}) == 1 else []


_IT = re.compile(r"^\W*(?:and |but |so )?(?:it|this|that|which)\b", re.IGNORECASE)


def _right(here: Mention, figure: Quantity, known: Sequence[Meaning]) -> Finding | TypedMetric:
    meaning = here.best(known)
    wrong = _in_wrong_sense(here, meaning)
    if wrong and _is_of_others(here, is_named=bool(here.names)):
        wrong = None
    return wrong or TypedMetric(here.statement, figure, meaning)


def _otherwise(here: Mention, figure: Quantity, meaning: Meaning) -> Finding | TypedMetric | None:
    """Judge a figure that is not the value of what its clause names."""
    text = here.statement.text
    if figure.kind != "ordinal" and is_name(text, figure):
        return None
    if _is_part(text, figure, meaning) or counts_the_text(text, figure):
        return None
    if here.kind == "record" and not _is_of_own(here, meaning):
        return None
    when = told_earlier(here)
    siblings = [m for m in here.ground.by_record[meaning.entry.id] if agrees(figure, m)]
    fitting = [m for m in siblings if when is is_earlier(m) is not is_earlier(meaning)]
    if fitting:
        return _right(here, figure, fitting)
    if _is_of_others(here, is_named=True):
        return None
    message = f"`{figure.text.strip()}` is told of {meaning.metric.name}, the record says"
    return here.drift(f"{message} {meaning.says}", meaning)


def _unnamed(here: Mention, figure: Quantity) -> Finding | TypedMetric | None:
    """Judge a figure for which its clause names no metric."""
    known = here.ground.vocabulary.that_may_be(figure)
    right = [m for m in known if agrees(figure, m) and _supports(here, figure, m)]
    if right:
        return _right(here, figure, right)
    if len(figure.values) > 1 and _spans_metrics(here, figure):
        return None
    text = here.statement.text
    what = counted(text, figure)
    if what and (figure.values, figure.kind, what) in here.ground.spoken:
        return None
    if (
        here.kind == "record"
        or is_label(text, figure)
        or _is_of_a_kind(here, figure)
        or _is_of_others(here, is_named=False)
    ):
        return None
    # While a record cannot be read, nobody knows what it backs of what leans on it.
    if here.statement.in_heading or leans_on_unread(here.statement.passage, here.ground.library):
        return None
    cited = (m for m in here.ground.vocabulary.meanings if m.entry.id in here.cited)
    near = [m for m in cited if is_comparable(figure, m)]
    hint = (
        f"did you mean {near[0].says}? Write `{near[0].reference}`"
        if len(near) == 1
        else "write it into a record, or mark it: `[…](figure:estimate)`, posting, market or other"
    )
    message = f"no record backs `{figure.text.strip()}`"
    return Finding("figure-unbacked", here.statement, figure.start, figure.end, message, hint)


def _is_of_a_kind(here: Mention, figure: Quantity) -> bool:
    """Return whether a sentence speaks of things of a kind that no record measures."""
    if not is_generic(here.clause) or here.projects_in(here.clause.text):
        return False
    known = (m for m in here.ground.vocabulary.meanings if is_comparable(figure, m))
    return not any(here.clause.stems & {w for name in m.names for w in name} for m in known)


def _spans_metrics(here: Mention, figure: Quantity) -> bool:
    """Return whether a range runs from one metric of a record to another."""
    ends = [
        {
            m.entry.id
            for m in here.ground.vocabulary.meanings
            if m.value and m.value.kind == figure.kind and m.value.values == (end,)
        }
        for end in figure.values
    ]
    return bool(set.intersection(*ends))


def _supports(here: Mention, figure: Quantity, meaning: Meaning) -> bool:
    """Return whether the words around a figure could be about a metric that it equals."""
    if not figure.kind and not meaning.metric.unit:
        following = {stem(word.lower()) for word in words_after(here.statement.text, figure.end, 4)}
        return bool(following & {word for name in meaning.names for word in name})
    # A bare number is so many per cent or seconds where a column says so, or as a part of one.
    bare = not figure.kind and meaning.value is not None and bool(meaning.value.kind)
    if bare and CELL not in here.statement.text and figure.values[0] >= 1:
        return False
    if meaning.entry.id in here.cited:
        return True
    project = {stem(word) for word in (meaning.entry.project or "").split("-")}
    return bool(here.clause.stems & (meaning.around - project - {"record", "median"}))


def _is_of_others(here: Mention, *, is_named: bool) -> bool:
    is_own = bool(here.projects_in(here.clause.text))
    if here.statement.in_quote and not is_own and not is_named:
        return True
    return is_of_others(
        here.clause, here.position, here.kind, here.company, is_own=is_own, is_named=is_named
    )


def _is_one(figure: Quantity) -> bool:
    return figure.is_word and not figure.kind and figure.values[0] == 1


_THE_OTHERS = re.compile(r"\bthe (?:others?|rest)\b", re.IGNORECASE)


def _is_part(text: str, figure: Quantity, meaning: Meaning) -> bool:
    """Return whether a count is told of some of the counted things: `four more frameworks`."""
    value = meaning.value
    if value is None or value.kind or figure.kind:
        return False
    is_less = figure.values[0] < value.values[0]
    rest = r"\s+(?:more|other|others|further|of (?:the|its|my|them|these))\b"
    following = text[figure.end :]
    return is_less and bool(re.match(rest, following) or _THE_OTHERS.search(following))
