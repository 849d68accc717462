"""Rows to states, and states to the coverage of a role.

coverage = Σ w·s / Σ w, with w = 2 for must and 1 for nice or task, and s = 1 for covered, ½ for
partial, 0 otherwise; waived rows are left out. It is rounded down, because a number that flatters
is worse than none, and None when nothing is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum

from dossier.model.application import Priority, ProofPoint, Role, Strength
from dossier.model.evidence import Check, Record, RecordStatus
from dossier.model.library import ApplicationEntry, Library, RecordEntry
from dossier.model.proof import ProofLevel, level_of
from dossier.plain.cached_property import cached_property
from dossier.plain.dates import days_after, is_ahead, last_day, spell_date
from dossier.plain.frozen import frozen

COUNTING = frozenset({RecordStatus.SHIPPED, RecordStatus.EXPERIMENTAL, RecordStatus.DEPRECATED})
"""How far a thing must have come for its record to count."""
WEIGHTS = {Priority.MUST: 2, Priority.NICE: 1, Priority.TASK: 1}


class State(StrEnum):
    """What a row comes to: the first that holds, in this order."""

    ACCEPTED = "accepted"
    """Waived by the author, with a reason."""
    GAP = "gap"
    """Nothing to show."""
    WEAK = "weak"
    """Begun, little to show."""
    CLAIMED = "claimed"
    """No record would count even when fresh."""
    STALE = "stale"
    """Some record would count when fresh, none does."""
    PARTIAL = "partial"
    """Related, with a stated limit."""
    COVERED = "covered"
    """Shown by a record that counts."""


NOT_OPEN = "yours to open, with dossier confirm"
"""What is said of a row that recipients may not see. It counts nowhere."""
HALVES = {State.COVERED: 2, State.PARTIAL: 1}
"""What a state is worth, in halves; the others nothing."""


@frozen
class RowCoverage:
    """A row, its state, and why. Not slotted: what a dozen places ask is counted once and kept."""

    row: ProofPoint
    state: State
    reason: str
    records: tuple[RecordEntry, ...]
    """The records it cites that its readers may see, in the author's order."""
    counting: tuple[RecordEntry, ...]
    """Those of them that count."""
    suspect: tuple[RecordEntry, ...] = ()
    """Those of them that have changed since they were last reviewed; in private views only."""

    @cached_property
    def is_linked(self) -> bool:
        """Whether a record that counts has a source with more than a label."""
        return any(entry.is_linked for entry in self.counting)

    @cached_property
    def level(self) -> ProofLevel:
        """How well the best proven of the records that count is proven."""
        return max(map(level_of, self.counting), default=ProofLevel.STATEMENT)

    @cached_property
    def opens(self) -> bool:
        """Whether a record that counts has a source that its readers can open."""
        return any(entry.opens for entry in self.counting)


@frozen
class RoleCoverage:
    """The rows that apply to a role, and what they come to. Not slotted, as its rows are not."""

    role: Role | None
    """None for a dossier without roles."""
    rows: tuple[RowCoverage, ...]

    @cached_property
    def counts(self) -> Mapping[State, int]:
        """How many rows are in each state."""
        counts = dict.fromkeys(State, 0)
        for row in self.rows:
            counts[row.state] += 1
        return counts

    @cached_property
    def asked(self) -> int:
        """How many rows are in the denominator."""
        return sum(row.state is not State.ACCEPTED for row in self.rows)

    @cached_property
    def linked(self) -> int:
        """How many of the covered rows are linked."""
        return sum(row.is_linked for row in self.rows if row.state is State.COVERED)

    @cached_property
    def opening(self) -> int:
        """How many of the covered rows have a source that their readers can open."""
        return sum(row.opens for row in self.rows if row.state is State.COVERED)

    @cached_property
    def levels(self) -> tuple[ProofLevel, ...]:
        """How well each of the covered rows is proven."""
        return tuple(row.level for row in self.rows if row.state is State.COVERED)

    @cached_property
    def percent(self) -> int | None:
        """The coverage in percent, rounded down; None if nothing is asked."""
        return percent(self.rows)


def percent(rows: Iterable[RowCoverage]) -> int | None:
    """Return the coverage of rows in percent, rounded down; None if nothing is asked."""
    asked = [row for row in rows if row.state is not State.ACCEPTED]
    weight = sum(WEIGHTS[row.row.priority] for row in asked)
    if not weight:
        return None
    halves = sum(WEIGHTS[row.row.priority] * HALVES.get(row.state, 0) for row in asked)
    return 100 * halves // (2 * weight)


def spell_percent(coverage: RoleCoverage) -> str:
    """Spell a role's percentage: `85%`, or `n/a` if nothing is asked."""
    return "n/a" if coverage.percent is None else f"{coverage.percent}%"


def cover(
    entry: ApplicationEntry,
    library: Library,
    as_of: date,
    row_of: Callable[[ProofPoint], RowCoverage] | None = None,
) -> tuple[RoleCoverage, ...]:
    """Return the coverage of each role of a dossier, of what its recipients may see.

    `row_of` knows rows that were covered before.
    """
    look = row_of or (lambda row: cover_row(row, library, as_of))
    covered = {row.id: look(row) for row in entry.application.proof_points}
    roles: tuple[Role | None, ...] = entry.application.roles or (None,)
    return tuple(
        RoleCoverage(
            role,
            tuple(
                covered[row.id]
                for row in entry.application.rows_of(role.id if role else "")
                if row.is_open
            ),
        )
        for role in roles
    )


def cover_row(row: ProofPoint, library: Library, as_of: date) -> RowCoverage:
    """Return the state of a row on a day."""
    records = tuple(library.records[i] for i in row.evidence if i in library.records)
    would = [entry for entry in records if not why_not(entry, as_of)]
    suspect = tuple(entry for entry in records if entry.id in library.suspects)
    expired = tuple(entry for entry in would if is_expired(entry.record, as_of))
    fresh = tuple(entry for entry in would if entry not in expired and entry not in suspect)
    doubts = _doubts(expired, tuple(entry for entry in would if entry in suspect))
    reasons = "; ".join(f"{e.id} {why}" for e in records if (why := why_not(e, as_of)))
    state, reason = _state(row, reasons or "cites no record", doubts, fresh)
    if not row.is_open:
        reason = f"not confirmed: {NOT_OPEN}"
    return RowCoverage(row, state, reason, records, fresh, suspect)


def _doubts(expired: tuple[RecordEntry, ...], suspect: tuple[RecordEntry, ...]) -> str:
    """Say why records that would count do not, empty if there are none."""
    since = ", ".join(f"{e.id} since {_expiry_text(e.record)}" for e in expired)
    said = (f"expired: {since}" if expired else "", changed_text(suspect))
    return "; ".join(part for part in said if part)


def changed_text(suspect: Iterable[RecordEntry]) -> str:
    """Name the records that are not what was reviewed, empty for none."""
    named = ", ".join(entry.id for entry in suspect)
    return f"changed since last reviewed: {named}" if named else ""


def _state(
    row: ProofPoint,
    reasons: str,
    doubts: str,
    fresh: tuple[RecordEntry, ...],
) -> tuple[State, str]:
    if row.accepted:
        return State.ACCEPTED, f"waived: {row.accepted}"
    if row.strength is Strength.NONE:
        return State.GAP, "nothing to show yet"
    if row.strength is Strength.WEAK:
        return State.WEAK, "rated weak"
    if not fresh:
        return (State.STALE, doubts) if doubts else (State.CLAIMED, reasons)
    named = ", ".join(entry.id for entry in fresh)
    if row.strength is Strength.MODERATE:
        return State.PARTIAL, f"rated moderate, on {named}"
    return State.COVERED, f"stands on {named}"


def why_not(entry: RecordEntry, as_of: date) -> str:
    """Say why a record does not count even when fresh, empty if it would."""
    record = entry.record
    if record.check is Check.STATEMENT:
        return "is an own statement"
    if record.status not in COUNTING:
        return f"is {record.status}"
    if not record.source:
        return "names no source"
    if entry.is_broken:
        return "names a source that was not found when it was last checked"
    if record.date and is_ahead(record.date, as_of):
        return f"is dated {spell_date(record.date)}, which is still to come"
    return ""


def expiry(record: Record) -> date | None:
    """Return the last day on which a record is fresh, None if it never expires."""
    if record.valid_until:
        return last_day(record.valid_until)
    if record.review_every and record.date:
        return days_after(record.date, int(record.review_every.removesuffix("d")))
    return None


def is_expired(record: Record, as_of: date) -> bool:
    """Return whether a record is past its last fresh day."""
    last = expiry(record)
    return last is not None and as_of > last


def _expiry_text(record: Record) -> str:
    last = expiry(record)
    return spell_date(last.isoformat()) if last else ""


def cap(row: ProofPoint, library: Library) -> Strength | None:
    """Return the best strength that a row's best record allows, None if there is no limit."""
    records = [library.records[i].record for i in row.evidence if i in library.records]
    if not records:
        return None
    caps = [_CAPS.get(record.status) for record in records]
    if None in caps:
        return None
    return min((limit for limit in caps if limit), key=_RANKS.__getitem__)


_CAPS = {
    RecordStatus.PLANNED: Strength.WEAK,
    RecordStatus.UNCONFIRMED: Strength.WEAK,
    RecordStatus.DEPRECATED: Strength.MODERATE,
}


def is_above(strength: Strength, limit: Strength) -> bool:
    """Return whether a strength is better than a limit."""
    return _RANKS[strength] < _RANKS[limit]


_RANKS = {strength: rank for rank, strength in enumerate(Strength)}
