"""The rows of a role and the author's emphasis to what is told of each project and each job.

A row's claim stands under the project of the first record that it cites and that has one. A record
that the emphasis names and that no such claim cites tells its own. Nothing is told twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.exporting.recipient import Recipient
from dossier.exporting.resume import Statement
from dossier.match.coverage import COUNTING
from dossier.model.application import ProofPoint, Strength
from dossier.model.evidence import Metric, Operator
from dossier.model.library import RecordEntry
from dossier.prose.scan import scan_inline
from dossier.prose.targets import Scheme
from dossier.render.figures import FigureView, figure_view

TOLD = frozenset({Strength.DIRECT, Strength.STRONG, Strength.MODERATE})
"""How well a row must be shown for its claim to be told."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A statement, and the records that it rests on."""

    statement: Statement
    records: tuple[RecordEntry, ...]


def standing_rows(recipient: Recipient) -> tuple[ProofPoint, ...]:
    """Return the rows whose claims are told, in the author's order."""
    rows = recipient.entry.application.proof_points
    return tuple(row for row in rows if row.strength in TOLD and records_of(recipient, row))


def records_of(recipient: Recipient, row: ProofPoint) -> tuple[RecordEntry, ...]:
    """Return the records that a row cites, without those that show nothing yet."""
    known = recipient.library.records
    cited = (known[name] for name in row.evidence if name in known)
    return tuple(record for record in cited if record.record.status in COUNTING)


def emphasized_records(recipient: Recipient) -> Iterator[RecordEntry]:
    """Yield the records that the emphasis names, but for those that show nothing yet."""
    for target in recipient.emphasis:
        record = recipient.library.records.get(target.id)
        if target.scheme is Scheme.EVIDENCE and record and record.record.status in COUNTING:
            yield record


def highlights(recipient: Recipient) -> dict[str, tuple[Statement, ...]]:
    """Return what is told of each project, by its id: what is emphasized first."""
    found: dict[str, list[Highlight]] = {}
    told: set[str] = set()
    for row in standing_rows(recipient):
        records = records_of(recipient, row)
        project = next((r.project for r in records if r.project in recipient.library.projects), "")
        if project:
            highlight = row_highlight(recipient, row)
            found.setdefault(project, []).append(highlight)
            told |= {record.id for record in highlight.records}
    for record in emphasized_records(recipient):
        if record.id not in told and record.project in recipient.library.projects:
            told.add(record.id)
            statement = record_statement(recipient, record)
            found.setdefault(str(record.project), []).append(Highlight(statement, (record,)))
    places = {target.id: place for place, target in enumerate(recipient.emphasis)}

    def place(highlight: Highlight) -> int:
        ranks = (places.get(record.id, len(places)) for record in highlight.records)
        return min(ranks, default=len(places))

    return {
        project: tuple(highlight.statement for highlight in sorted(mine, key=place))
        for project, mine in found.items()
    }


def row_highlight(recipient: Recipient, row: ProofPoint) -> Highlight:
    """Return a row's claim, or else those of its records, with the records told in it."""
    records = records_of(recipient, row)
    if not row.claim:
        claims = [record_statement(recipient, record) for record in records]
        text = " ".join(statement.text for statement in claims)
        proofs = tuple(dict.fromkeys(proof for statement in claims for proof in statement.proofs))
        return Highlight(Statement(text, proofs), records)
    mentions = scan_inline(row.claim)
    told = tuple(recipient.cited(mentions))
    figures = tuple(recipient.cited(mentions, figures_only=True))
    said = recipient.plain(row.claim)
    if not figures and (record := only_figured(records)):
        # A claim in words alone is told with what its one record measures.
        said, figures = f"{said.rstrip('.')}: {'; '.join(_figures(recipient, record))}", records
    proofs = recipient.proofs_of(*figures)
    return Highlight(Statement(said, proofs), tuple(dict.fromkeys((*told, *records[:1]))))


def only_figured(records: tuple[RecordEntry, ...]) -> RecordEntry | None:
    """Return the record that a row rests on, if it is the only one and has figures."""
    return records[0] if len(records) == 1 and records[0].record.metrics else None


def record_statement(recipient: Recipient, record: RecordEntry) -> Statement:
    """Return what a record claims, with its figures behind it."""
    claim = recipient.plain(record.record.claim)
    figures = "; ".join(_figures(recipient, record))
    text = f"{claim.rstrip('.')}: {figures}" if figures else claim
    return Statement(text, recipient.proofs_of(record) if figures else ())


def _figures(recipient: Recipient, record: RecordEntry) -> Iterator[str]:
    """Yield a record's figures; those that are told of one thing share what is said of it."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for metric in record.record.metrics:
        view = figure_view(recipient.renderer, record, metric)
        around = view.baseline.striptags(), view.scope.striptags(), view.qualifier
        groups.setdefault(around, []).append(_told(metric, view))
    for (baseline, *scope), said in groups.items():
        against = f" against {baseline}" if baseline else ""
        around_it = ", ".join(part for part in scope if part)
        yield joined(said) + against + (f" ({around_it})" if around_it else "")


def _told(metric: Metric, view: FigureView) -> str:
    """Say a figure as in a sentence: `precision +22%`, `100+ tests`, `MAPE from 13% to 8%`."""
    if view.changed:
        return view.changed
    is_count = not metric.unit and metric.op not in (Operator.PLUS, Operator.MINUS)
    return f"{view.value} {view.name}" if is_count else f"{view.name} {view.value}"


def joined(parts: list[str]) -> str:
    """Return parts as a list in a sentence: `a, b and c`."""
    *before, last = parts
    return f"{', '.join(before)} and {last}" if before else last
