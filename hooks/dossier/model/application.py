"""Applications: one company's dossier with its roles, proof points and gaps."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from dossier.model.audience import Audience
from dossier.model.base import Entry, Id, Line, Text, Url, spell, wrong
from dossier.model.event import Event
from dossier.model.fit import Fit
from dossier.model.follow_up import Contact, Next
from dossier.model.listed_text import Sentence
from dossier.model.opened import Opened
from dossier.model.posting import Compensation, Posting, WorkMode
from dossier.model.stages import NONE, meaning_of, read_word
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
    TASK = "task"


class GapSeverity(StrEnum):
    """How much a gap weighs."""

    BLOCKER = "blocker"
    MAJOR = "major"
    MINOR = "minor"


def _read_status(value: object) -> object:
    """Return the word of a status in any case. Raises for one that is meant by another word."""
    word = read_word(value)
    if not isinstance(value, str) or word in set(Status):
        return word
    meant = meaning_of(value)
    if meant is None or meant.stage == NONE:
        return value
    ended = f" and `outcome: {meant.outcome}`" if meant.outcome else ""
    hint = f"write `status: {meant.stage}`{ended}"
    raise wrong("value-unknown", f"{spell(value)} is not one of {', '.join(Status)}", hint)


def _read_outcome(value: object) -> object:
    word = read_word(value)
    meant = meaning_of(value) if isinstance(value, str) and word not in set(Outcome) else None
    if meant and meant.outcome:
        hint = f"write `outcome: {meant.outcome}`"
        raise wrong("value-unknown", f"{spell(value)} is not one of {', '.join(Outcome)}", hint)
    return word


class Role(Entry):
    """One posting."""

    id: Annotated[Id, Audience.SHARED]
    """Its name in this dossier. Example: `applied-ai`"""
    title: Annotated[Line, Audience.SHARED]
    """The title of the posting. Example: `Senior Data Engineer`"""
    url: Annotated[Url | None, Audience.SHARED] = None
    """Where it is posted. Example: `https://example.org/jobs/7`"""
    location: Annotated[Line | None, Audience.SHARED] = None
    """Where it is. Example: `Leeds`"""
    asks: tuple[Sentence, ...] = ()
    """What the posting asks for most; what no row covers is listed. Example: `[Strong SQL]`"""
    fit: Fit | None = None
    """How well it fits you: 0 to 5, best in halves. Example: `3.5`"""
    assessment: Text | None = None
    """Why, in a sentence. Example: `The team is small and ships`"""
    compensation: Compensation | None = None
    """What it pays, as posted or estimated."""
    seniority: Line | None = None
    """The level it is at. Example: `senior`"""
    mode: WorkMode | None = None
    """Where one works."""
    posting: Posting | None = None
    """The posting as you found it."""


class ProofPoint(Entry):
    """A row: what is asked, what shows it, and how well."""

    id: Annotated[Id, Audience.SHARED]
    """Its name in this dossier. Example: `sql`"""
    requirement: Annotated[Text, Audience.SHARED]
    """What is asked, in your words. Example: `Queries that stay fast as tables grow`"""
    quote: Annotated[Line | None, Audience.SHARED] = None
    """What is asked, word for word as in the saved posting. Example: `strong SQL`"""
    priority: Annotated[Priority, Audience.SHARED] = Priority.MUST
    """How much it weighs."""
    roles: Annotated[tuple[Id, ...], Audience.SHARED] = ()
    """The roles it is asked for; without any, all. Example: `[applied-ai]`"""
    concept: Id | None = None
    """The same name across companies, so that rows of one kind are compared. Example: `sql`"""
    evidence: Annotated[tuple[Line, ...], Audience.SHARED] = ()
    """The records that show it. Example: `[warehouse/loads]`"""
    claim: Annotated[Text | None, Audience.SHARED] = None
    """What they show, in a sentence; it may cite. Example: `Every load of 14 clinics is mine`"""
    strength: Annotated[Strength, Audience.SHARED]
    """How well they show it."""
    note: Annotated[Text | None, Audience.SHARED] = None
    """The caveat a reader sees; `moderate` and `weak` need one. Example: `Postgres only`"""
    override: Annotated[Text | None, Audience.SHARED] = None
    """Why it stands above what its records allow, printed with it.

    Example: `Shown in the interview`
    """
    accepted: Text | None = None
    """Why the row is waived; it counts in your own view only.

    Example: `They said it can be learned`
    """
    audience: Annotated[Audience, Audience.ASSISTANT] = Audience.SHARED
    """Who may see it: recipients, unless it says another; what they may not see never counts."""

    @property
    def is_open(self) -> bool:
        """Whether recipients may see it."""
        return Audience.SHARED.may_see(self.audience)


class Gap(Entry):
    """Something missing, and how to speak of it."""

    id: Id
    """Its name in this dossier. Example: `scale`"""
    about: Line
    """The row it belongs to, or a topic. Example: `sql`"""
    gap: Text
    """What is missing. Example: `Never above a terabyte`"""
    framing: Text | None = None
    """How to speak of it. Example: `The method does not depend on size`"""
    severity: GapSeverity = GapSeverity.MINOR
    """How much it weighs."""


def _openly_or_not(audience: Audience) -> Audience:
    if audience in (Audience.ASSISTANT, Audience.SHARED):
        hint = "a private one is shared by a sealed link, without saying so here"
        raise wrong("audience-unsuited", "a dossier is private or public", hint)
    return audience


class Application(Entry):
    """The front matter of `content/applications/<id>/index.md`."""

    company: Annotated[Line, Audience.SHARED]
    """The company. Example: `Northwind`"""
    aliases: tuple[Line, ...] = ()
    """Other names it goes by; they too are kept from what is public.

    Example: `[Northwind Group]`
    """
    title: Annotated[Line | None, Audience.SHARED] = None
    """What the dossier is called; the first role's title, if not given.

    Example: `Data at Northwind`
    """
    audience: Annotated[Audience, AfterValidator(_openly_or_not)] = Audience.PRIVATE
    """`private` dossiers are shared by sealed links only; the shared part of a `public` one stands
    openly on the site.
    """
    assistant: tuple[Opened, ...] = ()
    """Private fields that `dossier context` may tell an assistant. Example: `[asks, gaps]`"""
    lead: Id | None = None
    """The lead of your profile that you apply as. Example: `ml-engineer`"""
    status: Annotated[Status, BeforeValidator(_read_status)] = Status.DRAFTING
    """How far it has come; with events, the last one that says a stage decides."""
    outcome: Annotated[Outcome | None, BeforeValidator(_read_outcome)] = None
    """How it ended, once it is closed."""
    events: tuple[Event, ...] = ()
    """What has happened, in any order."""
    next: Next | None = None
    """The next thing to do."""
    contacts: tuple[Contact, ...] = ()
    """The people to talk to, each with the next thing to do."""
    tier: int | None = None
    """How much it matters to you; 1 is most. Example: `1`"""
    roles: Annotated[tuple[Role, ...], Audience.SHARED] = ()
    """The postings that it answers."""
    proof_points: Annotated[tuple[ProofPoint, ...], Audience.SHARED] = ()
    """The rows: what is asked, what shows it, how well."""
    gaps: tuple[Gap, ...] = ()
    """What is missing, and how to speak of it."""

    def row(self, row_id: str) -> ProofPoint | None:
        """Return the row with that id."""
        return next((row for row in self.proof_points if row.id == row_id), None)

    def rows_of(self, role_id: str) -> tuple[ProofPoint, ...]:
        """Return the rows that apply to a role, in the author's order."""
        return tuple(row for row in self.proof_points if not row.roles or role_id in row.roles)

    @property
    def may_be_asked(self) -> bool:
        """Whether it says that somebody else has it, on whatever day, so that they may ask."""
        said = (event.meaning.stage for event in self.events if event.meaning)
        return self.status in SENT or not SENT.isdisjoint(said)

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
