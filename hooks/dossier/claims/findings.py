"""What is found of the figures in a statement: what is wrong, and what is right but typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dossier.plain.frozen import frozen
from dossier.plain.problems import Severity
from dossier.prose.passages import Passage
from dossier.prose.statements import Statement, statements
from dossier.quantities.quantity import Quantity
from dossier.quantities.tokens import Token
from dossier.records.metrics import Meaning

MARK = "write it into a record, or mark what is no work of yours: `[…](figure:other)`, or estimate"


@frozen
class Finding:
    """A figure that is not what it is told to be, or that nothing backs."""

    code: str
    statement: Statement
    start: int
    end: int
    message: str
    hint: str
    severity: Severity = Severity.ERROR


@frozen
class TypedMetric:
    """A figure that is typed where its record could write it."""

    statement: Statement
    figure: Quantity
    meaning: Meaning
    is_before: bool = False
    """Whether it is the metric's earlier value."""


Findings = Iterator[Finding | TypedMetric]


@frozen
class StatementFindings:
    """A statement, and what its figures are held to be."""

    statement: Statement
    found: tuple[Finding | TypedMetric, ...]


def drift(statement: Statement, at: Quantity | Token, message: str, meaning: Meaning) -> Finding:
    """Return that a figure is not what its record says."""
    hint = f"write `{meaning.reference}` ({meaning.entry.source.locate(meaning.entry.path)})"
    return Finding("figure-drift", statement, at.start, at.end, message, hint)


def doubt(
    statement: Statement,
    at: Quantity | Token,
    message: str,
    hint: str,
    code: str = "figure-unbacked",
) -> Finding:
    """Return that a figure deserves a look."""
    return Finding(code, statement, at.start, at.end, message, hint, Severity.WARNING)


def says(figure: Quantity, meaning: Meaning) -> str:
    """Return how a figure differs from its record, for a message."""
    measured = f" {figure.measured}" if meaning.measure and figure.measured else ""
    told = f"`{figure.text.strip()}{measured}` is told of {meaning.metric.name}"
    true = meaning.says
    if figure.rate and figure.values == meaning.told.values:
        # What differs is none of the two figures.
        told += " per another time" if figure.rate.kind == "time" else " per something else"
        true += f", {meaning.metric.scope}" if meaning.metric.scope else ""
    return f"{told}, the record says {true}"


def read(
    judge: Callable[[Statement], Iterator[Finding | TypedMetric]], passages: Iterable[Passage]
) -> tuple[StatementFindings, ...]:
    """Return the statements of passages, in the order of the texts."""
    return tuple(
        StatementFindings(statement, tuple(judge(statement)))
        for passage in passages
        for statement in statements(passage)
    )
