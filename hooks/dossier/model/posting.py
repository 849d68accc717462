"""What is known of a posting: what it pays, how one works there, whether it is still live."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator

from dossier.model.base import Entry, Line, PartialDate, Text, spell, wrong


class WorkMode(StrEnum):
    """Where one works."""

    ONSITE = "onsite"
    HYBRID = "hybrid"
    REMOTE = "remote"


class Estimate(Entry):
    """What a role may pay, by one source."""

    estimate: Text
    """What you expect. Example: `110k`"""
    source: Text | None = None
    """Where it comes from. Example: `a friend there`"""


class Compensation(Entry):
    """What a role pays."""

    posted: Text | None = None
    """What the posting says. Example: `90-110k`"""
    estimate: Text | None = None
    """What you expect, where it does not say. Example: `100k`"""
    source: Text | None = None
    """Where that estimate comes from. Example: `market`"""
    estimates: tuple[Estimate, ...] = ()
    """Further estimates, each with its source."""


def _check_live(value: object) -> object:
    if value is True or value is False or value == "unknown":
        return value
    raise wrong("value-unknown", f"{spell(value)} is not one of true, false, unknown")


class Posting(Entry):
    """The posting as it was found."""

    file: Line | None = None
    """The posting as saved, beside the dossier; never published. Example: `posting.md`"""
    posted: PartialDate | None = None
    """When it was posted. Example: `2025-12`"""
    checked: PartialDate | None = None
    """When you last looked. Example: `2026-02-10`"""
    live: Annotated[Literal[True, False, "unknown"], BeforeValidator(_check_live)] = "unknown"
    """Whether it can still be found: `true`, `false` or `unknown`. Example: `true`"""
