"""What all statements of a library are held against: metrics, projects, figures in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from dossier.claims.bind import words_after
from dossier.claims.metrics import Meaning, Vocabulary, meanings
from dossier.claims.numbers import Quantity, figures
from dossier.claims.statements import Statement
from dossier.claims.stemming import WORD, stem
from dossier.model.library import Library, ProjectEntry


@dataclass(frozen=True)
class Context:
    """The records and projects of a library. Not slotted: most of it is made late and kept."""

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
                    found.add((figure.values, figure.kind, counted(text or "", figure)))
        return frozenset(found)

    @cached_property
    def _first_words(self) -> frozenset[str]:
        """The first words of the projects' names."""
        names = (n for e in self.library.projects.values() for n in (e.project.title, e.id))
        return frozenset(next(iter(WORD.findall(name.lower())), "") for name in names)

    def may_name(self, statement: Statement) -> bool:
        """Return whether a statement can name a project: a cheap test."""
        return "" in self._first_words or not self._first_words.isdisjoint(statement.words)

    @cached_property
    def employers(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Whom the person has worked for, by name, and what finds each in text."""
        return tuple(
            (name, re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE))
            for name in employers(self.library)
        )

    @cached_property
    def by_record(self) -> Mapping[str, tuple[Meaning, ...]]:
        """The metrics of each record."""
        found: dict[str, list[Meaning]] = {}
        for meaning in self.vocabulary.meanings:
            found.setdefault(meaning.entry.id, []).append(meaning)
        return {record: tuple(group) for record, group in found.items()}

    @cached_property
    def by_page(self) -> Mapping[str, ProjectEntry]:
        """The projects by their files."""
        return {entry.source.file: entry for entry in self.library.projects.values()}


def employers(library: Library) -> tuple[str, ...]:
    """Return the names of the employers that the profile lists."""
    work = library.profile.profile.work if library.profile else ()
    return tuple(dict.fromkeys(job.employer for job in work if job.employer))


def counted(text: str, figure: Quantity) -> str:
    """Return the stem of what a figure counts: the first word after it that has an ending."""
    following = words_after(text, figure.end, 2)
    plural = next((word for word in following if word.endswith("s")), "")
    return stem((plural or "".join(following[:1])).lower())
