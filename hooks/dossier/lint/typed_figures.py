"""Figures that are typed where their record could write them, for `dossier fix`."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.claims.attribution import Subject, attribute
from dossier.claims.findings import TypedMetric
from dossier.claims.judge import Judge
from dossier.claims.sentences import sentences
from dossier.model.figure import spellings, write
from dossier.model.library import Library
from dossier.plain.frozen import frozen
from dossier.prose.passages import Passage, passages
from dossier.prose.statements import Statement, statements
from dossier.prose.text_kind import kind_of
from dossier.quantities.quantity import Form, Quantity


@frozen
class TypedFigure:
    """A figure of prose that is a metric's value."""

    passage: Passage
    start: int
    """Where it begins: in the source's body, or in the text of its YAML field."""
    end: int
    text: str
    """As it is typed."""
    reference: str
    """What writes the same from the record; empty if no spelling of it reads as what is typed."""
    readings: tuple[str, str]
    """The text around it as readers see it, now and with the reference."""


def typed_figures(library: Library) -> Iterator[TypedFigure]:
    """Yield the typed figures, each with the reference that reads the same, if there is one."""
    judge = Judge(library)
    for passage in passages(library):
        if kind_of(passage) in (None, "record"):
            continue
        for statement in statements(passage):
            for found in judge.judge(statement):
                if isinstance(found, TypedMetric) and _is_own(judge, found):
                    figure = _of(judge, found)
                    yield from (figure,) if figure else ()


def _is_own(judge: Judge, found: TypedMetric) -> bool:
    """Return whether a figure is told as one's own: what others say stays when a record changes."""
    figure = found.figure
    around = (s for s in sentences(judge.index, found.statement) if s.start <= figure.start < s.end)
    return all(
        told.is_fact
        and told.subject in (Subject.ONESELF, Subject.UNSAID)
        # `Our competitors reach` is told by oneself, and of others.
        and not sentence.placed.has("others", *sentence.segment(figure.first))
        for sentence, told in ((s, attribute(s, figure)) for s in around)
    )


def _of(judge: Judge, found: TypedMetric) -> TypedFigure | None:
    figure, statement = found.figure, found.statement
    if figure.form not in (Form.DIGITS, Form.ORDINAL) or statement.in_heading:
        return None
    place = _place(statement, figure.start, figure.end)
    if place is None:
        return None
    start, end = place
    text = statement.passage.text[start:end]
    if text != statement.raw[figure.start : figure.end]:
        return None
    first = statement.passage.offset if statement.passage.path is None else 0
    reference, printed = _reference(found, text)
    before, after = (_rendered(judge, statement, figure, shown) for shown in (text, printed))
    return TypedFigure(
        statement.passage,
        first + start,
        first + end,
        text,
        reference,
        (before, after),
    )


def _reference(found: TypedMetric, text: str) -> tuple[str, str]:
    """Return the reference whose rendering reads as a figure does, and that rendering."""
    meaning = found.meaning
    earlier = ".before" if found.is_before else ""
    address = f"evidence:{meaning.entry.id}#{meaning.metric.id}{earlier}"
    for title, printed in spellings(meaning.metric, is_before=found.is_before):
        if _read(printed) == _read(text):
            return (f'[]({address} "{title}")' if title else f"[]({address})"), printed
    return "", ""


def _rendered(judge: Judge, statement: Statement, figure: Quantity, shown: str) -> str:
    """Return a statement as readers see it, with another spelling of one of its figures."""
    parts = [(figure.start, figure.end, shown)]
    for place, target in statement.written:
        meaning = judge.index.by_reference.get((target.id, target.metric_id))
        if meaning:
            is_before = target.metric != meaning.metric.id
            title = statement.titled.get(place, "")
            parts.append((place, place + 1, write(meaning.metric, title, is_before=is_before)))
    text = statement.raw
    for start, end, new in sorted(parts, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _read(text: str) -> str:
    """Return a figure without its blanks, which its unit may have or not."""
    return "".join(text.split())


def _place(statement: Statement, start: int, end: int) -> tuple[int, int] | None:
    first, last = statement.offset(start), statement.offset(end - 1)
    return None if first is None or last is None else (first, last + 1)
