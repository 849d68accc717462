"""The events of a dossier in words: what happened, and what is coming up."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from dossier.model import announcements
from dossier.model.event import Event
from dossier.model.library import ApplicationEntry
from dossier.plain.dates import first_day, spell_date, spell_distance
from dossier.plain.frozen import frozen
from dossier.render.renderer import Renderer

_DAY = len("2026-02-10")
"""How long a date is that names a day."""


@frozen
class EventView:
    """Something that happened, or will."""

    when: str
    """`10 Feb 2026`; of what is near, `10 Feb 2026, in 3 days`."""
    what: str
    note: Markup


def happened(renderer: Renderer, entry: ApplicationEntry) -> tuple[EventView, ...]:
    """Return what happened, in the order of its days."""
    events = entry.application.happened_by(renderer.frame.as_of)
    return tuple(_view(renderer, entry, event) for event in events)


def coming_up(renderer: Renderer, entry: ApplicationEntry) -> tuple[EventView, ...]:
    """Return what is still to come, the next first."""
    events = announcements.coming_up(entry.application, renderer.frame.as_of)
    return tuple(_view(renderer, entry, event) for event in events)


def _view(renderer: Renderer, entry: ApplicationEntry, event: Event) -> EventView:
    when = spell_day(event.date, renderer.frame.as_of)
    return EventView(when, event.what, renderer.text(event.note, entry.source))


def spell_day(text: str, today: date) -> str:
    """Spell a date, and how far ahead it is while that is near: `2 Mar 2026, tomorrow`."""
    near = spell_distance(first_day(text), today) if len(text) == _DAY else ""
    return f"{spell_date(text)}, {near}" if near else spell_date(text)
