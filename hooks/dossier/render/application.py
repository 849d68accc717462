"""A dossier to its page: the match, the rows, the sections in the author's order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dossier.match.coverage import RoleCoverage
from dossier.model.application import Application, Role, Status
from dossier.model.document import Document
from dossier.model.library import ApplicationEntry, Section
from dossier.plain.dates import last_day, spell_date
from dossier.prose.directives import Directive, parse_directive
from dossier.prose.markdown import parse
from dossier.prose.passages import Passage
from dossier.prose.scan import Block
from dossier.prose.sections import split_options
from dossier.render.audit import draw_audit
from dossier.render.badge import Badge, badge
from dossier.render.frame import APPLICATIONS_PAGE, application_page, preview_page, row_anchor
from dossier.render.labels import OUTCOMES, SEVERITIES, STAGES
from dossier.render.page import Heading, Page
from dossier.render.renderer import Renderer
from dossier.render.rows import RoleBadge, all_rows, draw_table, role_badges, rows_named

TABLE_TITLE = "Requirements and evidence"
RECIPIENT_TABLE_TITLE = "Your requirements, my evidence"


@dataclass(frozen=True, slots=True)
class RoleView:
    """A posting and how well it is covered."""

    anchor: str
    title: str
    url: str
    location: str
    badge: Badge
    fit: str
    """`3.5`, empty where the reader may not know."""
    assessment: Markup
    pay: tuple[tuple[str, Markup], ...]
    posting: str
    """What is known of the posting: when it was posted, checked, whether it is live."""
    uncovered: tuple[Markup, ...]
    """What it asks for and no row covers."""


@dataclass(frozen=True, slots=True)
class NextView:
    """The next thing to do."""

    do: Markup
    due: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class GapView:
    """A gap and its framing."""

    about: str
    """The link to the row it is about, empty if it is about a topic."""
    topic: str
    gap: Markup
    framing: Markup
    severity: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question and its prepared answer."""

    question: str
    about: str
    topic: str
    answer: Markup
    key: str = ""
    """Names it among the page's questions, so that a browser can remember its mark."""
    sample: str = ""
    """The mark that the style guide shows: `known`, `missed 2`."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A titled part of the page."""

    anchor: str
    title: str
    body: Markup
    is_private: bool
    """Whether only the author sees it; told in private views only."""
    holds_table: bool = False
    """Whether the requirement table stands in it."""


@dataclass(frozen=True, slots=True)
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
    events_anchor: str
    events: tuple[tuple[str, str, Markup], ...]
    is_private: bool
    preview: str
    """The link to what a recipient would see, empty where there is none."""


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
    roles = tuple(role_view(renderer, entry, c) for c in coverages if c.role)
    renderer.anchors.update(row_anchor(row.id) for row in application.proof_points)
    events = renderer.anchor("events")
    parts = tuple(draw_parts(renderer, entry))
    view = ApplicationView(
        company=application.company,
        title=application_title(application),
        up=renderer.frame.to_page(APPLICATIONS_PAGE),
        stage=application.stage,
        stage_word=stage_word(application),
        next=next_view(renderer, entry),
        facts=_facts(renderer, application),
        roles=roles,
        coverage=() if roles or not application.proof_points else role_badges(coverages),
        parts=parts,
        events_anchor=events,
        events=tuple(
            (spell_date(event.date), event.what, renderer.text(event.note, entry.source))
            for event in application.events
        ),
        is_private=renderer.frame.is_private,
        preview=_preview(renderer, entry),
    )
    return Page(
        path=application_page(entry.id),
        title=f"{application.company}: {view.title}",
        description=f"{application.company}, {view.title}: each requirement with its evidence.",
        html=renderer.template("application", view=view),
        headings=tuple(Heading(part.anchor, part.title) for part in parts),
        layout="application",
        is_private=renderer.frame.is_private,
    )


def _preview(renderer: Renderer, entry: ApplicationEntry) -> str:
    return renderer.frame.to_page(preview_page(entry.id)) if renderer.frame.is_private else ""


def _facts(renderer: Renderer, application: Application) -> tuple[str, ...]:
    profile = renderer.frame.library.profile
    leads = {lead.id: lead.title for lead in profile.profile.leads} if profile else {}
    known = (
        f"Lead: {leads.get(application.lead, application.lead)}" if application.lead else "",
        "" if application.tier is None else f"Tier {application.tier}",
        f"also {', '.join(application.aliases)}" if application.aliases else "",
    )
    return tuple(fact for fact in known if fact)


def stage_word(application: Application) -> str:
    """Say how far a dossier has come: `Applied`, `Closed, no response`."""
    word = STAGES[application.stage]
    if application.stage is Status.CLOSED and application.outcome:
        return f"{word}, {OUTCOMES[application.outcome]}"
    return word


def next_view(renderer: Renderer, entry: ApplicationEntry) -> NextView | None:
    """Return the next thing to do, None if nothing is planned."""
    step = entry.application.next
    if step is None:
        return None
    overdue = step.due is not None and last_day(step.due) < renderer.frame.as_of
    due = spell_date(step.due) if step.due else ""
    return NextView(renderer.text(step.do, entry.source), due, overdue)


def role_view(renderer: Renderer, entry: ApplicationEntry, coverage: RoleCoverage) -> RoleView:
    """Return a role as its readers see it. What they may not see is not in the library."""
    role, source = coverage.role, entry.source
    assert role is not None  # noqa: S101 - the caller's promise
    pay = role.compensation
    said = (
        (("Posted", pay.posted), ("Estimate", pay.estimate), ("Source", pay.source)) if pay else ()
    )
    return RoleView(
        anchor=renderer.anchor(f"role-{role.id}"),
        title=role.title,
        url=role.url or "",
        location=role.location or "",
        badge=badge(coverage),
        fit="" if role.fit is None else f"{role.fit.normalize():f}",
        assessment=renderer.text(role.assessment, source),
        pay=tuple((name, renderer.text(value, source)) for name, value in said if value),
        posting=_posting(role),
        uncovered=tuple(
            renderer.text(ask, source) for ask in uncovered_asks(role, entry, renderer)
        ),
    )


def _posting(role: Role) -> str:
    posting = role.posting
    if posting is None:
        return ""
    live = {True: "live", False: "no longer live", "unknown": "not known whether still live"}
    known = (
        f"posted {spell_date(posting.posted)}" if posting.posted else "",
        f"checked {spell_date(posting.checked)}" if posting.checked else "",
        live[posting.live],
    )
    text = ", ".join(part for part in known if part)
    return text[0].upper() + text[1:]


_WORD = re.compile(r"[^\W\d_]{3,}")
# fmt: off
_FILLERS = frozenset((
    "and", "the", "for", "with", "such", "from", "into", "that", "this", "your", "our", "their",
    "experience", "strong", "extensive", "advanced", "large", "background", "ability", "skills",
    "knowledge", "work", "working",
))
# fmt: on


def uncovered_asks(role: Role, entry: ApplicationEntry, renderer: Renderer) -> tuple[str, ...]:
    """Return what a role asks for and no row of it speaks of.

    A row speaks of it if it shares a word of three letters or more, fillers left out; words are
    compared by their first six letters, so that endings don't matter.
    """
    rows = [
        _stems(
            " ".join((renderer.plain(row.requirement), row.quote or "", row.id, row.concept or ""))
        )
        for row in entry.application.rows_of(role.id)
    ]
    return tuple(
        ask for ask in role.asks if not any(_stems(renderer.plain(ask)) & row for row in rows)
    )


def _stems(text: str) -> set[str]:
    return {word[:6] for word in _WORD.findall(text.casefold()) if word not in _FILLERS}


def draw_parts(renderer: Renderer, entry: ApplicationEntry) -> Iterator[SectionView]:
    """Yield the sections, with the table and the gaps where no text draws them."""
    drawn = _drawn_directives(entry)
    table = "proof-points" not in drawn and entry.application.proof_points
    gaps = renderer.frame.is_private and "gaps" not in drawn and entry.application.gaps
    if table and not entry.section("pitch") and not entry.section("proof-points"):
        yield _table_part(renderer, entry)
        table = ()
    for section in entry.sections:
        title = renderer.plain(section.title) if section.title else "Before the first heading"
        anchor = renderer.anchor(_slug(title) if section.title else "preface")
        body = _section_body(renderer, entry, section, anchor)
        holds_table = "proof-points" in _directives(entry, section)
        if section.name == "proof-points" and table:
            body += draw_table(renderer, all_rows(renderer, entry))
            table, holds_table = (), True
        if section.name == "gaps" and gaps:
            body += draw_gaps(renderer)
            gaps = ()
        if section.title or body.strip():
            is_private = renderer.frame.is_private and section.audience == "private"
            yield SectionView(anchor, title, body, is_private, holds_table)
        if section.name == "pitch" and table and not entry.section("proof-points"):
            yield _table_part(renderer, entry)
            table = ()
    if gaps:
        yield SectionView(renderer.anchor("gaps"), "Gaps", draw_gaps(renderer), is_private=True)
    if audit := draw_audit(renderer, entry):
        yield SectionView(renderer.anchor("to-prepare"), "To prepare", audit, is_private=True)


def _table_part(renderer: Renderer, entry: ApplicationEntry) -> SectionView:
    title = RECIPIENT_TABLE_TITLE if renderer.frame.stands_alone else TABLE_TITLE
    body = draw_table(renderer, all_rows(renderer, entry))
    return SectionView(
        renderer.anchor("requirements"), title, body, is_private=False, holds_table=True
    )


def _drawn_directives(entry: ApplicationEntry) -> set[str]:
    return {name for section in entry.sections for name in _directives(entry, section)}


def _directives(entry: ApplicationEntry, section: Section) -> set[str]:
    passage = Passage(section.text, section.audience, entry.source, offset=section.offset)
    return {block.name for block in passage.blocks() if _draws_rows(entry, block)}


def _draws_rows(entry: ApplicationEntry, block: Block) -> bool:
    """Return whether a directive draws rows that are there, if it draws rows at all."""
    directive = parse_directive(block.name, block.body, Document(""), 0)
    if block.name != "proof-points" or not isinstance(directive, Directive):
        return True
    return bool(rows_named(entry, directive)) or not entry.application.proof_points


def _section_body(
    renderer: Renderer, entry: ApplicationEntry, section: Section, anchor: str
) -> Markup:
    if section.name == "questions":
        return _questions(renderer, entry, section, anchor)
    return renderer.prose(section.text, entry.source, name=anchor)


def _questions(
    renderer: Renderer, entry: ApplicationEntry, section: Section, anchor: str
) -> Markup:
    """Draw a section split at its headings of level three. What stands before them stays prose.

    Each answer has footnotes of its own; link definitions serve the whole section.
    """
    tokens, environment = parse(section.text)
    lines = section.text.split("\n")
    starts = [
        (token.map[0], token.map[1], tokens[number + 1].content)
        for number, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h3" and token.level == 0 and token.map
    ]

    def drawn(start: int, end: int, name: str) -> Markup:
        text = "\n".join(lines[start:end])
        definitions = environment.get("references")
        return renderer.prose(text, entry.source, name=name, definitions=definitions)

    views = []
    ends = [start for start, _, _ in starts[1:]] + [len(lines)]
    for number, ((_, start, heading), end) in enumerate(zip(starts, ends, strict=False)):
        question, options = split_options(heading)
        about, topic = _about(renderer, entry, options.get("about", ""))
        # No anchor has a point in it, so no section's footnotes are named like an answer's.
        answer = drawn(start, end, f"{anchor}.{number}")
        plain = renderer.plain(question)
        views.append(QuestionView(plain, about, topic, answer, key=_slug(plain)))
    before = drawn(0, starts[0][0] if starts else len(lines), anchor)
    cards = renderer.template("questions", questions=tuple(views)) if views else Markup("")
    return before + cards


def _about(renderer: Renderer, entry: ApplicationEntry, about: str) -> tuple[str, str]:
    """Return the link to the row that something is about, and how to call it."""
    row = entry.application.row(about)
    if row is None:
        return "", about.replace("-", " ")
    return f"#{row_anchor(row.id)}", renderer.plain(row.requirement)


def draw_gaps(renderer: Renderer, _: Directive | None = None) -> Markup:
    """Draw the gaps of a dossier with their framing."""
    entry = renderer.frame.application
    if entry is None or not entry.application.gaps:
        return Markup("")
    views = []
    for gap in entry.application.gaps:
        about, topic = _about(renderer, entry, gap.about)
        views.append(
            GapView(
                about=about,
                topic=topic,
                gap=renderer.text(gap.gap, entry.source),
                framing=renderer.text(gap.framing, entry.source),
                severity=SEVERITIES[gap.severity],
            )
        )
    return renderer.template("gaps", gaps=tuple(views))


def draw_roles(renderer: Renderer, _: Directive) -> Markup:
    """Draw the directive `roles`: the postings of a dossier side by side."""
    entry = renderer.frame.application
    if entry is None or not entry.application.roles:
        return Markup("")
    coverages = renderer.frame.coverage[entry.id]
    roles = tuple(role_view(renderer, entry, c) for c in coverages if c.role)
    return renderer.template("roles", roles=roles)


def _slug(title: str) -> str:
    return "-".join(re.findall(r"[^\W_]+", title.casefold())) or "part"
