"""What an author says of a row beside records: each claim a record, with what shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.importing.draft import Draft, Values
from dossier.importing.figures import proposed_metrics, read_source
from dossier.importing.ids import new_id
from dossier.importing.words import Copied
from dossier.match.background import profile_lines
from dossier.match.credentials import asks_credential
from dossier.model.audience import Audience
from dossier.model.evidence import Check, EvidenceKind, RecordStatus
from dossier.model.profile import Profile, is_running
from dossier.plain.dates import spell_date
from dossier.plain.folding import fold, plain
from dossier.plain.joining import without_stop
from dossier.plain.patterns import pattern

_YEARS = pattern(r"(?i)\b(?:years?|months?|experience)\b|\b(?:jahren?|erfahrung)\b")
"""What tells of work, though it names what one is licensed for."""


def part_claims(draft: Draft, row: Values, claims: Sequence[str]) -> list[str]:
    """Make a record of each claim, where several answer a row or one beside a record does.

    One sentence of them would have one source, and what shows the one shows no other. Returns the
    claims that are records now.
    """
    if not claims or len(claims) + len(row["evidence"]) == 1:
        return []
    row.pop("claim", None)
    row["evidence"] += [Copied(_address(draft, claim, row)) for claim in claims]
    return list(claims)


def prove(draft: Draft, row: Values, said: str) -> None:
    """Make a record of what only a claim says, if something shows it beside the author's word."""
    if said:
        claim = str(row.pop("claim"))
        row["evidence"] = [Copied(_address(draft, claim, row))]
        show_claim(draft, claim, said)


def is_open(draft: Draft, claim: str) -> bool:
    """Return whether nothing but its author's word shows a claim that is a record of a draft."""
    record = _record_of(draft, claim)
    return record is not None and str(record["check"]) == Check.STATEMENT


def show_claim(draft: Draft, claim: str, said: str) -> None:
    """Let something show a claim that is a record of a draft, if anything does."""
    record = _record_of(draft, claim)
    if said and record is not None:
        record |= {"check": Copied(Check.INSPECT), "source": _copied(read_source(said))}


def place_claims(draft: Draft, profile: Profile | None) -> None:
    """Say where and when it was what an ended job tells: it reads as of now otherwise."""
    ended = dict(_ended(profile)) if profile else {}
    for said in (*draft.records, *draft.dossier["proof_points"]):
        if placed := ended.get(fold(str(said.get("claim", ""))).casefold()):
            said["claim"] = Copied(placed)


def _ended(profile: Profile) -> Iterator[tuple[str, str]]:
    """Yield each line of the jobs that have ended, folded, with its place and time."""
    for job in profile.work:
        if is_running(job) or not job.since or not job.until:
            continue
        span = f"{spell_date(job.since)} to {spell_date(job.until)}"
        for fact in profile_lines(profile.model_copy(update={"work": (job,)})):
            text = without_stop(fact.text[:1].upper() + fact.text[1:])
            if fact.field == "highlights":
                yield fold(fact.text).casefold(), f"{text} ({job.employer}, {span})."
            elif fact.field == "jobs":
                yield fold(fact.text).casefold(), f"{text}, {span}"


def _record_of(draft: Draft, claim: str) -> Values | None:
    said = fold(claim)
    return next((each for each in draft.records if fold(str(each["claim"])) == said), None)


def _kind(claim: str, row: Values) -> EvidenceKind:
    """Return what a claim is of: a licence where one is asked for and told, and no work."""
    asked = str(row["requirement"])
    is_work = _YEARS.search(asked) or _YEARS.search(claim)
    is_held = asks_credential(asked) and asks_credential(claim) and not is_work
    return EvidenceKind.CREDENTIAL if is_held else EvidenceKind.EMPLOYMENT


def _address(draft: Draft, claim: str, row: Values) -> str:
    """Return the id of the record of a row's claim, which is made unless it is there."""
    record = _record_of(draft, claim)
    if record is None:
        taken = {str(each["id"]) for each in draft.records}
        record = {
            "id": Copied(new_id(claim, taken, other="record")),
            "claim": Copied(claim),
            "kind": Copied(_kind(claim, row)),
            "check": Copied(Check.STATEMENT),
            "status": Copied(RecordStatus.SHIPPED),
            "audience": Copied(Audience.SHARED),
        }
        metrics = proposed_metrics(plain(claim))
        draft.records.append({**record, "metrics": metrics} if metrics else record)
    return f"{draft.id}/{record['id']}"


def _copied(value: object) -> object:
    if isinstance(value, dict):
        return {key: _copied(item) for key, item in value.items()}
    return Copied(value)
