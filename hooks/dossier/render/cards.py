"""Projects to cards."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from dossier.model.library import ProjectEntry
from dossier.model.project import ProjectStatus
from dossier.plain.frozen import frozen
from dossier.render.charts import ChartView
from dossier.render.frame import project_page
from dossier.render.headlines import HeadlineView, headline_views
from dossier.render.labels import PROJECT_STATUSES, check_shown, count_records
from dossier.render.records import project_chart
from dossier.render.renderer import Renderer


@frozen
class CardView:
    """A project's card."""

    href: str
    title: str
    line: Markup
    headlines: tuple[HeadlineView, ...]
    """The first is set large. On a card with a chart those that it does not show."""
    claims: str
    """`10 records, 6 repeatable`, empty for none."""
    status: str
    is_retired: bool
    is_private: bool
    chart: ChartView | None = None
    """On the lead card alone."""


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
        chart, charted = project_chart(renderer, projects[0])
        left = (v for v in cards[0].headlines if (v.record.id, v.figure.name) not in charted)
        cards[0] = replace(cards[0], chart=chart, headlines=tuple(left))
    return tuple(cards)


def card_view(renderer: Renderer, entry: ProjectEntry) -> CardView:
    """Return a project's card."""
    records = renderer.frame.library.records_by_project.get(entry.id, ())
    return CardView(
        href=renderer.frame.to_page(project_page(entry.id)),
        title=entry.project.title,
        line=renderer.text(entry.project.line, entry.source),
        headlines=tuple(view for _, view in headline_views(renderer, entry)),
        claims=count_records(map(check_shown, records)) if records else "",
        status=PROJECT_STATUSES[entry.project.status],
        is_retired=entry.project.status == "retired",
        is_private=renderer.frame.is_private and entry.project.audience == "private",
    )
