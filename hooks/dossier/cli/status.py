"""`dossier status`: where each dossier stands, what is due, and who was sent a link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from dossier.cli.columns import shown
from dossier.cli.next_step import next_step
from dossier.cli.options import (
    as_of_option,
    config_option,
    data_option,
    read_project,
    reporting_errors,
)
from dossier.match.deadlines import deadline_of
from dossier.match.postings import posting_text
from dossier.model.announcements import coming_up
from dossier.model.application import Application, Outcome, Role, Status
from dossier.model.audience import Audience
from dossier.model.document import FileKind
from dossier.model.event import Event
from dossier.model.follow_up import Next
from dossier.model.library import ApplicationEntry, Library
from dossier.model.sent_link import SentLink
from dossier.plain import dates
from dossier.plain.dates import first_day, last_day, spell_date
from dossier.plain.frozen import frozen
from dossier.plain.terminal import inert_json
from dossier.publishing.standing_pages import ended_pages_standing, spell_standing
from dossier.render.events import spell_day
from dossier.render.frame import application_page
from dossier.render.labels import OUTCOMES, STAGES, count
from dossier.render.renderer import Renderer
from dossier.render.sent_links import spell_until
from dossier.render.site import renderer_of
from dossier.sharing.keys_json import FILE as KEYSTORE
from dossier.sharing.sent_links import FILE as LINKS
from dossier.sharing.sent_links import spell_unheld

_UNSENT = frozenset({Status.SAVED, Status.DRAFTING})
"""Stages in which nobody else has heard of it."""


@frozen
class Step:
    """The next thing to do, or an event that is still to come."""

    what: str
    date: str | None


@frozen
class ContactStep:
    """The next thing to do with somebody."""

    name: str
    what: str
    date: str | None
    overdue: bool


@frozen
class Link:
    """A link that was sent."""

    uid: str
    to: str
    role: str | None
    expires: str | None
    state: str
    """`active`, `expired`, `revoked`, or `broken`: by its days it would open, and it has ended."""
    until: str
    """In words."""


@frozen
class Standing:
    """Where a dossier stands."""

    application: str
    company: str
    stage: str
    since: str | None
    """The date of the event that says so."""
    outcome: str | None
    next: Step | None
    overdue: bool
    deadlines: tuple[Step, ...]
    """By when its postings want to hear, in their words, until they have."""
    coming: tuple[Step, ...]
    contacts: tuple[ContactStep, ...]
    last_contact: str | None
    days_since_contact: int | None
    links: tuple[Link, ...]


@click.command()
@data_option
@as_of_option
@config_option
@reporting_errors
def status(form: str, as_of: date | None, config_file: Path) -> None:
    """Tell where each dossier stands, what is due, and who was sent a link until when.

    What is due first comes first, closed dossiers come last; the last line says the one thing to do
    now, with its command. Never opens the keystore: what it
    tells of links is in .dossier/links.json, which holds no key.
    """
    configuration, project = read_project(config_file, as_of)
    settings, view = project.settings, project.view(Audience.PRIVATE)
    renderer = renderer_of(view.frame, settings.templates)
    entries = view.library.applications.values()
    standings = sorted((_standing(renderer, entry) for entry in entries), key=_urgency)
    click.echo(_as_json(standings) if form == "json" else _as_text(standings, settings.as_of))
    if form == "text":
        site_url = configuration.outlet.site_url
        for page in ended_pages_standing(settings.root, settings.as_of):
            click.echo(spell_standing(page, site_url))
        click.echo(f"Next: {next_step(project)}")
    for document in project.tree.documents:
        if document.kind is FileKind.APPLICATION and document.id not in view.library.applications:
            message = f"{document.id} cannot be read: `dossier check` says why."
            click.echo(message, err=True)
    if unheld := spell_unheld(settings.root, dates.current_day()):
        click.echo(unheld, err=True)
    if (settings.root / KEYSTORE).exists() and not (settings.root / LINKS).exists():
        click.echo("Links that were made earlier are told after `dossier share list`.", err=True)


def _standing(renderer: Renderer, entry: ApplicationEntry) -> Standing:
    application, today = entry.application, renderer.frame.as_of
    here = renderer.on(application_page(entry.id), entry)
    step, event = application.next, application.stage_event_on(today)
    stage, outcome = application.stage_on(today), application.outcome_on(today)
    contact = _last_contact(application, today)
    return Standing(
        application=entry.id,
        company=application.company,
        stage=stage.value,
        since=event.date if event else None,
        outcome=outcome.value if outcome and stage is Status.CLOSED else None,
        next=Step(here.plain(step.do), step.due) if step else None,
        overdue=_is_overdue(step, today),
        deadlines=_deadlines(renderer.frame.library, entry) if stage in _UNSENT else (),
        coming=tuple(Step(event.what, event.date) for event in coming_up(application, today)),
        contacts=tuple(
            ContactStep(
                somebody.name, here.plain(todo.do), todo.due, overdue=_is_overdue(todo, today)
            )
            for somebody in application.contacts
            if (todo := somebody.next)
        ),
        last_contact=contact,
        days_since_contact=max((today - last_day(contact)).days, 0) if contact else None,
        links=tuple(_link(link, today) for link in renderer.frame.links_of(entry.id)),
    )


def _deadlines(library: Library, entry: ApplicationEntry) -> tuple[Step, ...]:
    steps = (_deadline(library, entry, role) for role in entry.application.roles)
    return tuple(dict.fromkeys(step for step in steps if step))


def _deadline(library: Library, entry: ApplicationEntry, role: Role) -> Step | None:
    posted = role.posting.posted if role.posting else None
    text = posting_text(library, entry, role)
    found = deadline_of(text, first_day(posted) if posted else None) if text else None
    return Step(found.words, found.day.isoformat()) if found else None


def _last_contact(application: Application, today: date) -> str | None:
    """Return the date on which somebody there was last heard of, or spoken to."""
    events = (event.date for event in application.happened_by(today) if not _is_own(event))
    spoken = (somebody.last for somebody in application.contacts if somebody.last)
    return max((*events, *spoken), key=last_day, default=None)


def _is_overdue(step: Next | None, today: date) -> bool:
    return bool(step and step.due and last_day(step.due) < today)


def _is_own(event: Event) -> bool:
    return event.meaning is not None and event.meaning.stage in _UNSENT


def _link(link: SentLink, today: date) -> Link:
    expires = link.expires.isoformat() if link.expires else None
    until = spell_until(link, today)
    return Link(link.uid, link.recipient, link.role, expires, link.state(today), until)


def _urgency(standing: Standing) -> tuple[bool, date]:
    """Return what sorts dossiers: closed ones last, what is due first before them."""
    days = [standing.next.date] if standing.next else []
    days += [step.date for step in (*standing.deadlines, *standing.coming)]
    days += [step.date for step in standing.contacts]
    due = min((last_day(day) for day in days if day), default=date.max)
    return standing.stage == Status.CLOSED, due


def _as_json(standings: Sequence[Standing]) -> str:
    content = {"version": 1, "applications": [asdict(standing) for standing in standings]}
    return inert_json(content)


def _as_text(standings: Sequence[Standing], today: date) -> str:
    if not standings:
        return "No applications yet."
    return "\n".join(shown(line) for standing in standings for line in _lines(standing, today))


def _lines(standing: Standing, today: date) -> Iterator[str]:
    outcome = f", {OUTCOMES[Outcome(standing.outcome)]}" if standing.outcome else ""
    since = f" since {spell_date(standing.since)}" if standing.since else ""
    contact = f", {_spell_days(standing.days_since_contact)}" if standing.last_contact else ""
    stage = STAGES[Status(standing.stage)]
    yield f"{standing.company} ({standing.application}): {stage}{since}{outcome}{contact}"
    if step := standing.next:
        yield f"  next: {step.what}{_spell_due(step.date, today, is_over=standing.overdue)}"
    for step in standing.deadlines:
        is_over = last_day(step.date or "") < today
        due = _spell_due(step.date, today, is_over=is_over)
        yield f"  apply{due.removeprefix(',')} (the posting: {step.what})"
    for todo in standing.contacts:
        yield f"  {todo.name}: {todo.what}{_spell_due(todo.date, today, is_over=todo.overdue)}"
    for step in standing.coming:
        yield f"  coming up: {step.what}, {spell_day(step.date or '', today)}"
    for link in standing.links:
        role = f" ({link.role})" if link.role else ""
        yield f"  link for {link.to}{role}: {link.until}"


def _spell_due(due: str | None, today: date, *, is_over: bool) -> str:
    when = "overdue since" if is_over else "by"
    return f", {when} {spell_day(due, today)}" if due else ""


def _spell_days(days: int | None) -> str:
    return "last contact today" if not days else f"last contact {count(days, 'day')} ago"
