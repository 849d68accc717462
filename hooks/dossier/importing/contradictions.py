"""Figures that are proposed for sentences, held against all that the same person says.

A figure that would call another of their sentences wrong is named too widely: it is theirs to name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dossier.claims.findings import Finding, read
from dossier.claims.judge import Judge
from dossier.model.evidence import Metric, RecordStatus
from dossier.model.library import Library
from dossier.plain.problems import Severity
from dossier.prose.passages import Passage, passages
from dossier.quantities.stemming import stems

Proposed = Mapping[str, Sequence[Mapping[str, Any]]]
"""Metrics by the ids of the records that they are proposed for."""
Named = tuple[str, str]
"""A record and a metric of it, by their ids."""


def contradicting(library: Library, proposed: Proposed) -> frozenset[Named]:
    """Return the fewest metrics without which no sentence is called wrong for the others.

    What was wrong before they were proposed stays so.
    """
    texts = tuple(passages(library))
    before = _wrong(library, texts, {}) if any(proposed.values()) else frozenset()
    left, gone = dict(proposed), list[Named]()
    while wrong := _wrong(library, texts, left) - before:
        blamed = [
            (record, str(metric["id"]))
            for record, metrics in left.items()
            for metric in metrics
            if any(_speaks_of(text, metric) for text, _ in wrong)
        ]
        if not blamed:
            break
        counts = {each: len(_wrong(library, texts, _less(left, each)) - before) for each in blamed}
        worst = min(blamed, key=counts.__getitem__)
        left = _less(left, worst)
        gone.append(worst)
    for each in gone[-2::-1]:  # what went before the one that was at fault
        others = [one for one in gone if one != each]
        with_it = proposed
        for other in others:
            with_it = _less(with_it, other)
        if not _wrong(library, texts, with_it) - before:
            gone = others
    return frozenset(gone)


def _speaks_of(text: str, metric: Mapping[str, Any]) -> bool:
    return not set(stems(text)).isdisjoint(stems(str(metric["name"])))


def _less(proposed: Proposed, gone: Named) -> dict[str, Sequence[Mapping[str, Any]]]:
    record, metric = gone
    return {**proposed, record: [each for each in proposed[record] if each["id"] != metric]}


def _wrong(
    library: Library, texts: Sequence[Passage], proposed: Proposed
) -> frozenset[tuple[str, int]]:
    """Return where texts say something else than records with these metrics do."""
    told = read(Judge(_with(library, proposed)).judge, texts)
    return frozenset(
        (each.statement.passage.text, found.start)
        for each in told
        for found in each.found
        if isinstance(found, Finding) and found.severity is Severity.ERROR
    )


def _with(library: Library, proposed: Proposed) -> Library:
    """Return a library whose records have these metrics, and count."""
    records = dict(library.records)
    for name, metrics in proposed.items():
        entry = records[name]
        said = {
            "metrics": tuple(map(Metric.model_validate, metrics)),
            "status": RecordStatus.SHIPPED,
        }
        records[name] = replace(entry, record=entry.record.model_copy(update=said))
    return replace(library, records=records)
