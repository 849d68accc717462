"""What `dossier verify` found: values that an artifact contradicts, sources that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model.audience import Audience
from dossier.model.figure import spell
from dossier.model.library import Library, RecordEntry
from dossier.model.verdict import CheckOutcome, CheckResult, SourcePart
from dossier.plain.dates import spell_date
from dossier.plain.problems import Problem, warning

_KEYS = {SourcePart.COMMIT: "commit", SourcePart.FILE: "path", SourcePart.URL: "url"}
"""The key of a source that each part is checked by."""


def check(library: Library) -> Iterator[Problem]:
    """Tell contradictions to whoever sees the record, and the rest to the author alone."""
    for entry in library.records.values():
        for part, finding in entry.verdict.parts.items() if entry.verdict else ():
            if finding.outcome is CheckOutcome.CONTRADICTED:
                yield from _contradicted(entry, finding)
            elif library.audience is Audience.PRIVATE:
                yield from _broken_or_moved(entry, part, finding)


def _contradicted(entry: RecordEntry, finding: CheckResult) -> Iterator[Problem]:
    said = dict(finding.values)
    for position, metric in enumerate(entry.record.metrics):
        if metric.id in finding.against:
            where = entry.source.locate((*entry.path, "metrics", position, "value"))
            message = f"`{entry.id}#{metric.id}` is {spell(metric)}, but its source says otherwise"
            spelled = f"the artifact says `{said.get(metric.id, '')}`"
            hint = f"{spelled} ({spell_date(finding.checked)}); correct the value, or its place"
            yield Problem("evidence-contradicted", where, message, hint)


def _broken_or_moved(
    entry: RecordEntry, part: SourcePart, finding: CheckResult
) -> Iterator[Problem]:
    where = entry.source.locate((*entry.path, "source", _KEYS[part]))
    if finding.outcome is CheckOutcome.BROKEN:
        last = f"it was last good on {spell_date(finding.good)}" if finding.good else ""
        message = f"the source of `{entry.id}` is broken: {finding.said}"
        hint = "; ".join(filter(None, (last, "correct it, then run `dossier verify` again")))
        yield warning("source-broken", where, message, hint)
    elif finding.moved:
        message = f"the source of `{entry.id}` moved for good"
        yield warning("source-moved", where, message, f"write {finding.moved}")
