"""Applications: one company's dossier with its roles, proof points and gaps."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator

from dossier.model.audience import Audience
from dossier.model.base import Entry, Fit, Id, Line, PartialDate, Text, Url, spell, wrong
from dossier.model.stages import NONE, Meaning, meaning_of
from dossier.plain.dates import is_ahead, last_day


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


def _read_word(value: object) -> object:
    return value.strip().casefold() if isinstance(value, str) else value


def _read_status(value: object) -> object:
    """Return the word of a status in any case. Raises for one that is meant by another word."""
    word = _read_word(value)
    if not isinstance(value, str) or word in set(Status):
        return word
    meant = meaning_of(value)
    if meant is None or meant.stage == NONE:
        return value
    ended = f" and `outcome: {meant.outcome}`" if meant.outcome else ""
    hint = f"write `status: {meant.stage}`{ended}"
    raise wrong("value-unknown", f"{spell(value)} is not one of {', '.join(Status)}", hint)


def _read_outcome(value: object) -> object:
    word = _read_word(value)
    meant = meaning_of(value) if isinstance(value, str) and word not in set(Outcome) else None
    if meant and meant.outcome:
        hint = f"write `outcome: {meant.outcome}`"
        raise wrong("value-unknown", f"{spell(value)} is not one of {', '.join(Outcome)}", hint)
    return word


class Event(Entry):
    """What happened on a day, or will."""

    date: PartialDate
    what: Line
    """In words of one's own; common ones say a stage, `dossier log --words` lists them."""
    stage: Annotated[
        Literal[
            "saved", "drafting", "applied", "screening", "interviewing", "offer", "closed", "none"
        ]
        | None,
        BeforeValidator(_read_word),
    ] = None
    """The stage that it says, whatever its words; `none` for none."""
    note: Text | None = None

    @property
    def meaning(self) -> Meaning | None:
        """What it says of the stage, None if nobody knows."""
        if self.stage is None:
            return meaning_of(self.what)
        known = meaning_of(self.what)
        return known if known and known.stage == self.stage else Meaning(self.stage)

    @property
    def says_stage(self) -> bool:
        """Whether it says a stage."""
        return self.meaning is not None and self.meaning.stage != NONE


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
    status: Annotated[Status, BeforeValidator(_read_status)] = Status.DRAFTING
    outcome: Annotated[Outcome | None, BeforeValidator(_read_outcome)] = None
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

    def was_sent_on(self, day: date) -> bool:
        """Whether somebody else has it: applied or later, or closed after that."""
        if self.stage_on(day) is not Status.CLOSED:
            return self.stage_on(day) in SENT
        return any(e.meaning and e.meaning.stage in SENT for e in self.happened_by(day))

    def stage_on(self, day: date) -> Status:
        """Return the status; with events that say a stage, what the last by that day says."""
        event = self.stage_event_on(day)
        return Status(event.meaning.stage) if event and event.meaning else self.status

    def stage_event_on(self, day: date) -> Event | None:
        """Return the event that decides the stage, None if the status does."""
        said = [event for event in self.happened_by(day) if event.says_stage]
        return said[-1] if said else None

    def outcome_on(self, day: date) -> Outcome | None:
        """Return how it ended: as it says, else as the event that closed it does."""
        event = self.stage_event_on(day)
        said = event.meaning.outcome if event and event.meaning else ""
        return self.outcome or (Outcome(said) if said else None)

    def happened_by(self, day: date) -> tuple[Event, ...]:
        """Return the events that are not ahead, in the order of their days."""
        return tuple(event for event in self._dated if not is_ahead(event.date, day))

    def ahead_of(self, day: date) -> tuple[Event, ...]:
        """Return the events that are still to come, the next one first."""
        return tuple(event for event in self._dated if is_ahead(event.date, day))

    @property
    def _dated(self) -> tuple[Event, ...]:
        return tuple(sorted(self.events, key=lambda event: last_day(event.date)))
