"""Figures that must not stand without a wording, and do."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from itertools import groupby

from dossier.claims.findings import StatementFindings
from dossier.claims.judge import Judge
from dossier.claims.mention import TypedMetric
from dossier.claims.metrics import Meaning
from dossier.claims.stemming import stems
from dossier.lint.file_view import FileView
from dossier.model.figure import WITH_SCOPE
from dossier.plain.problems import Problem


def check(view: FileView) -> Iterator[Problem]:
    """Find figures whose record asks for a qualifier that their section or card does not have."""
    if not any(entry.record.must_say for entry in view.library.records.values()):
        return
    for _, together in groupby(view.readings, _card):
        for section in _sections(together):
            yield from _section(view.judge, section)


def _card(reading: StatementFindings) -> Hashable:
    """Return what a text stands in together with others: the row or gap of a text field."""
    passage = reading.statement.passage
    if passage.path is None:
        return (passage.source.file, passage.offset)
    return (passage.source.file, passage.path[:2])


def _sections(group: Iterable[StatementFindings]) -> Iterator[list[StatementFindings]]:
    """Yield statements from one heading to the next."""
    section: list[StatementFindings] = []
    for reading in group:
        if reading.statement.in_heading and section:
            yield section
            section = []
        section.append(reading)
    if section:
        yield section


def _section(judge: Judge, section: list[StatementFindings]) -> Iterator[Problem]:
    said: str | None = None
    told: set[str] = set()
    for reading in section:
        statement = reading.statement
        if not (statement.written or reading.found):
            continue
        if statement.kind in (None, "record"):
            continue
        for start, end, meaning in _figures(judge, reading):
            record = meaning.entry.record
            if meaning.entry.id in told or not record.must_say:
                continue
            if said is None:
                said = _folded(" ".join(other.statement.text for other in section))
            if any(_folded(wording) in said for wording in record.must_say):
                continue
            told.add(meaning.entry.id)
            wordings = " or ".join(f"`{wording}`" for wording in record.must_say)
            titled = f'{meaning.reference[:-1]} "with scope")'
            hint = f"say {wordings} in this section, or write the figure with it: `{titled}`"
            message = f"{meaning.says} stands without what its record says must go with it"
            yield Problem("caveat-missing", statement.locate(start, end), message, hint)


def _figures(judge: Judge, reading: StatementFindings) -> Iterator[tuple[int, int, Meaning]]:
    statement = reading.statement
    for position, target in statement.written:
        meaning = judge.by_reference.get((target.id, target.metric or ""))
        if meaning and not _is_said(meaning, statement.titled.get(position, "")):
            yield position, position + 1, meaning
    for found in reading.found:
        if isinstance(found, TypedMetric):
            yield found.figure.start, found.figure.end, found.meaning


def _is_said(meaning: Meaning, title: str) -> bool:
    """Return whether the title of a reference prints one of its record's wordings."""
    said = _folded(title)
    wordings = meaning.entry.record.must_say
    return title == WITH_SCOPE or any(_folded(wording) in said for wording in wordings)


def _folded(text: str) -> str:
    """Return the stems of a text in their order, so that `20-concept` is `20 concepts`."""
    return f" {' '.join(stems(text))} "
