"""What an assistant may change of one dossier: proposals, none of which vouches for anything."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from dossier.model.application import ProofPoint, Strength
from dossier.model.base import Entry, Id, wrong
from dossier.model.event import Event
from dossier.model.evidence import Record, RecordStatus

MOST = 200
"""How many operations a patch may have."""
LONGEST = 100_000
"""How many signs a text may have."""


def _check_title(text: str) -> str:
    if not text.isprintable() or any(sign in "{}#<>`" for sign in text):
        raise wrong("text-type", "a heading has words, and no signs of Markdown or options")
    return text


Title = Annotated[
    str,
    StringConstraints(min_length=1, max_length=200, strip_whitespace=True),
    AfterValidator(_check_title),
]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST)]


class ProposedRecord(Record):
    """A record that nobody has vouched for. Who may see it is its author's to say."""

    status: Literal[RecordStatus.UNCONFIRMED, RecordStatus.PLANNED] = RecordStatus.UNCONFIRMED
    """`unconfirmed`, or `planned`: `dossier confirm` alone says more."""
    audience: None = None
    """Its author's to say."""


class ProposedRow(ProofPoint):
    """A row that nobody has vouched for."""

    strength: Literal[Strength.WEAK, Strength.NONE]
    """`weak`, or `none`: more is its author's to say."""
    override: None = None
    """Its author's to say."""
    accepted: None = None
    """Its author's to say."""
    audience: None = None  # type: ignore[assignment] # a patch says nothing of it
    """Its author's to say."""


class RecordChange(Entry):
    """A record to add, or to put in place of one that nobody has vouched for."""

    op: Literal["record"]
    """The kind of change."""
    file: Id
    """The file of evidence, by its id. Example: `warehouse`"""
    record: ProposedRecord
    """All of the record."""


class RowChange(Entry):
    """A row to add, or to put in place of one that nobody has vouched for."""

    op: Literal["row"]
    """The kind of change."""
    row: ProposedRow
    """All of the row."""


class SectionChange(Entry):
    """A section's text, under the heading that it has, or a section to add."""

    op: Literal["section"]
    """The kind of change."""
    section: Title
    """Its heading, or its known name. Example: `pitch`"""
    text: Prose
    """All that stands below it, without headings of level one and two."""


class AnswerChange(Entry):
    """The answer to a prepared question, or a question to add."""

    op: Literal["answer"]
    """The kind of change."""
    question: Title
    """Its heading. Example: `Why Rust?`"""
    about: Id | None = None
    """The row that a new one asks about. Example: `rust`"""
    text: Prose
    """The answer, without headings of level one to three."""


class EventChange(Entry):
    """An event to add."""

    op: Literal["event"]
    """The kind of change."""
    event: Event
    """What happened, or will."""


Operation = RecordChange | RowChange | SectionChange | AnswerChange | EventChange


class Patch(Entry):
    """Changes of one dossier: all of them, or none."""

    version: Literal[1]
    """The form of the patch."""
    application: Id
    """The dossier, by its id. Example: `northwind`"""
    operations: Annotated[
        tuple[Annotated[Operation, Field(discriminator="op")], ...],
        Field(min_length=1, max_length=MOST),
    ]
    """What to change, in this order."""
