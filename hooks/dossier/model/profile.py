"""The person and the leads."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from dossier.model.audience import Audience
from dossier.model.base import Entry, Id, Language, Line, Link, PartialDate, Text


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
    since: PartialDate | None = Field(None, alias="from")
    until: PartialDate | None = Field(None, alias="to")
    summary: Text | None = None
    audience: Audience = Audience.SHARED


class Education(Entry):
    """A field studied."""

    whole = True

    field: Text
    institution: Line | None = None
    degree: Line | None = None
    since: PartialDate | None = Field(None, alias="from")
    until: PartialDate | None = Field(None, alias="to")
    summary: Text | None = None
    audience: Audience = Audience.SHARED


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
