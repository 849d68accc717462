"""Evidence: records of checkable claims, each with its metrics, method, date and source."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from dossier.model.audience import Audience
from dossier.model.base import (
    Days,
    Entry,
    Id,
    Line,
    Numbers,
    PartialDate,
    Text,
    Wording,
    wrong,
)
from dossier.model.source import PlaceInSource, Source


class EvidenceKind(StrEnum):
    """What a record rests on. The order is that of a project's page."""

    BENCHMARK = "benchmark"
    UPSTREAM_TESTS = "upstream-tests"
    PRODUCTION = "production"
    RELEASE = "release"
    PUBLICATION = "publication"
    CODE = "code"
    EMPLOYMENT = "employment"
    CREDENTIAL = "credential"


class Check(StrEnum):
    """How a reader can verify a record."""

    RERUN = "rerun"
    THIRD_PARTY = "third-party"
    INSPECT = "inspect"
    STATEMENT = "statement"


class RecordStatus(StrEnum):
    """How far the thing claimed has come."""

    SHIPPED = "shipped"
    EXPERIMENTAL = "experimental"
    DEPRECATED = "deprecated"
    PLANNED = "planned"
    UNCONFIRMED = "unconfirmed"


class Operator(StrEnum):
    """The sign before a value."""

    PLUS = "+"
    MINUS = "-"
    ABOUT = "~"
    BELOW = "<"
    ABOVE = ">"
    AT_MOST = "<="
    AT_LEAST = ">="


class Part(StrEnum):
    """Whose work it was, from most to least."""

    SOLE = "sole"
    LED = "led"
    CONTRIBUTED = "contributed"
    USED = "used"


class Earlier(Entry):
    """The value that a metric had before: `13.1`, or `{value: 4, unit: h}`."""

    whole = True

    value: Numbers
    """The number, as typed. Example: `13.1`"""
    unit: Line | None = None
    """Its unit; the metric's, if not given. Example: `h`"""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "number"}, handler(schema)]}

    @model_validator(mode="before")
    @classmethod
    def _from_number(cls, value: object) -> object:
        return value if isinstance(value, dict) else {"value": value}


class Metric(Entry):
    """A named value with its meaning."""

    whole = True

    id: Id
    """Its name in references: `warehouse/loads#time`. Example: `time`"""
    name: Line
    """What is measured, in words that prose uses. Example: `load time`"""
    value: Numbers
    """One number, digits as typed, or the two ends of a range. Example: `11`"""
    unit: Line | None = None
    """Its unit. Example: `min`"""
    op: Operator | None = None
    """The sign before the value."""
    before: Earlier | None = None
    """The earlier value, where the metric tells of a change. Example: `95`"""
    baseline: Text | None = None
    """What it is compared with. Example: `nightly batch`"""
    scope: Text | None = None
    """What it was measured on. Example: `14 clinics`"""
    forms: tuple[Line, ...] = ()
    """Other names under which prose speaks of it. Example: `[loading time]`"""
    display: Line | None = None
    """Another spelling of the value. Example: `16K`"""
    at: PlaceInSource | None = None
    """Where in its source's file the value stands. Example: `/gain/precision`"""


class Record(Entry):
    """One checkable claim."""

    whole = True

    id: Id
    """Its name in the file; references say `file/id`. Example: `loads`"""
    claim: Text
    """What is claimed, in one sentence. Example: `Loads that repair themselves`"""
    kind: EvidenceKind
    """What it rests on."""
    check: Check
    """How a reader can verify it; all but `statement` need a source."""
    status: RecordStatus = RecordStatus.SHIPPED
    """How far the thing claimed has come; `planned` and `unconfirmed` never count."""
    audience: Audience | None = None
    """Who may see it; the file's, if not given."""
    project: Id | None = None
    """The project it belongs to; the file's, if not given. Example: `warehouse`"""
    part: Part | None = None
    """Whose work it was."""
    team: Annotated[int, Field(strict=True, ge=1, le=100_000)] | None = None
    """How many people did it. Example: `4`"""
    metrics: tuple[Metric, ...] = ()
    """The figures it gives."""
    method: Text | None = None
    """How it was measured. Example: `Median of 30 nights`"""
    limits: Text | None = None
    """What it does not show. Example: `One cluster`"""
    must_say: tuple[Wording, ...] = ()
    """Any one of these wordings goes with its figures. Example: `[median, 30 nights]`"""
    date: PartialDate | None = None
    """When it was so. Example: `2026-02`"""
    valid_until: PartialDate | None = None
    """After which day it counts no more. Example: `2027-02`"""
    review_every: Days | None = None
    """After how many days it has to be looked at again. Example: `180d`"""
    source: Source | None = None
    """Where it can be checked."""
    skills: tuple[Line, ...] = ()
    """The skills it shows. Example: `[SQL, Python]`"""

    @model_validator(mode="after")
    def _one_term(self) -> Self:
        if self.valid_until and self.review_every:
            hint = "remove one of them"
            raise wrong("date-wrong", "`valid_until` and `review_every` exclude each other", hint)
        return self


class EvidenceFile(Entry):
    """The records of one project or topic: `content/evidence/<id>.yml`."""

    whole = True

    project: Id | None = None
    """The project of all records here. Example: `warehouse`"""
    audience: Audience = Audience.PRIVATE
    """Who may see the records that say nothing of their own."""
    evidence: tuple[Record, ...] = ()
    """The records."""
