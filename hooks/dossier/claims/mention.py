"""A figure in its sentence, with all that is known of it there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dossier.claims.bind import Told
from dossier.claims.clauses import Clause
from dossier.claims.context import Context
from dossier.claims.metrics import Meaning
from dossier.claims.numbers import Quantity
from dossier.claims.statements import Statement
from dossier.claims.text_kind import row_evidence
from dossier.model.library import ApplicationEntry, ProjectEntry
from dossier.prose.targets import Scheme


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
class TypedMetric:
    """A figure that is typed where its record could write it."""

    statement: Statement
    figure: Quantity
    meaning: Meaning


@dataclass(frozen=True)
class Mention:
    """One figure. Not slotted: some of what is known is made late and kept."""

    ground: Context
    statement: Statement
    clause: Clause
    kind: str
    told: Told
    names: tuple[Meaning, ...]
    """The metrics that its clause names for it."""

    @property
    def position(self) -> int:
        """Where it begins in its clause."""
        return self.told.start - self.clause.start

    @property
    def before(self) -> str:
        """What its clause says before it."""
        return self.clause.text[: self.position]

    @property
    def after(self) -> str:
        """What its clause says after it."""
        return self.clause.text[self.told.end - self.clause.start :]

    @cached_property
    def cited(self) -> frozenset[str]:
        """The records that its statement or its row cites."""
        statement = self.statement
        found = {target.id for _, target in statement.cited if target.scheme is Scheme.EVIDENCE}
        found |= {target.id for _, target in statement.written}
        return frozenset(found) | row_evidence(statement.passage)

    @property
    def page(self) -> ProjectEntry | None:
        """The project whose page it stands on."""
        return self.ground.by_page.get(self.statement.passage.source.file)

    @property
    def company(self) -> re.Pattern[str] | None:
        """What finds the company's names in text."""
        entry = self.statement.passage.application
        return company_pattern(entry) if entry else None

    def projects_in(self, text: str) -> list[ProjectEntry]:
        """Return the projects that a part of the statement names."""
        if not self.ground.may_name(self.statement):
            return []
        return [entry for name, entry in self.ground.projects if name.search(text)]

    def best(self, known: Sequence[Meaning]) -> Meaning:
        """Return the one of several metrics that the context speaks of."""
        projects = {entry.id for entry in self.projects_in(self.statement.text)}
        page = self.page.id if self.page else None
        return min(
            known,
            key=lambda m: (
                m.entry.id not in self.cited,
                m.entry.project not in projects,
                m.entry.project != page,
            ),
        )

    def drift(self, message: str, meaning: Meaning) -> Finding:
        """Return that the figure is not what its record says."""
        return Finding(
            "figure-drift",
            self.statement,
            self.told.start,
            self.told.end,
            message,
            f"write `{meaning.reference}` ({meaning.entry.source.locate(meaning.entry.path)})",
            meaning,
        )


_SHORTEST_NAME = 4
_COMMON = frozenset(
    {"the", "new", "first", "united", "general", "national", "open", "data", "global"}
)
"""First words of companies' names that stand for no company by themselves."""


def company_pattern(entry: ApplicationEntry) -> re.Pattern[str]:
    """Return what finds a dossier's company in text."""
    return _names(entry.application.company, entry.application.aliases)


@lru_cache(maxsize=1024)
def _names(company: str, aliases: tuple[str, ...]) -> re.Pattern[str]:
    names = [re.escape(name) for name in (company, *aliases)]
    first, _, more = company.partition(" ")
    # Its first word, if it is written as a name: `Acme` for `Acme Energy`.
    if more and len(first) >= _SHORTEST_NAME and first.lower() not in _COMMON:
        names.append(f"(?-i:{re.escape(first)})")
    return re.compile("|".join(rf"(?<!\w){name}(?!\w)" for name in names), re.IGNORECASE)
