"""A dossier to its page: how far it has come, its roles, the parts in the author's order."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from dossier.model.application import Application, Status
from dossier.model.follow_up import Next
from dossier.model.library import ApplicationEntry
from dossier.plain.dates import last_day, spell_date
from dossier.plain.frozen import frozen
from dossier.prose.citations import cited
from dossier.prose.passages import of_application
from dossier.render.badge import RoleBadge, role_badges
from dossier.render.events import EventView, coming_up, happened, spell_day
from dossier.render.frame import APPLICATIONS_PAGE, application_page, preview_page, row_anchor
from dossier.render.labels import OUTCOMES, STAGES
from dossier.render.page import Heading, Page
from dossier.render.paper import PaperView, beside_rows
from dossier.render.parts import SectionView, draw_parts
from dossier.render.renderer import Renderer
from dossier.render.roles import RoleView, role_views
from dossier.render.sent_links import LinkView, link_views


@frozen
class NextView:
    """The next thing to do."""

    do: Markup
    due: str
    is_overdue: bool


@frozen
class ContactView:
    """Somebody to talk to."""

    who: str
    """`Sam Lee, Recruiter`."""
    channel: str
    last: str
    """When the two were last in touch."""
    next: NextView | None
    note: Markup


@frozen
class ApplicationView:
    """A dossier's page."""

    company: str
    title: str
    up: str
    """The link to the list of applications."""
    stage: str
    stage_word: str
    next: NextView | None
    facts: tuple[str, ...]
    """What only the author knows of it: the lead, the tier, other names."""
    roles: tuple[RoleView, ...]
    coverage: tuple[RoleBadge, ...]
    """What all rows come to, if there are rows and no roles."""
    parts: tuple[SectionView, ...]
    contacts_anchor: str
    contacts: tuple[ContactView, ...]
    events_anchor: str
    events: tuple[EventView, ...]
    coming_anchor: str
    coming: tuple[EventView, ...]
    """The events that are still to come."""
    links_anchor: str
    links: tuple[LinkView, ...]
    """Who was sent a link."""
    is_private: bool
    preview: str
    """The link to what a recipient would see, empty where there is none."""
    paper: tuple[PaperView, ...]
    """What a printed page says of records that no row of it names; in no private view."""


def application_title(application: Application) -> str:
    """Return a dossier's title: its own, or the first role's."""
    if application.title:
        return application.title
    return application.roles[0].title if application.roles else application.company


def draw_application(renderer: Renderer, entry: ApplicationEntry) -> Page:
    """Draw a dossier's page."""
    renderer = renderer.on(application_page(entry.id), entry)
    application = entry.application
    coverages = renderer.frame.coverage[entry.id]
    roles = role_views(renderer, entry)
    renderer.anchors.update(row_anchor(row.id) for row in application.proof_points)
    contacts = renderer.anchor("contacts")
    events, coming, links = map(renderer.anchor, ("events", "coming-up", "links"))
    parts = tuple(draw_parts(renderer, entry))
    view = ApplicationView(
        company=application.company,
        title=application_title(application),
        up=renderer.frame.to_page(APPLICATIONS_PAGE),
        stage=application.stage_on(renderer.frame.as_of),
        stage_word=stage_word(application, renderer.frame.as_of),
        next=next_view(renderer, entry),
        facts=_facts(renderer, application),
        roles=roles,
        coverage=() if roles or not application.proof_points else role_badges(coverages),
        parts=parts,
        contacts_anchor=contacts,
        contacts=_contacts(renderer, entry),
        events_anchor=events,
        events=happened(renderer, entry),
        coming_anchor=coming,
        coming=coming_up(renderer, entry),
        links_anchor=links,
        links=link_views(renderer.frame.links_of(entry.id), renderer.frame.as_of),
        is_private=renderer.frame.is_private,
        preview=_preview(renderer, entry),
        paper=_paper(renderer, entry),
    )
    return Page(
        path=application_page(entry.id),
        title=f"{application.company}: {view.title}",
        description=f"{application.company}, {view.title}: each requirement with its evidence.",
        html=str(renderer.template("application", view=view)),
        headings=tuple(Heading(part.anchor, part.title) for part in parts),
        layout="application",
        is_private=renderer.frame.is_private,
    )


def _preview(renderer: Renderer, entry: ApplicationEntry) -> str:
    return renderer.frame.to_page(preview_page(entry.id)) if renderer.frame.previews else ""


def _paper(renderer: Renderer, entry: ApplicationEntry) -> tuple[PaperView, ...]:
    if renderer.frame.is_private:
        return ()
    return beside_rows(renderer, entry, sorted(cited(of_application(entry), entry)))


def _facts(renderer: Renderer, application: Application) -> tuple[str, ...]:
    profile = renderer.frame.library.profile
    leads = {lead.id: lead.title for lead in profile.profile.leads} if profile else {}
    known = (
        f"Lead: {leads.get(application.lead, application.lead)}" if application.lead else "",
        "" if application.tier is None else f"Tier {application.tier}",
        f"also {', '.join(application.aliases)}" if application.aliases else "",
    )
    return tuple(fact for fact in known if fact)


def stage_word(application: Application, day: date) -> str:
    """Say how far a dossier has come by a day: `Applied`, `Closed, no response`."""
    stage, outcome = application.stage_on(day), application.outcome_on(day)
    ended = f", {OUTCOMES[outcome]}" if stage is Status.CLOSED and outcome else ""
    return f"{STAGES[stage]}{ended}"


def next_view(renderer: Renderer, entry: ApplicationEntry) -> NextView | None:
    """Return the next thing to do, None if nothing is planned."""
    return _next(renderer, entry, entry.application.next)


def _next(renderer: Renderer, entry: ApplicationEntry, step: Next | None) -> NextView | None:
    if step is None:
        return None
    overdue = step.due is not None and last_day(step.due) < renderer.frame.as_of
    due = spell_day(step.due, renderer.frame.as_of) if step.due else ""
    return NextView(renderer.text(step.do, entry.source), due, overdue)


def _contacts(renderer: Renderer, entry: ApplicationEntry) -> tuple[ContactView, ...]:
    return tuple(
        ContactView(
            ", ".join(part for part in (contact.name, contact.role) if part),
            contact.channel or "",
            spell_date(contact.last or ""),
            _next(renderer, entry, contact.next),
            renderer.text(contact.note, entry.source),
        )
        for contact in entry.application.contacts
    )
