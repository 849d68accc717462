"""What is to be done next, and the people to do it with."""

from dossier.model.base import Entry, Line, PartialDate, Text


class Next(Entry):
    """The next thing to do."""

    do: Text
    """What to do. Example: `Confirm relocation`"""
    due: PartialDate | None = None
    """By when. Example: `2026-12-01`"""


class Contact(Entry):
    """Somebody at the company, or between you and it."""

    name: Line
    """Who it is. Example: `Sam Lee`"""
    role: Line | None = None
    """What they do there. Example: `Recruiter`"""
    channel: Line | None = None
    """How you reach them. Example: `sam@example.org`"""
    last: PartialDate | None = None
    """When you were last in touch. Example: `2026-02-10`"""
    next: Next | None = None
    """The next thing to do with them."""
    note: Text | None = None
    """What you want to remember of them. Example: `Prefers calls`"""
