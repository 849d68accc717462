"""A dossier to the page that a recipient opens: who, the match, three proofs, every row.

The page stands alone: it holds every card that it links to, and asks for nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from markupsafe import Markup

from dossier.model.library import ApplicationEntry, Section
from dossier.model.profile import Employment, Profile, is_running, newest_first
from dossier.plain.dates import spell_date
from dossier.plain.folding import fold
from dossier.plain.frozen import frozen
from dossier.plain.joining import without_stop
from dossier.plain.patterns import pattern
from dossier.prose.markdown import parse
from dossier.render.background import BackgroundView
from dossier.render.badge import RoleBadge, role_badges
from dossier.render.claim_data import claim_facts
from dossier.render.contact import Action, contact_actions
from dossier.render.figures import FigureView, figure_view
from dossier.render.frame import project_page, row_anchor
from dossier.render.head import linked_data
from dossier.render.headlines import PROOFS, telling_figures
from dossier.render.paper import Printed, printed
from dossier.render.parts import SectionView, draw_parts
from dossier.render.person import PersonView, person_view
from dossier.render.policy import STANDALONE, source_hash
from dossier.render.preview import person_facts
from dossier.render.records import LedgerGroup, RecordView, ledger, record_view
from dossier.render.renderer import Renderer
from dossier.render.rows import all_rows
from dossier.render.templates import environment
from dossier.templates import Templates

_PROJECTS = 3
"""How many projects stand under the figures."""
_SENTENCE = pattern(r"[.!?]$|\b(?:i|we|my|our|ich|wir|je|nous|yo)\b", re.IGNORECASE)
"""A headline that says what somebody does, and not what they are."""
_LONGEST_TITLE = 80


@frozen
class ShareDocument:
    """What is sealed for a recipient, or shown to the author as a preview."""

    title: str
    lang: str
    css: str
    html: Markup


@frozen
class ProofView:
    """A figure above the table."""

    figure: FigureView
    record: RecordView


@frozen
class ProjectView:
    """A project behind what is shown."""

    title: str
    href: str
    """Empty for what has no page."""
    line: Markup
    records: tuple[tuple[str, str], ...]
    """What its records claim, in short, and where each stands on the page."""


@frozen
class ShareView:
    """The page of a recipient."""

    company: str
    role: str
    name: str
    day: str
    """When the page became what it is; whoever keeps an earlier one cannot change it."""
    shown_day: str
    facts: tuple[Markup, ...]
    """What stands under the name: work, place, whether one would move."""
    lede: Markup
    roles: tuple[RoleBadge, ...]
    weighed: tuple[str, ...]
    """What the formula comes to for each role, which stands with it and nowhere else."""
    proofs: tuple[ProofView, ...]
    projects: tuple[ProjectView, ...]
    """The projects whose records rows cite; where they cite none, those that recipients may see."""
    parts: tuple[SectionView, ...]
    """Those that the life comes behind first."""
    background: BackgroundView | None
    """Jobs and studies under what is asked for, the rest behind the author's texts."""
    work_anchor: str
    background_anchor: str
    records: tuple[LedgerGroup, ...]
    records_anchor: str
    is_all_asked_for: bool
    """Whether none of their sources opens."""
    paper: Printed
    contact_anchor: str
    actions: tuple[Action, ...]
    said: tuple[str, ...]
    """The addresses behind the buttons, to copy and for paper."""
    links: tuple[tuple[str, str], ...]
    data: Markup
    """The person and the claims as JSON-LD: what this page shows of them."""


def draw_share(
    renderer: Renderer, entry: ApplicationEntry, page: str, css: str, day: date | None = None
) -> ShareDocument:
    """Draw a dossier for its recipient. The renderer's library is the recipient's alone.

    `page` is the page's path below the site, from which links to public pages are written.
    """
    renderer = renderer.on(page, entry)
    application = entry.application
    person = person_view(renderer)
    name = person.name if person else ""
    role = ", ".join(role.title for role in application.roles) or (application.title or "")
    renderer.anchors.update(row_anchor(row.id) for row in application.proof_points)
    pitch = entry.section("pitch")
    lede, rest = split_lede(pitch) if pitch else ("", None)
    parts = tuple(draw_parts(renderer, _without(entry, pitch, rest) if lede else entry))
    cited = renderer.frame.library.records.values()
    records = ledger(renderer, (record for record in cited if record.id not in renderer.drawn))
    subject = f"{application.company}: {role}" if role else application.company
    actions = tuple(contact_actions(person, subject)) if person else ()
    roles = role_badges(renderer.frame.coverage[entry.id]) if application.proof_points else ()
    proofs = tuple(_proofs(renderer, entry, lede))
    view = ShareView(
        company=application.company,
        role=role,
        name=name,
        day=day.isoformat() if day else "",
        shown_day=spell_date(day.isoformat()) if day else "",
        facts=tuple(_facts(renderer, person, is_led=bool(lede))) if person else (),
        lede=_lede(renderer, entry, person, lede),
        roles=roles,
        weighed=tuple(_weighed(roles)),
        proofs=proofs,
        projects=tuple(_projects(renderer, entry)),
        # What is asked and shown comes first, wherever the author has put it; then why, the life.
        parts=tuple(sorted(parts, key=_place)),
        background=person.background if person and person.background else None,
        work_anchor=renderer.anchor("work"),
        background_anchor=renderer.anchor("background"),
        records=records,
        records_anchor=renderer.anchor("records"),
        is_all_asked_for=renderer.frame.is_all_asked_for,
        paper=printed(renderer, entry, lede, (proof.record.id for proof in proofs)),
        contact_anchor=renderer.anchor("contact"),
        actions=actions,
        said=tuple(said for said in (person.email, person.phone) if said) if person else (),
        links=person.links if person else (),
        data=_data(renderer),
    )
    return ShareDocument(
        title=f"{name} for {application.company}" if name else application.company,
        lang="en",
        css=css,
        html=renderer.template("share", view=view),
    )


def spell_page(document: ShareDocument, templates: Templates) -> str:
    """Return a document as a file of its own, for the author to look at."""
    template = environment(templates).get_template("fragments/share_page.html")
    # What stands in a style element is not escaped, so nothing may end it.
    css = Markup(document.css.replace("<", "\\3c "))  # noqa: S704 - our own style sheet
    policy = Markup(STANDALONE.format(style=source_hash(css)))  # noqa: S704 - a hash
    return template.render(document=document, css=css, policy=policy)


def split_lede(section: Section) -> tuple[str, Section | None]:
    """Return a section's first paragraph, and the section without it, None if nothing is left.

    There is none if the section begins with something else, or defines footnotes or links, from
    which their uses would be torn apart.
    """
    tokens, environment = parse(section.text)
    defined = (environment.get("references"), *environment.get("footnotes", {}).values())
    if not tokens or tokens[0].type != "paragraph_open" or any(defined):
        return "", section
    assert tokens[0].map  # noqa: S101 - every block has its lines
    lines = section.text.split("\n")
    end = tokens[0].map[1]
    # The lines stay, empty, so that what is left is where it was.
    left = "\n" * end + "\n".join(lines[end:])
    rest = None
    if left.strip():
        rest = replace(section, text=left)
    # Not the lines as written: a comment may end on the first of them.
    return tokens[1].content, rest


def _data(renderer: Renderer) -> Markup:
    library = renderer.frame.library
    facts: dict[str, object] = {"@type": "ProfilePage"}
    if library.profile:
        # A lede stands in place of the headline.
        known = person_facts(renderer, library.profile.profile)
        facts["mainEntity"] = {k: told for k, told in known.items() if k != "description"}
    claims = claim_facts(renderer, library.records.values())
    return linked_data(facts | ({"hasPart": claims} if claims else {}))


def _lede(
    renderer: Renderer, entry: ApplicationEntry, person: PersonView | None, lede: str
) -> Markup:
    if lede:
        return renderer.prose(lede, entry.source)
    return Markup("<p>{}</p>").format(person.headline) if person and person.headline else Markup("")


def _without(
    entry: ApplicationEntry, pitch: Section | None, rest: Section | None
) -> ApplicationEntry:
    sections = (rest if section is pitch else section for section in entry.sections)
    return replace(entry, sections=tuple(section for section in sections if section))


def _facts(renderer: Renderer, person: PersonView, *, is_led: bool) -> Iterator[Markup]:
    """Yield what stands below the name, without the stops that follow each: `At Carr & Co`."""
    entry = renderer.frame.library.profile
    if entry:
        headline = renderer.plain(entry.profile.headline) if is_led else ""
        told = title_said(entry.profile, headline)
        yield from (Markup("{}").format(said.removesuffix(".")) for said in told)
    yield from (f.removesuffix(".") for f in (person.location, person.relocation) if f)


def title_said(profile: Profile, headline: str) -> Iterator[str]:
    """Yield what stands under a name: what somebody calls themselves, and where they work.

    A `headline` that is a sentence is what a pitch stands in place of.
    """
    own = "" if _SENTENCE.search(headline) or len(headline) > _LONGEST_TITLE else headline
    if own:
        yield own
    if profile.work:
        job = newest_first(profile.work)[0]
        is_said = is_running(job) and fold(job.title or "").casefold() in fold(own).casefold()
        yield work_said(job.model_copy(update={"title": None}) if is_said else job)


def work_said(job: Employment) -> str:
    """Say where someone works or has worked. Without dates nobody knows which."""
    if is_running(job):
        return f"{job.title}, {job.employer}" if job.title else f"At {job.employer}"
    until = f", until {spell_date(job.until)}" if job.until else ""
    return f"{job.title} at {job.employer}{until}" if job.title else f"Worked at {job.employer}"


def _proofs(renderer: Renderer, entry: ApplicationEntry, lede: str) -> Iterator[ProofView]:
    for record, metric in telling_figures(renderer, entry, lede):
        yield ProofView(figure_view(renderer, record, metric), record_view(renderer, record))


def _weighed(roles: Sequence[RoleBadge]) -> Iterator[str]:
    for role in roles:
        if role.badge.total:
            named = f"{role.title}: " if len(roles) > 1 and role.title else ""
            yield f"{named}{role.badge.weighed}"


def _place(part: SectionView) -> int:
    return 0 if part.holds_table else 1 if part.name == "why" else 2


def _projects(renderer: Renderer, entry: ApplicationEntry) -> Iterator[ProjectView]:
    library = renderer.frame.library
    cited = [record for row in all_rows(renderer, entry) for record in row.counting]
    of_records = {record.project for record in library.records.values()}
    named = [record.project or "" for record in cited]
    named += [name for name in library.known_projects if name not in of_records]
    for name in list(dict.fromkeys(n for n in named if n in library.known_projects))[:_PROJECTS]:
        known = library.known_projects[name]
        has_page = name in library.projects
        ours = dict.fromkeys(record.id for record in cited if record.project == name)
        named_here = [library.records[each] for each in list(ours)[:PROOFS]]
        shown = [record_view(renderer, record) for record in named_here]
        # A record that says it in the same words has its first ones beside it, and a row all.
        said = {fold(record.record.claim) for record in named_here}
        line = None if fold(known.project.line or "") in said else known.project.line
        yield ProjectView(
            title=known.project.title,
            href=renderer.frame.to_page(project_page(name)) if has_page else "",
            line=renderer.text(line, known.source),
            records=tuple((without_stop(record.title), record.href) for record in shown),
        )
