"""A record to who vouches for it: computed from what was checked, never typed.

A level rests on results of `dossier verify` that are of the record as it is now, by its
fingerprint, or on signatures that are checked anew whenever content is read. What an author's own
tool found (an address answered, a quote stood there) is the author's word, and is worded so, in the
words of the person who shows it, like all that pages say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import TypeGuard

from dossier.model.evidence import Check
from dossier.model.library import RecordEntry
from dossier.model.source import Source
from dossier.model.verdict import Attested, CheckOutcome, CheckResult, SourcePart
from dossier.plain.dates import spell_date
from dossier.plain.frozen import frozen


class ProofLevel(IntEnum):
    """How well a record is proven, from the weakest on."""

    STATEMENT = 0
    """The author says so."""
    NAMED = 1
    """A source is named."""
    OPENS = 2
    """The source was there."""
    PLACED = 3
    """The quote or the lines stand there."""
    MEASURED = 4
    """An artifact gives every value."""
    ATTESTED = 5
    """A machine that is not the author's signed the artifact."""
    CONFIRMED = 6
    """A person signed the claim."""


SHORT_NAMES = {
    ProofLevel.STATEMENT: "own statement",
    ProofLevel.NAMED: "source named",
    ProofLevel.OPENS: "source opens",
    ProofLevel.PLACED: "exact place",
    ProofLevel.MEASURED: "measured",
    ProofLevel.ATTESTED: "measured by a machine that is not the author's",
    ProofLevel.CONFIRMED: "confirmed by a person",
}
"""What each is called in a list, where its sentence does not fit."""
LIMITS = {
    ProofLevel.ATTESTED: "It shows that this code ran, not that the benchmark is fair.",
    ProofLevel.CONFIRMED: "A signature shows a key, not a person.",
}
"""What each does not show, where a reader could take it for more."""


@frozen
class Proof:
    """Somebody or something that vouches for a record."""

    level: ProofLevel
    sentence: str
    """Who vouches for what, with its day."""
    day: str = ""
    """As `2026-03-01`, empty for none."""
    href: str = ""
    """Where it can be seen: a run or its entry in a log, empty for nowhere of its own."""

    @property
    def limit(self) -> str:
        """What it does not show, empty where nobody would think so."""
        return LIMITS.get(self.level, "")


def proof_of(entry: RecordEntry, *, on_own_page: bool = False) -> Proof:
    """Return what vouches best for a record, an own statement if nothing does."""
    return proofs_of(entry, on_own_page=on_own_page)[0]


def level_of(entry: RecordEntry) -> ProofLevel:
    """Return how well a record is proven."""
    return proof_of(entry).level


def proofs_of(entry: RecordEntry, *, on_own_page: bool = False) -> tuple[Proof, ...]:
    """Return all that vouches for a record, the best first; never nothing.

    `on_own_page` says that its source is a page of the author's own.
    """
    return (
        *_confirmed(entry),
        *_attested(entry),
        _by_own_check(entry, on_own_page=on_own_page),
    )


def unchecked(entry: RecordEntry) -> str:
    """Name what of a record that was checked could not be, empty for nothing."""
    parts, source = entry.proven, entry.record.source
    if not parts or source is None:
        return ""
    place, file = parts.get(SourcePart.PLACE), parts.get(SourcePart.FILE)
    missed = [] if not source.quote or _is_good(place) else ["the quote"]
    compared = len(file.exact) if _is_good(file) else 0
    metrics = len(entry.record.metrics)
    if 0 < compared < metrics:
        missed.append(f"{metrics - compared} of {metrics} values")
    if source.attestation and not _is_good(parts.get(SourcePart.ATTESTATION)):
        missed.append("the attestation")
    return ", ".join(missed)


def _confirmed(entry: RecordEntry) -> Iterator[Proof]:
    for found in entry.confirmations:
        since = spell_date(found.accepted)
        said = f"Confirmed by {found.signer}, with a signature that is kept since {since}."
        yield Proof(ProofLevel.CONFIRMED, said, found.accepted)


def _attested(entry: RecordEntry) -> Iterator[Proof]:
    attested = entry.verdict.attested if entry.verdict else None
    if attested and _is_good(entry.proven.get(SourcePart.ATTESTATION)):
        where = f"at commit {attested.commit[:7]} on {spell_date(attested.day)}"
        done = "Measured" if entry.record.metrics else "Made"
        said = f"{done} by the repository’s own workflow {where}."
        yield Proof(ProofLevel.ATTESTED, said, attested.day, _seen_at(attested))


def _seen_at(attested: Attested) -> str:
    log = f"https://search.sigstore.dev/?logIndex={attested.log}" if attested.log else ""
    return attested.run or log


def _by_own_check(entry: RecordEntry, *, on_own_page: bool) -> Proof:
    """Return what the author's own check found."""
    source = entry.record.source
    if source is None or entry.record.check is Check.STATEMENT:
        return Proof(ProofLevel.STATEMENT, "My own statement.")
    has_failed = entry.verdict and entry.verdict.failed
    parts = {} if has_failed else entry.proven
    return (
        _measured(entry, parts.get(SourcePart.FILE))
        or _placed(source, parts.get(SourcePart.PLACE), on_own_page=on_own_page)
        or _opened(parts)
        or Proof(ProofLevel.NAMED, "A source is named; no check has opened it.")
    )


def _measured(entry: RecordEntry, file: CheckResult | None) -> Proof | None:
    names = {metric.id for metric in entry.record.metrics}
    if not _is_good(file) or not names or not names <= set(file.exact):
        return None
    values = "the value" if len(names) == 1 else f"all {len(names)} values"
    said = f"The artifact gave {values} to my check on {spell_date(file.checked)}."
    return Proof(ProofLevel.MEASURED, said, file.checked)


def _placed(source: Source, place: CheckResult | None, *, on_own_page: bool) -> Proof | None:
    if not _is_good(place):
        return None
    day = spell_date(place.checked)
    if source.quote:
        where = "on the author’s page" if on_own_page else "there"
        said = f"The quoted words stood {where}, once, when my check looked on {day}."
    else:
        said = f"The lines stood there when my check looked on {day}."
    return Proof(ProofLevel.PLACED, said, place.checked)


def _opened(parts: Mapping[SourcePart, CheckResult]) -> Proof | None:
    url = parts.get(SourcePart.URL)
    if _is_good(url) and not url.elsewhere:
        said = f"Its address answered my check on {spell_date(url.checked)}."
        return Proof(ProofLevel.OPENS, said, url.checked)
    found = parts.get(SourcePart.FILE, parts.get(SourcePart.COMMIT))
    if not _is_good(found):
        return None
    thing = "file" if SourcePart.FILE in parts else "commit"
    said = f"Its {thing} was there for my check on {spell_date(found.checked)}."
    return Proof(ProofLevel.OPENS, said, found.checked)


def _is_good(found: CheckResult | None) -> TypeGuard[CheckResult]:
    return found is not None and found.outcome is CheckOutcome.GOOD
