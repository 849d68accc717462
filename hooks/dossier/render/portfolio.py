"""Home, projects and the evidence index: what stands openly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote

from markupsafe import Markup

from dossier.match.coverage import is_expired
from dossier.match.recipient import is_listed
from dossier.model.document import Document
from dossier.model.evidence import Check, EvidenceKind
from dossier.model.library import PageEntry, ProjectEntry, RecordEntry
from dossier.model.profile import Profile
from dossier.model.project import ProjectStatus
from dossier.plain.dates import spell_date
from dossier.prose.directives import Directive
from dossier.prose.scan import scan_inline
from dossier.prose.targets import parse_metric, parse_target
from dossier.render.author_page import dig, heading_anchors
from dossier.render.charts import ChartView
from dossier.render.frame import EVIDENCE_PAGE, PROJECTS_PAGE, project_page
from dossier.render.labels import CHECK_MEANS, CHECKS, PROJECT_STATUSES, count
from dossier.render.page import AuthorPage, Heading, Page
from dossier.render.preview import (
    describe_evidence,
    describe_project,
    describe_projects,
    first_paragraph,
    home_preview,
    project_preview,
)
from dossier.render.prose import file_name, is_inlined
from dossier.render.records import (
    FigureView,
    RecordView,
    figure_view,
    ledger,
    project_chart,
    record_view,
)
from dossier.render.renderer import Renderer
from dossier.render.sources import checked_since

LIMITS = "What this does not show"
NO_SKILL = "no skill named"
"""What records without a skill stand under."""
_EXTENSION = re.compile(r"(?:\bext|x|[;,#]).*", re.IGNORECASE | re.DOTALL)
"""What follows a phone number."""
_HOME_ANCHORS = ("projects", "leads", "background", "reading")
HEADLINES = 4
"""How many metrics the home page shows."""
PER_PROJECT = 2
"""How many of them a project may give."""


@dataclass(frozen=True, slots=True)
class HeadlineView:
    """A metric on the home page or a card."""

    figure: FigureView
    record: RecordView


@dataclass(frozen=True, slots=True)
class CardView:
    """A project's card."""

    href: str
    title: str
    line: Markup
    headline: HeadlineView | None
    claims: str
    """`10 records, 6 re-runnable`."""
    status: str
    is_retired: bool
    is_private: bool
    chart: ChartView | None = None
    """In place of the headline, on the lead card alone."""


@dataclass(frozen=True, slots=True)
class PersonView:
    """The person, as far as the readers may know."""

    name: str
    headline: Markup
    links: tuple[tuple[str, str], ...]
    location: Markup
    relocation: Markup
    email: str
    phone: str
    dialled: str
    """The phone number as a link has it."""
    resume: str
    """The link to it."""
    resume_file: str
    """The name to save it by, where the link holds the file itself; else empty."""
    leads: tuple[tuple[str, Markup], ...]
    work: tuple[tuple[str, Markup], ...]
    education: tuple[tuple[str, Markup], ...]

    def mail_about(self, subject: str) -> str:
        """Return the link that begins a mail to the person."""
        return f"mailto:{self.email}?subject={quote(subject)}"


@dataclass(frozen=True, slots=True)
class Tile:
    """A number with what it counts."""

    number: str
    label: str
    of: str = ""
    """What the number is out of, empty for a plain count."""


def person_view(renderer: Renderer) -> PersonView | None:
    """Return the profile, as far as the readers may know it."""
    entry = renderer.frame.library.profile
    if entry is None:
        return None
    profile, source = entry.profile, entry.source

    def stated(name: str) -> Markup:
        fact = getattr(profile, name)
        return renderer.text(fact.value, source) if fact else Markup("")

    work = []
    for job in profile.work:
        head = ", ".join(p for p in (job.title, job.employer, _years(job.since, job.until)) if p)
        work.append((head, renderer.text(job.summary, source)))
    education = []
    for study in profile.education:
        parts = (renderer.plain(study.field), study.degree, study.institution)
        head = ", ".join(p for p in (*parts, _years(study.since, study.until)) if p)
        education.append((head, renderer.text(study.summary, source)))
    resume = resume_address(profile)
    linked = (renderer.frame.to_written(source, resume) or "") if resume else ""
    phone = renderer.plain(profile.phone.value) if profile.phone else ""
    return PersonView(
        name=profile.name,
        headline=renderer.text(profile.headline, source),
        links=tuple((link.label, link.url) for link in profile.links),
        location=stated("location"),
        relocation=stated("relocation"),
        email=renderer.plain(profile.email.value) if profile.email else "",
        phone=phone,
        dialled=_dialled(phone),
        resume=linked,
        resume_file=file_name(resume) if is_inlined(linked) else "",
        leads=tuple((lead.title, renderer.text(lead.line, source)) for lead in profile.leads),
        work=tuple(work),
        education=tuple(education),
    )


def _dialled(phone: str) -> str:
    """Return the digits to dial: no extension, and no `(0)`, which is not dialled after a `+`."""
    number = _EXTENSION.sub("", phone)
    if "+" in number:
        number = number.replace("(0)", "")
    return re.sub(r"[^0-9+]", "", number)


def _years(since: str | None, until: str | None) -> str:
    if since and until:
        return f"{spell_date(since)}–{spell_date(until)}"
    return f"since {spell_date(since)}" if since else f"until {spell_date(until)}" if until else ""


def resume_address(profile: Profile) -> str:
    """Return where the résumé is, empty for none: a path or address, or what a link leads to."""
    if profile.resume is None:
        return ""
    written = profile.resume.value
    address = next((mention.address for mention in scan_inline(written)), written)
    return "" if parse_target(address) else address


def draw_home(renderer: Renderer, entry: PageEntry | None) -> AuthorPage:
    """Draw the home page around the author's text."""
    renderer = renderer.on("index.md")
    frame = renderer.frame
    projects = _by_weight(renderer)
    headlines = _headlines(renderer, projects)
    markdown, holes = _dig(renderer, entry.source) if entry else ("", ())
    person = person_view(renderer)
    page = entry.page if entry else None
    title = (page.title if page else None) or (person.name if person else "Portfolio")
    description = (page.description if page else None) or (
        renderer.plain(frame.library.profile.profile.headline) if frame.library.profile else ""
    )
    return AuthorPage(
        path="index.md",
        title=title,
        description=description,
        markdown=markdown,
        holes=holes,
        before=renderer.template("home_head", person=person),
        after=renderer.template(
            "home_body",
            headlines=headlines,
            cards=_cards(renderer, projects),
            checks=tuple((check, CHECKS[check], CHECK_MEANS[check]) for check in Check),
            evidence=frame.to_page(EVIDENCE_PAGE) if frame.library.records else "",
            anchors={name: renderer.anchor(name) for name in _HOME_ANCHORS},
            person=person,
            is_private=frame.is_private,
        ),
        meta={"hide": ["navigation", "toc"]},
        layout="home",
        is_private=frame.is_private,
        in_nav=True,
        preview=home_preview(renderer, title, [view.figure for view in headlines]),
    )


def _dig(renderer: Renderer, source: Document) -> tuple[str, tuple[Markup, ...]]:
    renderer.anchors.update(heading_anchors(source.body))
    return dig(renderer, source)


def _by_weight(renderer: Renderer) -> list[ProjectEntry]:
    """Return the projects with most records first, retired ones last."""
    library = renderer.frame.library

    def weight(entry: ProjectEntry) -> tuple[bool, int, str]:
        records = library.records_by_project.get(entry.id, ())
        return entry.project.status is ProjectStatus.RETIRED, -len(records), entry.id

    return sorted(library.projects.values(), key=weight)


def _headlines(renderer: Renderer, projects: list[ProjectEntry]) -> tuple[HeadlineView, ...]:
    """Return the metrics for the home page: measured before counted, each of another record."""
    order = list(EvidenceKind)
    found: list[tuple[tuple[int, int, int], HeadlineView]] = []
    for position, project in enumerate(projects):
        views: dict[str, tuple[RecordEntry, HeadlineView]] = {}
        for record, view in _headline_views(renderer, project):
            views.setdefault(record.id, (record, view))
        for turn, (record, view) in enumerate(list(views.values())[:PER_PROJECT]):
            found.append(((order.index(record.record.kind), turn, position), view))
    return tuple(view for _, view in sorted(found, key=lambda item: item[0])[:HEADLINES])


def _headline_views(
    renderer: Renderer, entry: ProjectEntry
) -> list[tuple[RecordEntry, HeadlineView]]:
    views = []
    for name in entry.project.headline:
        target = parse_metric(name)
        record = renderer.frame.library.records.get(target.id)
        metric = record.metric(target.metric or "") if record else None
        if record and metric:
            figure = figure_view(renderer, record, metric)
            views.append((record, HeadlineView(figure, record_view(renderer, record))))
    return views


def card_view(renderer: Renderer, entry: ProjectEntry) -> CardView:
    """Return a project's card."""
    records = renderer.frame.library.records_by_project.get(entry.id, ())
    rerun = sum(record.record.check is Check.RERUN for record in records)
    claims = count(len(records), "record")
    headlines = _headline_views(renderer, entry)
    return CardView(
        href=renderer.frame.to_page(project_page(entry.id)),
        title=entry.project.title,
        line=renderer.text(entry.project.line, entry.source),
        headline=headlines[0][1] if headlines else None,
        claims=f"{claims}, {rerun} re-runnable" if rerun else claims,
        status=PROJECT_STATUSES[entry.project.status],
        is_retired=entry.project.status == "retired",
        is_private=renderer.frame.is_private and entry.project.audience == "private",
    )


def _cards(renderer: Renderer, projects: list[ProjectEntry]) -> tuple[CardView, ...]:
    """Return the cards. The first leads, with a chart if there is something to compare."""
    cards = [card_view(renderer, project) for project in projects]
    if cards and not cards[0].is_retired:
        cards[0] = replace(cards[0], chart=project_chart(renderer, projects[0]))
    return tuple(cards)


def draw_project(renderer: Renderer, entry: ProjectEntry) -> AuthorPage:
    """Draw a project's page: the author's text, then the records that the text does not draw."""
    renderer = renderer.on(project_page(entry.id))
    frame, project = renderer.frame, entry.project
    records = frame.library.records_by_project.get(entry.id, ())
    markdown, holes = _dig(renderer, entry.source)
    groups = ledger(renderer, (record for record in records if record.id not in renderer.drawn))
    headings = [Heading(group.anchor, group.title) for group in groups]
    limits = renderer.anchor("limits")
    if project.limits:
        headings.append(Heading(limits, LIMITS))
    return AuthorPage(
        path=project_page(entry.id),
        title=project.title,
        description=describe_project(renderer, entry),
        markdown=markdown,
        holes=holes,
        before=renderer.template(
            "project_head",
            project=project,
            status=PROJECT_STATUSES[project.status],
            line=renderer.text(project.line, entry.source),
            home=frame.to_page("index.md"),
            projects=frame.to_page(PROJECTS_PAGE),
            tiles=_tiles(renderer, records),
            checked=checked_since(records),
        ),
        after=renderer.template(
            "project_body",
            groups=groups,
            anchor=limits,
            title=LIMITS,
            limits=renderer.text(project.limits, entry.source),
        ),
        headings=tuple(headings),
        meta={"hide": ["navigation", "toc"]},
        layout="project",
        is_private=frame.is_private,
        in_nav=True,
        preview=project_preview(
            renderer, entry, [view.figure for _, view in _headline_views(renderer, entry)]
        ),
    )


def _tiles(renderer: Renderer, records: Iterable[RecordEntry]) -> tuple[Tile, ...]:
    entries = list(records)
    as_of = renderer.frame.as_of
    stale = sum(is_expired(entry.record, as_of) for entry in entries)
    rerun = sum(entry.record.check is Check.RERUN for entry in entries)
    others = sum(entry.record.check is Check.THIRD_PARTY for entry in entries)
    return (
        Tile(
            str(len(entries)),
            "record in this ledger" if len(entries) == 1 else "records in this ledger",
        ),
        Tile(str(rerun), "you can run again yourself"),
        Tile(str(others), "run or hosted by others"),
        Tile(str(stale), "due for another check"),
    )


def draw_projects(renderer: Renderer) -> Page:
    """Draw the list of projects."""
    renderer = renderer.on(PROJECTS_PAGE)
    cards = _cards(renderer, _by_weight(renderer))
    return Page(
        path=PROJECTS_PAGE,
        title="Projects",
        description=describe_projects(renderer),
        html=renderer.template("projects", cards=cards),
        layout="projects",
        is_private=renderer.frame.is_private,
        in_nav=True,
    )


@dataclass(frozen=True, slots=True)
class SkillView:
    """A skill and the records that show it."""

    anchor: str
    name: str
    records: tuple[RecordView, ...]


def draw_evidence(renderer: Renderer) -> Page:
    """Draw the index of all records by skill, with the cards of those that have no project page."""
    renderer = renderer.on(EVIDENCE_PAGE)
    frame = renderer.frame
    entries = list(frame.library.records.values())
    loose = [entry for entry in entries if frame.card_page(entry) == EVIDENCE_PAGE]
    by_skill: dict[str, dict[str, RecordView]] = {}
    for entry in entries:
        view = record_view(renderer, entry)
        for skill in entry.record.skills or (NO_SKILL,):
            name = " ".join(skill.replace("-", " ").split()) or skill
            by_skill.setdefault(name, {})[entry.id] = view
    skills = tuple(
        SkillView(f"skill-{name.replace(' ', '-')}", name, tuple(by_skill[name].values()))
        for name in sorted(by_skill, key=lambda name: (name == NO_SKILL, name))
    )
    groups = ledger(renderer, loose)
    total = count(len(entries), "record")
    return Page(
        path=EVIDENCE_PAGE,
        title="Evidence",
        description=describe_evidence(renderer),
        html=renderer.template("evidence", skills=skills, groups=groups, total=total),
        headings=(
            *(Heading(group.anchor, group.title) for group in groups),
            Heading("skills", "By skill"),
        ),
        layout="evidence",
        is_private=frame.is_private,
        in_nav=True,
    )


def draw_ledger(renderer: Renderer, directive: Directive) -> Markup:
    """Draw the directive `evidence`: the records of projects, or those that show skills."""
    records = renderer.frame.library.records.values()
    entries = [entry for entry in records if is_listed(entry, directive)]
    return renderer.template("ledger", groups=ledger(renderer, entries))


def draw_author_page(renderer: Renderer, entry: PageEntry) -> AuthorPage:
    """Draw a page of the author's own."""
    renderer = renderer.on(entry.path)
    markdown, holes = _dig(renderer, entry.source)
    page = entry.page
    known = page.model_dump(exclude_none=True, include={"subtitle", "icon", "status", "template"})
    for name in ("hide", "tags"):
        if values := getattr(page, name):
            known[name] = list(values)
    return AuthorPage(
        path=entry.path,
        title=page.title or "",
        description=page.description or first_paragraph(renderer, entry.source),
        markdown=markdown,
        holes=holes,
        meta=known,
        is_private=renderer.frame.is_private,
        in_nav=True,
    )
