"""Figures that must not stand without a wording, and do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from dossier.claims.findings import StatementFindings, TypedMetric
from dossier.claims.judge import Judge
from dossier.lint.card import Card
from dossier.lint.rule import Rule
from dossier.model.document import FileKind
from dossier.model.figure import WITH_SCOPE
from dossier.plain.problems import Problem
from dossier.quantities.stemming import stems
from dossier.records.metrics import Meaning


def check(card: Card) -> Iterator[Problem]:
    """Find figures whose record asks for a qualifier that their section or card does not have."""
    # What a section or a source is called has its qualifiers below it.
    if card.is_label or not card.judge.index.has_wordings:
        return
    for section in _sections(card.statements):
        yield from _section(card.judge, section)


def _sections(statements: Iterable[StatementFindings]) -> Iterator[list[StatementFindings]]:
    """Yield statements from one heading to the next."""
    section: list[StatementFindings] = []
    for found in statements:
        if found.statement.in_heading and section:
            yield section
            section = []
        section.append(found)
    if section:
        yield section


def _section(judge: Judge, section: list[StatementFindings]) -> Iterator[Problem]:
    text = " ".join(other.statement.text for other in section)
    reported: set[str] = set()
    for found in section:
        statement = found.statement
        if not (statement.written or found.found):
            continue
        if statement.kind in (None, "record"):
            continue
        for start, end, meaning in _figures(judge, found):
            record = meaning.entry.record
            if meaning.entry.id in reported or not record.must_say:
                continue
            if any(_is_said(wording, text) for wording in record.must_say):
                continue
            reported.add(meaning.entry.id)
            wordings = " or ".join(f"`{wording}`" for wording in record.must_say)
            titled = f'{meaning.reference[:-1]} "with scope")'
            hint = f"say {wordings} in this section, or write the figure with it: `{titled}`"
            message = f"{meaning.says} stands without what its record says must go with it"
            yield Problem("caveat-missing", statement.locate(start, end), message, hint)


def _figures(judge: Judge, found: StatementFindings) -> Iterator[tuple[int, int, Meaning]]:
    """Yield where figures begin and end that stand without a wording, and what they mean."""
    statement = found.statement
    for position, target in statement.written:
        meaning = judge.index.by_reference.get((target.id, target.metric_id))
        if meaning and not _prints_wording(meaning, statement.titled.get(position, "")):
            yield position, position + 1, meaning
    for metric in found.found:
        if isinstance(metric, TypedMetric):
            yield metric.figure.start, metric.figure.end, metric.meaning


def _prints_wording(meaning: Meaning, title: str) -> bool:
    """Return whether the title of a reference prints one of its record's wordings."""
    if not title:
        return False
    words = _stemmed(title)
    wordings = meaning.entry.record.must_say
    return title == WITH_SCOPE or any(_stemmed(wording) in words for wording in wordings)


@lru_cache(maxsize=64)
def _is_said(wording: str, text: str) -> bool:
    """Return whether a section has a wording: each of its figures and records asks."""
    low, said = _lowered(text), _stemmed(wording)
    # A word begins with its stem, and stems are costly.
    return all(word in low for word in said.split()) and said in _stemmed(text)


@lru_cache(maxsize=16)
def _lowered(text: str) -> str:
    return text.lower()


@lru_cache(maxsize=64)
def _stemmed(text: str) -> str:
    """Return the stems of a text in their order, so that `20-concept` is `20 concepts`."""
    return f" {' '.join(stems(text))} "


RULE = Rule("caveat-missing", in_card=check, needs=(FileKind.EVIDENCE,))
