"""The figures of a record as they are told behind a claim, without what the claim says already."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dossier.exporting.recipient import Recipient
from dossier.model.evidence import Metric, Operator
from dossier.model.figure import Figure, spell_before
from dossier.model.library import RecordEntry
from dossier.quantities.stemming import stem_set, words_of
from dossier.render.figures import FigureView, figure_view


def with_figures(recipient: Recipient, claim: str, record: RecordEntry) -> str:
    """Return a claim with the figures of its record: `It learns: precision +22%`."""
    figures = "; ".join(_figures(recipient, record, claim))
    return f"{claim.rstrip('.')}: {figures}" if figures else claim


def _figures(recipient: Recipient, record: RecordEntry, claim: str) -> Iterator[str]:
    """Yield a record's figures; those that are told of one thing share what is said of it."""
    groups: dict[tuple[str, ...], list[str]] = {}
    metrics = [metric for metric in record.record.metrics if not _is_told(claim, metric)]
    for metric in metrics:
        view = figure_view(recipient.renderer, record, metric)
        around = view.baseline.striptags(), view.scope.striptags(), view.qualifier
        # Which of several a bare value is of, nobody could tell.
        is_named = len(record.record.metrics) == 1 and _names(claim, metric.name)
        earlier = spell_before(metric, recipient.renderer.frame.thousands)
        said = _told(metric, view, "" if is_named else view.name, earlier)
        groups.setdefault(around, []).append(said)
    for (baseline, *scope), parts in groups.items():
        against = f" against {baseline}" if baseline else ""
        around_it = ", ".join(part for part in scope if part)
        yield joined(parts) + against + (f" ({around_it})" if around_it else "")


def _is_told(claim: str, metric: Metric) -> bool:
    """Return whether a claim says a value in its words: naming one thing says `1`."""
    is_one = set(metric.value) == {Decimal(1)} and not (metric.unit or metric.op or metric.before)
    return is_one and any(_names(claim, name) for name in (metric.name, *metric.forms))


def _names(claim: str, name: str) -> bool:
    """Return whether all words of a name stand in a claim, whatever their endings."""
    words = stem_set(words_of(name))
    return bool(words) and words <= stem_set(words_of(claim))


def _told(metric: Metric, view: FigureView, name: str, earlier: Figure | None) -> str:
    """Say a figure as in a sentence: `precision +22%`, `100+ tests`, `MAPE from 13% to 8%`."""
    if earlier:
        is_same = earlier.unit == view.value.unit and not earlier.closes_up
        said = f"from {earlier.number if is_same else earlier} to {view.value}"
        return f"{name} {said}".strip()
    is_count = not metric.unit and metric.op not in (Operator.PLUS, Operator.MINUS)
    return (f"{view.value} {name}" if is_count else f"{name} {view.value}").strip()


def joined(parts: list[str]) -> str:
    """Return parts as a list in a sentence: `a, b and c`."""
    *before, last = parts
    return f"{', '.join(before)} and {last}" if before else last
