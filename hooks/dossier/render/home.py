"""The home page: who this is, the best metrics, the projects, around the author's text."""

from __future__ import annotations

from dossier.model.evidence import EvidenceKind
from dossier.model.library import Library, PageEntry, ProjectEntry, RecordEntry
from dossier.render.author_page import with_placeholders
from dossier.render.cards import by_weight, card_views
from dossier.render.frame import EVIDENCE_PAGE
from dossier.render.headlines import HeadlineView, headline_views
from dossier.render.labels import CHECK_MEANS, CHECKS, check_shown
from dossier.render.page import AuthorPage
from dossier.render.person import person_view
from dossier.render.preview import home_preview
from dossier.render.renderer import Renderer

_HOME_ANCHORS = ("projects", "leads", "background", "reading")
HEADLINES = 4
"""How many metrics the home page shows."""
PER_PROJECT = 2
"""How many of them a project may give."""


def draw_home(renderer: Renderer, entry: PageEntry | None) -> AuthorPage:
    """Draw the home page around the author's text."""
    renderer = renderer.on("index.md")
    frame = renderer.frame
    projects = by_weight(renderer)
    headlines = _headlines(renderer, projects)
    markdown, placeholders = with_placeholders(renderer, entry.source) if entry else ("", ())
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
        placeholders=placeholders,
        before=renderer.template("home_head", person=person),
        after=renderer.template(
            "home_body",
            headlines=headlines,
            cards=card_views(renderer, projects),
            checks=_checks(frame.library),
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


def _checks(library: Library) -> tuple[tuple[str, str, str], ...]:
    """Return the ways to check that records have, each with its word and what it means."""
    used = set(map(check_shown, library.records.values()))
    return tuple((key, word, CHECK_MEANS[key]) for key, word in CHECKS.items() if key in used)


def _headlines(renderer: Renderer, projects: list[ProjectEntry]) -> tuple[HeadlineView, ...]:
    """Return the metrics for the home page: measured before counted, each of another record."""
    order = list(EvidenceKind)
    found: list[tuple[tuple[int, int, int], HeadlineView]] = []
    for position, project in enumerate(projects):
        views: dict[str, tuple[RecordEntry, HeadlineView]] = {}
        for record, view in headline_views(renderer, project):
            views.setdefault(record.id, (record, view))
        for turn, (record, view) in enumerate(list(views.values())[:PER_PROJECT]):
            found.append(((order.index(record.record.kind), turn, position), view))
    return tuple(view for _, view in sorted(found, key=lambda item: item[0])[:HEADLINES])
