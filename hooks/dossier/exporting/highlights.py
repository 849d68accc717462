"""The rows of a role and the author's emphasis to what is told of each project and each job.

A row's claim is never told without its limits: its note, and why it stands above what its records
allow. It stands under the project of the first record that it cites and that has one, unless it is
of the person and not of a project. A record that the emphasis names and that no such claim cites
tells its own. Nothing is told twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.exporting.of_person import is_of_person
from dossier.exporting.recipient import Recipient
from dossier.exporting.record_figures import with_figures
from dossier.exporting.resume import Statement
from dossier.match.coverage import COUNTING
from dossier.model.application import ProofPoint, Strength
from dossier.model.library import RecordEntry
from dossier.plain.frozen import frozen
from dossier.prose.scan import scan_inline
from dossier.prose.targets import Scheme

TOLD = frozenset({Strength.DIRECT, Strength.STRONG, Strength.MODERATE})
"""How well a row must be shown for its claim to be told."""
_ENDS = (*".!?…。", ".)", "!)", "?)")


@frozen
class Highlight:
    """A statement, and the records that it rests on."""

    statement: Statement
    records: tuple[RecordEntry, ...]


def standing_rows(recipient: Recipient) -> tuple[ProofPoint, ...]:
    """Return the rows whose claims are told, in the author's order."""
    rows = recipient.entry.application.proof_points
    return tuple(row for row in rows if row.strength in TOLD and records_of(recipient, row))


def claims_of_person(recipient: Recipient) -> dict[str, str]:
    """Return the claims of rows that are of the person and not of a project, as they are told."""
    language = recipient.library.language
    rows = standing_rows(recipient)
    own = (row for row in rows if row.claim and is_of_person(row.claim, language))
    claims = ((recipient.plain(row.claim), row) for row in own)
    return {claim: with_limits(recipient, claim, row) for claim, row in claims}


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
        if project and not is_of_person(row.claim, recipient.library.language):
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
        text = with_limits(recipient, " ".join(statement.text for statement in claims), row)
        proofs = tuple(dict.fromkeys(proof for statement in claims for proof in statement.proofs))
        return Highlight(Statement(text, proofs), records)
    mentions = scan_inline(row.claim)
    told = tuple(recipient.cited(mentions))
    figures = tuple(recipient.cited(mentions, figures_only=True))
    said = recipient.plain(row.claim)
    is_own = is_of_person(row.claim, recipient.library.language)
    if not figures and not is_own and (record := only_figured(records)):
        # A claim in words alone is told with what its one record measures.
        said, figures = with_figures(recipient, said, record), records
    proofs = recipient.proofs_of(*figures)
    statement = Statement(with_limits(recipient, said, row), proofs)
    return Highlight(statement, tuple(dict.fromkeys((*told, *records[:1]))))


def limits_of(recipient: Recipient, row: ProofPoint) -> Iterator[str]:
    """Yield what a reader has to know beside a row's claim: its note and its override."""
    yield from filter(None, map(recipient.plain, (row.note, row.override)))


def with_limits(recipient: Recipient, said: str, row: ProofPoint) -> str:
    """Return what is told of a row with its limits behind it, as sentences of their own."""
    *ended, last = said, *limits_of(recipient, row)
    return " ".join((*(text if text.endswith(_ENDS) else f"{text}." for text in ended), last))


def only_figured(records: tuple[RecordEntry, ...]) -> RecordEntry | None:
    """Return the record that a row rests on, if it is the only one and has figures."""
    return records[0] if len(records) == 1 and records[0].record.metrics else None


def record_statement(recipient: Recipient, record: RecordEntry) -> Statement:
    """Return what a record claims, with its figures behind it."""
    text = with_figures(recipient, recipient.plain(record.record.claim), record)
    return Statement(text, recipient.proofs_of(record) if record.record.metrics else ())
