"""The person and the leads."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, TypeVar

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from dossier.model.audience import Audience
from dossier.model.base import End, Entry, Id, Language, Line, Link, Start, Text
from dossier.plain.dates import PRESENT, first_day, last_day


class Stated(Entry):
    """A fact of the profile with an audience of its own: `x`, or `{value: x, audience: public}`."""

    whole = True

    value: Text
    audience: Audience = Audience.SHARED

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(schema)]}

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return value if isinstance(value, dict) else {"value": value}


class Employment(Entry):
    """A job held."""

    whole = True

    employer: Line
    title: Line | None = None
    since: Start | None = Field(None, alias="from")
    until: End | None = Field(None, alias="to")
    summary: Text | None = None
    audience: Audience = Audience.SHARED


class Education(Entry):
    """A field studied."""

    whole = True

    field: Text
    institution: Line | None = None
    degree: Line | None = None
    since: Start | None = Field(None, alias="from")
    until: End | None = Field(None, alias="to")
    summary: Text | None = None
    audience: Audience = Audience.SHARED


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
    title: Annotated[Line, Audience.PUBLIC]
    line: Annotated[Text | None, Audience.PUBLIC] = None
    projects: tuple[Id, ...] = ()
    targets: tuple[Line, ...] = ()
    notes: Text | None = None


class Profile(Entry):
    """The person: `content/profile.yml`."""

    name: Annotated[Line, Audience.PUBLIC]
    headline: Annotated[Text | None, Audience.PUBLIC] = None
    language: Annotated[Language | None, Audience.PUBLIC] = None
    """The language of the content, `en`; the theme's, if not given."""
    links: Annotated[tuple[Link, ...], Audience.PUBLIC] = ()
    location: Annotated[Stated | None, Audience.SHARED] = None
    relocation: Annotated[Stated | None, Audience.SHARED] = None
    email: Annotated[Stated | None, Audience.SHARED] = None
    phone: Annotated[Stated | None, Audience.SHARED] = None
    resume: Annotated[Stated | None, Audience.SHARED] = None
    work: Annotated[tuple[Employment, ...], Audience.SHARED] = ()
    education: Annotated[tuple[Education, ...], Audience.SHARED] = ()
    leads: Annotated[tuple[Lead, ...], Audience.PUBLIC] = ()
