"""Evidence: records of checkable claims, each with its metrics, method, date and source."""

from __future__ import annotations

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
    Url,
    Wording,
    wrong,
)


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
    unit: Line | None = None
    """The metric's, if not given."""

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
    name: Line
    value: Numbers
    """One number, digits as typed, or the two ends of a range."""
    unit: Line | None = None
    op: Operator | None = None
    before: Earlier | None = None
    """The earlier value, where the metric tells of a change."""
    baseline: Text | None = None
    scope: Text | None = None
    forms: tuple[Line, ...] = ()
    """Other names under which prose speaks of it."""
    display: Line | None = None
    """Another spelling of the value: `16K`."""
    at: Line | None = None
    """Where in its source's file the value stands: `/gain/precision`, `row=2,col=precision`."""


class Source(Entry):
    """Where a record can be checked: a label and whichever of the others are known."""

    whole = True

    label: Line
    url: Url | None = None
    package: Line | None = None
    commit: Line | None = None
    path: Line | None = None

    @property
    def is_linked(self) -> bool:
        """Whether there is more to go by than a label."""
        return bool(self.url or self.package or self.path or self.commit)


class Record(Entry):
    """One checkable claim."""

    whole = True

    id: Id
    claim: Text
    kind: EvidenceKind
    check: Check
    status: RecordStatus = RecordStatus.SHIPPED
    audience: Audience | None = None
    """Overrides the file's."""
    project: Id | None = None
    """Overrides the file's."""
    part: Part | None = None
    """Whose work it was."""
    team: Annotated[int, Field(strict=True, ge=1, le=100_000)] | None = None
    """How many people did it."""
    metrics: tuple[Metric, ...] = ()
    method: Text | None = None
    limits: Text | None = None
    must_say: tuple[Wording, ...] = ()
    """Any one of these wordings goes with its figures."""
    date: PartialDate | None = None
    valid_until: PartialDate | None = None
    review_every: Days | None = None
    source: Source | None = None
    skills: tuple[Line, ...] = ()

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
    audience: Audience = Audience.PRIVATE
    evidence: tuple[Record, ...] = ()
