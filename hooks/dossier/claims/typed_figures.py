"""Figures that are typed where their record could write them, for `dossier fix`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.claims.judge import Judge
from dossier.claims.mention import TypedMetric
from dossier.claims.numbers import Bound
from dossier.claims.statements import Statement, statements
from dossier.claims.text_kind import kind_of
from dossier.model.figure import spell
from dossier.model.library import Library
from dossier.prose.passages import Passage, passages


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """A figure of prose that is exactly a metric's value."""

    passage: Passage
    start: int
    """Where it begins: in the source's body, or in the text of its YAML field."""
    end: int
    text: str
    """As it is typed."""
    reference: str
    """What writes the same from the record."""


def typed_figures(library: Library) -> Iterator[TypedFigure]:
    """Yield the typed figures whose reference would read the same, but for its spelling."""
    judge = Judge(library)
    for passage in passages(library):
        if kind_of(passage) in (None, "record"):
            continue
        for statement in statements(passage):
            for found in judge.judge(statement):
                figure = _of(found) if isinstance(found, TypedMetric) else None
                if figure:
                    yield figure


def _of(found: TypedMetric) -> TypedFigure | None:
    figure, statement = found.figure, found.statement
    # What is told with other words of bound would say them twice, or something else.
    is_plain = figure.bound is Bound.EXACT or figure.text[0] in "<>+" or figure.text[-1] == "+"
    if not is_plain or figure.kind in ("ordinal", "x") or statement.in_heading:
        return None
    place = _place(statement, figure.start, figure.end)
    if place is None:
        return None
    start, end = place
    text = statement.passage.text[start:end]
    if text != statement.raw[figure.start : figure.end]:
        return None
    first = statement.passage.offset if statement.passage.path is None else 0
    reference = found.meaning.reference
    sign = spell(found.meaning.metric).number[0]
    if sign in "+-" and not figure.sign and _follows_an_article(statement, figure.start):
        return None
    return TypedFigure(statement.passage, first + start, first + end, text, reference)


def _place(statement: Statement, start: int, end: int) -> tuple[int, int] | None:
    first, last = statement.offset(start), statement.offset(end - 1)
    return None if first is None or last is None else (first, last + 1)


def _follows_an_article(statement: Statement, start: int) -> bool:
    """Return whether a figure follows `a` or `an`, which would not stand well before its sign."""
    return statement.text[:start].lower().split()[-1:] in (["a"], ["an"])
