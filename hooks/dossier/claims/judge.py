"""Statements to findings: what is told otherwise than in its record, and what stands in none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from dossier.claims.bind import Told, bind, words_after
from dossier.claims.clauses import Clause
from dossier.claims.kinds import row_evidence
from dossier.claims.metrics import Meaning, Vocabulary, agrees, is_comparable, meanings
from dossier.claims.numbers import Figure, figures
from dossier.claims.statements import Statement
from dossier.claims.whose import (
    is_label,
    is_name,
    is_negated,
    is_of_others,
    is_quoted,
    no_figures,
)
from dossier.claims.words import WORD, stem, stems
from dossier.library import ApplicationEntry, Library, ProjectEntry
from dossier.references.targets import Scheme

_DOWN = re.compile(
    r"\b(?:drop(?:s|ped)?|fell|falls?|lower(?:s|ed)?|decreas\w+|declin\w+|reduc\w+|worse\w*|loses?"
    r"|lost|cuts?|down|shr[aiu]nk\w*|less|minus|slower|sank|loss)\b",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:ris(?:e[ns]?|ing)|rose|gain\w*|improv\w+|increas\w+|higher|up|better|rais\w+|climb\w*|grew"
    r"|grows?)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:over|above|against|versus|vs\.?|compared (?:to|with)|relative to|than|ahead of|beat(?:s|ing)?"
    r"|outperform(?:s|ed|ing)?|outdo(?:es|ing)?|outdid)\s+(?P<what>[^,.;:()]+)",
    re.IGNORECASE,
)
_ANY_BASELINE = frozenset(
    stem(word)
    for word in [
        "baseline",
        "before",
        "control",
        "default",
        "static",
        "naive",
        "unlearned",
        "it",
        "that",
        "them",
        "what",
        "plain",
        "vanilla",
        "time",
        "real",
        "stdio",
        "use",
        "whole",
        "course",
        "feedback",
    ]
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A figure that is not what it is told to be, or that nothing backs."""

    code: str
    statement: Statement
    start: int
    end: int
    message: str
    hint: str
    meaning: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """A figure that is typed where its record could write it."""

    statement: Statement
    figure: Figure
    meaning: Meaning


@dataclass(frozen=True)
class Judge:
    """What all statements of a library are held against. Not slotted: it is made late and kept."""

    library: Library

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The names of all metrics."""
        return Vocabulary(meanings(self.library))

    @cached_property
    def by_reference(self) -> Mapping[tuple[str, str], Meaning]:
        """The metrics by record and id."""
        return {(m.entry.id, m.metric.id): m for m in self.vocabulary.meanings}

    @cached_property
    def projects(self) -> tuple[tuple[re.Pattern[str], ProjectEntry], ...]:
        """The projects with the names that prose has for them."""
        return tuple(
            (
                re.compile(
                    rf"(?<![\w-])(?:{re.escape(entry.project.title)}|{re.escape(entry.id)})(?![\w-])",
                    re.IGNORECASE,
                ),
                entry,
            )
            for entry in self.library.projects.values()
        )

    @cached_property
    def spoken(self) -> frozenset[tuple[tuple[Decimal, ...], str, str]]:
        """The figures that records have in words: value, kind, and what is counted."""
        found = set()
        for entry in self.library.records.values():
            record = entry.record
            scopes = (text for m in record.metrics for text in (m.scope, m.baseline))
            for text in (record.claim, record.method, record.limits, *record.must_say, *scopes):
                for figure in figures(text or ""):
                    found.add((figure.values, figure.kind, _counted(text or "", figure)))
        return frozenset(found)

    @cached_property
    def _first_words(self) -> frozenset[str]:
        """The first words of the projects' names."""
        names = (n for e in self.library.projects.values() for n in (e.project.title, e.id))
        return frozenset(next(iter(WORD.findall(name.lower())), "") for name in names)

    def may_name(self, statement: Statement) -> bool:
        """Return whether a statement can name a project: a cheap test."""
        return "" in self._first_words or not self._first_words.isdisjoint(statement.words)

    def judge(self, statement: Statement) -> Iterator[Finding | Typed]:
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
    ) -> Iterator[Finding | Typed]:
        text = clause.text
        shifted = [
            Told(t.start - clause.start, t.end - clause.start, t.figure, t.meaning) for t in told
        ]
        named = [
            naming
            for naming in self.vocabulary.find(text)
            if not any(t.start <= naming.start < t.end for t in shifted)
        ]
        for item, names in zip(told, bind(text, shifted, named), strict=True):
            here = _Here(self, statement, clause, kind, item, names)
            found = here.typed() if item.figure else here.written()
            if found:
                yield found


@dataclass(frozen=True)
class _Here:
    """One figure, with all that is known of it."""

    judge: Judge
    statement: Statement
    clause: Clause
    kind: str
    told: Told
    names: tuple[Meaning, ...]

    def written(self) -> Finding | None:
        """Judge a figure that is written by reference: it may stand under another's name."""
        meaning = self.told.meaning
        if meaning is None:
            return None
        others = [m for m in self.names if m.metric.unit == meaning.metric.unit]
        if others and meaning not in self.names and not self._is_within(others[0], meaning):
            message = (
                f"the sentence speaks of {others[0].metric.name}, and this writes {meaning.says}"
            )
            return self._drift(message, others[0])
        return self._bad_sense(meaning)

    @staticmethod
    def _is_within(named: Meaning, meaning: Meaning) -> bool:
        """Return whether a name is only part of the words that the record has about its metric."""
        return any(set(name) <= meaning.around for name in named.names)

    def typed(self) -> Finding | Typed | None:
        """Judge a figure that is typed."""
        figure = self.told.figure
        assert figure is not None  # noqa: S101 - the caller has looked
        names = company_pattern(self.statement.passage.application)
        if is_negated(self.clause, figure.start):
            return None
        if is_quoted(self.statement, self.clause, figure, names):
            return None
        fitting = [m for m in self.names if is_comparable(figure, m)]
        if _is_one(figure):
            following = {stem(w.lower()) for w in words_after(self.statement.text, figure.end, 2)}
            fitting = [m for m in fitting if any(following & set(name) for name in m.names)]
        right = [m for m in fitting if agrees(figure, m)]
        if right:
            return self._bad_sense(right[0]) or Typed(self.statement, figure, right[0])
        if figure.kind == "ordinal" and not fitting:
            return None
        if fitting:
            return self._otherwise(figure, self._best(fitting))
        return self._unnamed(figure)

    def _otherwise(self, figure: Figure, meaning: Meaning) -> Finding | None:
        if figure.kind != "ordinal" and is_name(self.statement.text, figure):
            return None
        if _is_part(self.statement.text, figure, meaning):
            return None
        if self.kind == "record" and meaning.entry.source.file != self.statement.passage.source.file:
            return None
        if self._is_of_others(is_named=True):
            return None
        return self._drift(
            f"`{figure.text.strip()}` is told of {meaning.metric.name}, the record says "
            f"{meaning.says}",
            meaning,
        )

    def _unnamed(self, figure: Figure) -> Finding | Typed | None:
        known = self.judge.vocabulary.that_may_be(figure)
        right = [m for m in known if agrees(figure, m) and self._supports(figure, m)]
        if right:
            meaning = self._best(right)
            return self._bad_sense(meaning) or Typed(self.statement, figure, meaning)
        if len(figure.values) > 1 and self._spans_metrics(figure):
            return None
        counted = _counted(self.statement.text, figure)
        if counted and (figure.values, figure.kind, counted) in self.judge.spoken:
            return None
        if (
            self.kind == "record"
            or is_label(self.statement.text, figure)
            or self._is_of_others(is_named=False)
        ):
            return None
        # While a record cannot be read, nobody knows what it backs.
        if self.statement.in_heading or self.judge.library.unread:
            return None
        near = [m for m in self._context() if is_comparable(figure, m)]
        hint = (
            f"did you mean {near[0].says}? Write `{near[0].reference}`"
            if len(near) == 1
            else "write it into a record, or mark it: `[…](figure:estimate)`, posting, market or other"
        )
        return Finding(
            "figure-unbacked",
            self.statement,
            figure.start,
            figure.end,
            f"no record backs `{figure.text.strip()}`",
            hint,
        )

    def _spans_metrics(self, figure: Figure) -> bool:
        """Return whether a range runs from one metric of a record to another."""
        ends = [
            {
                m.entry.id
                for m in self.judge.vocabulary.meanings
                if m.value and m.value.kind == figure.kind and m.value.values == (end,)
            }
            for end in figure.values
        ]
        return bool(set.intersection(*ends))

    def _supports(self, figure: Figure, meaning: Meaning) -> bool:
        """Return whether the words around a figure could be about a metric that it equals."""
        if not figure.kind and not meaning.metric.unit:
            following = {
                stem(word.lower()) for word in words_after(self.statement.text, figure.end, 4)
            }
            return bool(following & {word for name in meaning.names for word in name})
        if meaning.entry.id in self._cited():
            return True
        return bool(self.clause.stems & (meaning.around - {"record", "median"}))

    def _bad_sense(self, meaning: Meaning) -> Finding | None:
        """Find a right value in a wrong sense: sign, baseline, whose project."""
        clause, metric = self.clause, meaning.metric
        position = self.told.start - clause.start
        figure = self.told.figure
        said = clause.text[:position]
        downs = [found.end() for found in _DOWN.finditer(said)]
        # What rises last, before the figure, rises.
        falls = (downs and not _UP.search(said, downs[-1])) or _DOWN.match(
            clause.text[self.told.end - clause.start :].strip(" ).,")
        )
        if (
            metric.op
            and metric.op.value == "+"
            and (
                (figure and figure.sign == "-")
                or (falls and not re.search(r"\bnot?\b", clause.text[:position]))
            )
        ):
            return self._drift(f"the record says {meaning.says}, and the sentence a loss", meaning)
        wrong = self._wrong_baseline(meaning)
        if wrong:
            message = f"told against {wrong}; the record's baseline is {metric.baseline}"
            return self._drift(message, meaning)
        project = self._wrong_project(meaning)
        if project:
            message = (
                f"told of {project.project.title}; {meaning.says} is a figure of "
                f"{meaning.entry.project or meaning.entry.id}"
            )
            return self._drift(message, meaning)
        return None

    def _wrong_baseline(self, meaning: Meaning) -> str:
        if not meaning.metric.baseline:
            return ""
        offset = self.clause.start - self.clause.sentence_start
        for found in _AGAINST.finditer(self.clause.sentence, offset):
            words = re.findall(r"[\w-]+", found["what"])[:5]
            compared = [stem(word.lower()) for word in words for word in word.split("-")]
            compared = [word for word in compared if len(word) > 1]
            if not compared or compared[0].isdigit() or words[0].isdigit():
                continue
            metric = meaning.metric
            known = {*stems(metric.baseline or ""), *stems(metric.scope or "")}
            known |= _ANY_BASELINE | self.judge.vocabulary.words
            if not set(compared) & known:
                return found["what"].strip()
        return ""

    def _wrong_project(self, meaning: Meaning) -> ProjectEntry | None:
        if not meaning.entry.project:
            return None
        if not self.judge.may_name(self.statement):
            return None
        before = self.clause.text[: self.told.start - self.clause.start]
        own = [entry for name, entry in self.judge.projects if name.search(self.clause.sentence)]
        if any(entry.id == meaning.entry.project for entry in own):
            return None
        for name, entry in self.judge.projects:
            if not name.search(before) or entry.id == meaning.entry.project:
                continue
            words = {stem(word) for word in entry.id.split("-")} | set(stems(entry.project.title))
            if not (words - {stem(meaning.entry.project)}) & meaning.around:
                return entry
        return None

    def _is_of_others(self, *, is_named: bool) -> bool:
        names = company_pattern(self.statement.passage.application)
        is_own = self.judge.may_name(self.statement) and any(
            name.search(self.clause.text) for name, _ in self.judge.projects
        )
        position = self.told.start - self.clause.start
        if self.statement.in_quote and not is_own and not is_named:
            return True
        return is_of_others(
            self.clause, position, self.kind, names, is_own=is_own, is_named=is_named
        )

    def _best(self, known: Sequence[Meaning]) -> Meaning:
        """Return the one of several that the context speaks of."""
        cited = self._cited()
        projects = {e.id for name, e in self.judge.projects if name.search(self.statement.text)}
        return min(known, key=lambda m: (m.entry.id not in cited, m.entry.project not in projects))

    def _cited(self) -> frozenset[str]:
        found = {
            target.id for _, target in self.statement.cited if target.scheme is Scheme.EVIDENCE
        }
        found |= {target.id for _, target in self.statement.written}
        return frozenset(found) | row_evidence(self.statement.passage)

    def _context(self) -> list[Meaning]:
        cited = self._cited()
        return [m for m in self.judge.vocabulary.meanings if m.entry.id in cited]

    def _drift(self, message: str, meaning: Meaning) -> Finding:
        return Finding(
            "figure-drift",
            self.statement,
            self.told.start,
            self.told.end,
            message,
            f"write `{meaning.reference}` ({meaning.entry.source.locate(meaning.entry.path)})",
            meaning,
        )


def _counted(text: str, figure: Figure) -> str:
    """Return the stem of what a figure counts: the first word after it that has an ending."""
    following = words_after(text, figure.end, 2)
    plural = next((word for word in following if word.endswith("s")), "")
    return stem((plural or "".join(following[:1])).lower())


def _is_one(figure: Figure) -> bool:
    return figure.is_word and not figure.kind and figure.values[0] == 1


def _is_part(text: str, figure: Figure, meaning: Meaning) -> bool:
    """Return whether a count is told of some of the counted things: `four more frameworks`."""
    value = meaning.value
    if value is None or value.kind or figure.kind:
        return False
    is_less = figure.values[0] < value.values[0]
    rest = r"\s+(?:more|other|others|further|of (?:the|its|my|them|these))\b"
    return is_less and re.match(rest, text[figure.end :]) is not None


def company_pattern(entry: ApplicationEntry | None) -> re.Pattern[str] | None:
    """Return what finds a dossier's company in text."""
    if entry is None:
        return None
    names = (entry.application.company, *entry.application.aliases)
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names), re.IGNORECASE)
