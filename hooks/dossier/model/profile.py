"""The person and the leads."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, Self, TypeVar

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from dossier.model.audience import Audience
from dossier.model.base import (
    End,
    Entry,
    Id,
    Language,
    Line,
    Link,
    PartialDate,
    Start,
    Text,
    Url,
    wrong,
)
from dossier.model.listed_text import Sentence
from dossier.plain.dates import PRESENT, first_day, last_day


class Stated(Entry):
    """A fact of the profile with an audience of its own: `x`, or `{value: x, audience: public}`."""

    whole = True

    value: Text
    """The fact itself. Example: `Austin, TX`"""
    audience: Audience = Audience.SHARED
    """Who may see it: recipients, unless it says another."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(schema)]}

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return value if isinstance(value, dict) else {"value": value}


class EmploymentKind(StrEnum):
    """How somebody was employed."""

    FULL_TIME = "full-time"
    PART_TIME = "part-time"
    CONTRACT = "contract"
    FREELANCE = "freelance"
    INTERNSHIP = "internship"
    APPRENTICESHIP = "apprenticeship"
    VOLUNTEER = "volunteer"


class Fact(Entry):
    """A part of a life that is seen or hidden as a whole."""

    whole = True

    audience: Audience = Audience.SHARED
    """Who may see it: recipients, unless it says another."""


class Employment(Fact):
    """A job held."""

    employer: Line
    """Who employed you. Example: `Northwind Clinics`"""
    title: Line | None = None
    """What the job was called. Example: `Data Engineer`"""
    kind: EmploymentKind | None = None
    """How you were employed, where that is worth a word."""
    location: Line | None = None
    """Where it was. Example: `Leeds, remote`"""
    url: Url | None = None
    """The employer's site. Example: `https://example.org`"""
    since: Start | None = Field(None, alias="from")
    """When it began. Example: `2020-05`"""
    until: End | None = Field(None, alias="to")
    """When it ended; `present` while it goes on. Example: `present`"""
    summary: Text | None = None
    """What it was about, in a sentence. Example: `Nightly loads of 14 clinics`"""
    highlights: tuple[Sentence, ...] = ()
    """What came of it, a sentence each. Example: `[Moved 14 clinics to one warehouse]`"""


class Education(Fact):
    """A study: its field, its degree or the place, at least."""

    field: Text | None = None
    """What you studied. Example: `Linguistics`"""
    institution: Line | None = None
    """Where you studied it. Example: `University of Leeds`"""
    degree: Line | None = None
    """What you left with. Example: `BA`"""
    location: Line | None = None
    """The place. Example: `Leeds`"""
    since: Start | None = Field(None, alias="from")
    """When it began. Example: `2012`"""
    until: End | None = Field(None, alias="to")
    """When it ended; `present` while it goes on. Example: `2016`"""
    summary: Text | None = None
    """What to know of it, in a sentence. Example: `Thesis on syntax`"""

    @model_validator(mode="after")
    def _says_which(self) -> Self:
        if not (self.field or self.degree or self.institution):
            message = "a study names its field, its degree or the place at least"
            raise wrong("field-missing", message, "add `field:`, `degree:` or `institution:`")
        return self


class SkillGroup(Fact):
    """Skills that belong together."""

    group: Line
    """What they have in common. Example: `Languages`"""
    skills: tuple[Line, ...]
    """The skills, those you want to be asked about first. Example: `[Python, SQL]`"""


class SpokenLanguage(Fact):
    """A language that you speak or write."""

    language: Line
    """Its name. Example: `German`"""
    level: Line | None = None
    """How well. Example: `C1`"""


class Publication(Fact):
    """Something you have published."""

    title: Line
    """Its title. Example: `Loads that repair themselves`"""
    authors: tuple[Line, ...] = ()
    """Who wrote it, in the order printed there. Example: `[A. Example, B. Sample]`"""
    publisher: Line | None = None
    """Where it came out: a journal, a conference, a site. Example: `DataConf`"""
    date: PartialDate | None = None
    """When it came out. Example: `2024-06`"""
    url: Url | None = None
    """Where it can be read. Example: `https://example.org/paper`"""
    summary: Text | None = None
    """What it says, in a sentence. Example: `How late rows are found`"""


class Certificate(Fact):
    """A certificate or licence that you hold."""

    name: Line
    """What it is called. Example: `Registered Nurse`"""
    issuer: Line | None = None
    """Who gave it. Example: `Nursing Council`"""
    date: PartialDate | None = None
    """When it was given. Example: `2023-03`"""
    url: Url | None = None
    """Where it can be looked up. Example: `https://example.org/certificate`"""


class Award(Fact):
    """A prize or a distinction that you were given."""

    title: Line
    """What it is called. Example: `Best young gardener`"""
    awarder: Line | None = None
    """Who gave it. Example: `Horticultural Society`"""
    date: PartialDate | None = None
    """When it was given. Example: `2022-09`"""
    url: Url | None = None
    """Where it can be looked up. Example: `https://example.org/award`"""
    summary: Text | None = None
    """What it was given for, in a sentence. Example: `A roof garden of 300 m²`"""


Period = TypeVar("Period", Employment, Education)


def is_running(period: Employment | Education) -> bool:
    """Return whether a job or a study still goes on: it says so, or began and did not end."""
    return period.until == PRESENT or bool(period.since and not period.until)


def newest_first(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return jobs or studies by date: those that go on first, those without any date last."""
    return tuple(sorted(periods, key=_recency, reverse=True))


def _recency(period: Employment | Education) -> tuple[date, date]:
    since = first_day(period.since) if period.since else date.min
    if is_running(period):
        return date.max, since
    return last_day(period.until) if period.until else date.min, since


class Lead(Entry):
    """A frame under which one applies."""

    id: Annotated[Id, Audience.PUBLIC]
    """Its name in dossiers: `lead: ml-engineer`. Example: `ml-engineer`"""
    title: Annotated[Line, Audience.PUBLIC]
    """The kind of role. Example: `ML Engineer`"""
    line: Annotated[Text | None, Audience.PUBLIC] = None
    """What you offer in it, in one sentence. Example: `Models that are measured after launch`"""
    projects: tuple[Id, ...] = ()
    """The projects that speak for it. Example: `[forecast]`"""
    targets: tuple[Line, ...] = ()
    """The companies it is meant for. Example: `[Northwind]`"""
    notes: Text | None = None
    """What to keep in mind when you apply as this. Example: `Put the figure first`"""


class Profile(Entry):
    """The person: `content/profile.yml`."""

    name: Annotated[Line, Audience.PUBLIC]
    """Your name, as readers should use it. Example: `Ada Example`"""
    headline: Annotated[Text | None, Audience.PUBLIC] = None
    """What you do, in one sentence. Example: `I measure what I build`"""
    language: Annotated[Language | None, Audience.PUBLIC] = None
    """The language of the content; the theme's, if not given. Example: `en`"""
    links: Annotated[tuple[Link, ...], Audience.PUBLIC] = ()
    """Where else you can be found: code, a network, a site."""
    location: Annotated[Stated | None, Audience.SHARED] = None
    """Where you live, as precisely as you like. Example: `Austin, TX`"""
    relocation: Annotated[Stated | None, Audience.SHARED] = None
    """Whether you would move. Example: `Within Europe`"""
    email: Annotated[Stated | None, Audience.SHARED] = None
    """Where recruiters may write. Example: `ada@example.org`"""
    phone: Annotated[Stated | None, Audience.SHARED] = None
    """Where recruiters may call, in quotes. Example: `"+1 555 0100"`"""
    resume: Annotated[Stated | None, Audience.SHARED] = None
    """Your résumé: a file below `content/assets/`, or an address. Example: `assets/resume.pdf`"""
    work: Annotated[tuple[Employment, ...], Audience.SHARED] = ()
    """The jobs you have held, in any order."""
    education: Annotated[tuple[Education, ...], Audience.SHARED] = ()
    """What you have studied, in any order."""
    skills: Annotated[tuple[SkillGroup, ...], Audience.SHARED] = ()
    """What you can do, in groups."""
    languages: Annotated[tuple[SpokenLanguage, ...], Audience.SHARED] = ()
    """The languages that you speak, the best first."""
    publications: Annotated[tuple[Publication, ...], Audience.SHARED] = ()
    """What you have published."""
    certificates: Annotated[tuple[Certificate, ...], Audience.SHARED] = ()
    """The certificates that you hold."""
    awards: Annotated[tuple[Award, ...], Audience.SHARED] = ()
    """The prizes and distinctions that you were given."""
    leads: Annotated[tuple[Lead, ...], Audience.PUBLIC] = ()
    """The kinds of roles you apply for."""
