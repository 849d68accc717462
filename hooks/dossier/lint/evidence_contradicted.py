"""Metrics whose value the artifact that they point to contradicts, as `dossier verify` found."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.figure import spell
from dossier.model.library import RecordEntry
from dossier.model.verdict import NO_NUMBER, CheckOutcome, CheckResult
from dossier.plain.dates import spell_date
from dossier.plain.problems import Problem


def check(view: FileView) -> Iterator[Problem]:
    """Report contradictions to whoever sees the record."""
    for entry in view.records:
        for result in entry.verdict.parts.values() if entry.verdict else ():
            if result.outcome is CheckOutcome.CONTRADICTED:
                yield from _contradicted(entry, result)


def _contradicted(entry: RecordEntry, result: CheckResult) -> Iterator[Problem]:
    values = dict(result.values)
    for position, metric in enumerate(entry.record.metrics):
        if metric.id in result.against:
            where = entry.source.locate((*entry.path, "metrics", position, "value"))
            message = f"`{entry.id}#{metric.id}` is {spell(metric)}, but its source says otherwise"
            value = values.get(metric.id, "")
            spelled = f"`{value}`" if value else NO_NUMBER
            said = f"the artifact says {spelled} ({spell_date(result.checked)})"
            hint = f"{said}; correct the value, or its place"
            yield Problem("evidence-contradicted", where, message, hint)


RULE = Rule("evidence-contradicted", check=check)
