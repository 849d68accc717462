"""Applications: one company's dossier with its roles, proof points and gaps."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator

from dossier.model.audience import Audience
from dossier.model.base import Entry, Fit, Id, Line, PartialDate, Text, Url, spell, wrong
from dossier.plain.dates import last_day


class Status(StrEnum):
    """How far an application has come."""

    SAVED = "saved"
    DRAFTING = "drafting"
    APPLIED = "applied"
    SCREENING = "screening"
    INTERVIEWING = "interviewing"
    OFFER = "offer"
    CLOSED = "closed"


SENT = frozenset({Status.APPLIED, Status.SCREENING, Status.INTERVIEWING, Status.OFFER})
"""How far an application has come that somebody else has read."""


class Outcome(StrEnum):
    """How a closed application ended."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDREW = "withdrew"
    NO_RESPONSE = "no-response"
    POSTING_CLOSED = "posting-closed"


class Strength(StrEnum):
    """How well a record fits a requirement, from best to worst."""

    DIRECT = "direct"
    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"
    NONE = "none"


class Priority(StrEnum):
    """How much a requirement weighs."""

    MUST = "must"
    NICE = "nice"


class GapSeverity(StrEnum):
    """How much a gap weighs."""

    BLOCKER = "blocker"
    MAJOR = "major"
    MINOR = "minor"


def _check_live(value: object) -> object:
    if value is True or value is False or value == "unknown":
        return value
    hint = "yes and no are words here, not true and false" if value in ("yes", "no") else ""
    raise wrong("value-unknown", f"{spell(value)} is not one of true, false, unknown", hint)


class Event(Entry):
    """What happened on a day. `what` is a status, or a word of the author's own."""

    date: PartialDate
    what: Line
    note: Text | None = None


class Next(Entry):
    """The next thing to do."""

    do: Text
    due: PartialDate | None = None


class Compensation(Entry):
    """What a role pays."""

    posted: Text | None = None
    estimate: Text | None = None
    source: Text | None = None


class Posting(Entry):
    """The posting as it was found."""

    file: Line | None = None
    """Beside the dossier; never published."""
    posted: PartialDate | None = None
    checked: PartialDate | None = None
    live: Annotated[Literal[True, False, "unknown"], BeforeValidator(_check_live)] = "unknown"


class Role(Entry):
    """One posting."""

    id: Annotated[Id, Audience.SHARED]
    title: Annotated[Line, Audience.SHARED]
    url: Annotated[Url | None, Audience.SHARED] = None
    location: Annotated[Line | None, Audience.SHARED] = None
    asks: tuple[Text, ...] = ()
    """The posting's key requirements."""
    fit: Fit | None = None
    """0 to 5 in halves."""
    assessment: Text | None = None
    compensation: Compensation | None = None
    posting: Posting | None = None


class ProofPoint(Entry):
    """A row: what is asked, what shows it, and how well."""

    id: Annotated[Id, Audience.SHARED]
    requirement: Annotated[Text, Audience.SHARED]
    quote: Annotated[Line | None, Audience.SHARED] = None
    """Verbatim in the saved posting."""
    priority: Annotated[Priority, Audience.SHARED] = Priority.MUST
    roles: Annotated[tuple[Id, ...], Audience.SHARED] = ()
    """The roles it is asked for; empty means all."""
    concept: Id | None = None
    """The same slug across companies."""
    evidence: Annotated[tuple[Line, ...], Audience.SHARED] = ()
    claim: Annotated[Text | None, Audience.SHARED] = None
    strength: Annotated[Strength, Audience.SHARED]
    note: Annotated[Text | None, Audience.SHARED] = None
    """The caveat a reader sees."""
    override: Annotated[Text | None, Audience.SHARED] = None
    """A reason to stand above the cap."""
    accepted: Text | None = None
    """A reason to waive the row."""


class Gap(Entry):
    """Something missing, and how to speak of it."""

    id: Id
    about: Line
    """A row's id or a topic."""
    gap: Text
    framing: Text | None = None
    severity: GapSeverity = GapSeverity.MINOR


def _openly_or_not(audience: Audience) -> Audience:
    if audience is Audience.SHARED:
        hint = "a private one is shared by a sealed link, without saying so here"
        raise wrong("audience-unsuited", "a dossier is private or public", hint)
    return audience


class Application(Entry):
    """The front matter of `content/applications/<id>/index.md`."""

    company: Annotated[Line, Audience.SHARED]
    aliases: tuple[Line, ...] = ()
    """Other names the company goes by."""
    title: Annotated[Line | None, Audience.SHARED] = None
    audience: Annotated[Audience, AfterValidator(_openly_or_not)] = Audience.PRIVATE
    lead: Id | None = None
    status: Status = Status.DRAFTING
    outcome: Outcome | None = None
    events: tuple[Event, ...] = ()
    next: Next | None = None
    tier: int | None = None
    roles: Annotated[tuple[Role, ...], Audience.SHARED] = ()
    proof_points: Annotated[tuple[ProofPoint, ...], Audience.SHARED] = ()
    gaps: tuple[Gap, ...] = ()

    def row(self, row_id: str) -> ProofPoint | None:
        """Return the row with that id."""
        return next((row for row in self.proof_points if row.id == row_id), None)

    def rows_of(self, role_id: str) -> tuple[ProofPoint, ...]:
        """Return the rows that apply to a role, in the author's order."""
        return tuple(row for row in self.proof_points if not row.roles or role_id in row.roles)

    @property
    def was_sent(self) -> bool:
        """Whether somebody else has it: applied or later, or closed after that."""
        if self.stage is Status.CLOSED:
            return any(event.what in SENT for event in self.events)
        return self.stage in SENT

    @property
    def stage(self) -> Status:
        """The status; with events, the last one that names a status decides."""
        stages = [event for event in self.events if event.what in set(Status)]
        if not stages:
            return self.status
        latest = max(enumerate(stages), key=lambda item: (last_day(item[1].date), item[0]))
        return Status(latest[1].what)
