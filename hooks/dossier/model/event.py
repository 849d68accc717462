"""Events: what happened on a day, or will, and what that says of the stage."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from dossier.model.base import Entry, Line, PartialDate, Text
from dossier.model.stages import NONE, Meaning, meaning_of, read_word


class Event(Entry):
    """What happened on a day, or will."""

    date: PartialDate
    """The day, the month or the year. Example: `2026-02-10`"""
    what: Line
    """What it was, in your words; common ones say a stage, `dossier log --words` lists them.

    Example: `phone screening`
    """
    stage: Annotated[
        Literal[
            "saved", "drafting", "applied", "screening", "interviewing", "offer", "closed", "none"
        ]
        | None,
        BeforeValidator(read_word),
    ] = None
    """The stage that it says, whatever its words; `none` for none."""
    note: Text | None = None
    """What you want to remember of it. Example: `Through their site`"""

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
