"""Projects to cards."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from dossier.model.library import ProjectEntry
from dossier.model.project import ProjectStatus
from dossier.render.charts import ChartView
from dossier.render.frame import project_page
from dossier.render.headlines import HeadlineView, headline_views
from dossier.render.labels import PROJECT_STATUSES, check_shown, count_records
from dossier.render.records import project_chart
from dossier.render.renderer import Renderer


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


def by_weight(renderer: Renderer) -> list[ProjectEntry]:
    """Return the projects with most records first, retired ones last."""
    library = renderer.frame.library

    def weight(entry: ProjectEntry) -> tuple[bool, int, str]:
        records = library.records_by_project.get(entry.id, ())
        return entry.project.status is ProjectStatus.RETIRED, -len(records), entry.id

    return sorted(library.projects.values(), key=weight)


def card_views(renderer: Renderer, projects: list[ProjectEntry]) -> tuple[CardView, ...]:
    """Return the cards. The first leads, with a chart if there is something to compare."""
    cards = [card_view(renderer, project) for project in projects]
    if cards and not cards[0].is_retired:
        cards[0] = replace(cards[0], chart=project_chart(renderer, projects[0]))
    return tuple(cards)


def card_view(renderer: Renderer, entry: ProjectEntry) -> CardView:
    """Return a project's card."""
    records = renderer.frame.library.records_by_project.get(entry.id, ())
    headlines = headline_views(renderer, entry)
    return CardView(
        href=renderer.frame.to_page(project_page(entry.id)),
        title=entry.project.title,
        line=renderer.text(entry.project.line, entry.source),
        headline=headlines[0][1] if headlines else None,
        claims=count_records(map(check_shown, records)),
        status=PROJECT_STATUSES[entry.project.status],
        is_retired=entry.project.status == "retired",
        is_private=renderer.frame.is_private and entry.project.audience == "private",
    )
