"""Dossiers to what happens on a day, which is private: steps, events, links that expire."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from dossier.model.follow_up import Next
from dossier.model.ids import make_id
from dossier.model.library import ApplicationEntry, Library
from dossier.model.sent_link import SentLink
from dossier.plain.dates import first_day, last_day
from dossier.plain.errors import ConfigError
from dossier.plain.frozen import frozen

Plain = Callable[[str | None], str]
"""Returns a text field without its markup."""


@frozen
class Due:
    """Something that stands in a calendar."""

    uid: str
    """The same for as long as it is the same thing, whatever its day and its words are."""
    first: date
    last: date
    title: str
    note: str = ""
    kind: str = "next"


def due_of(library: Library, links: Iterable[SentLink], plain: Plain) -> tuple[Due, ...]:
    """Return what happens on a day, by day, in the author's own view."""
    found = [due for entry in library.applications.values() for due in _of_dossier(entry, plain)]
    known = library.applications
    for link in links:
        if link.expires and not link.revoked and link.application in known:
            company = known[link.application].application.company
            title = f"{company}: the link for {link.recipient} expires"
            found.append(Due(f"share-{link.uid}", link.expires, link.expires, title, kind="share"))
    return tuple(sorted(found, key=lambda due: (due.first, due.uid)))


def _of_dossier(entry: ApplicationEntry, plain: Plain) -> Iterator[Due]:
    application = entry.application
    yield from _step(f"next-{entry.id}", application.next, application.company, plain)
    for contact in application.contacts:
        who = f"{application.company}, {contact.name}"
        uid = f"contact-{entry.id}-{_stem(contact.name)}"
        yield from _step(uid, contact.next, who, plain, plain(contact.note))
    seen: dict[str, int] = {}
    for event in application.events:
        stem = f"event-{entry.id}-{event.date}-{_stem(event.what)}"
        seen[stem] = seen.get(stem, 0) + 1
        uid = stem if seen[stem] == 1 else f"{stem}-{seen[stem]}"
        days = first_day(event.date), last_day(event.date)
        title = f"{application.company}: {plain(event.what)}"
        yield Due(uid, *days, title, plain(event.note), "event")


def _stem(name: str) -> str:
    """Return what tells a name from others in an id, also where it has neither letter nor digit."""
    try:
        return make_id(name)
    except ConfigError:
        return "-".join(f"{ord(sign):x}" for sign in name)


def _step(uid: str, step: Next | None, who: str, plain: Plain, note: str = "") -> Iterator[Due]:
    if step and step.due:
        # A month is over on its last day.
        day = last_day(step.due)
        yield Due(uid, day, day, f"{who}: {plain(step.do)}", note)
