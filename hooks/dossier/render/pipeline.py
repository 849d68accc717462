"""All roles in a list, with a filter by stage."""

from __future__ import annotations

from markupsafe import Markup

from dossier.model.application import Status
from dossier.plain.frozen import frozen
from dossier.prose.directives import Directive
from dossier.render.application import NextView, application_title, next_view, stage_word
from dossier.render.badge import Badge, badge
from dossier.render.events import EventView, coming_up
from dossier.render.frame import application_page
from dossier.render.labels import STAGES, STATES
from dossier.render.renderer import Renderer
from dossier.render.roles import spell_fit
from dossier.render.sent_links import LinkView, live_links

FILTERED_FROM = 10
"""How many roles a list has that needs a filter."""
LONG_FROM = 101
"""How many roles a list has of which a browser draws what is on the screen."""
FILTER = "f"
"""The name of the list's filter, with which its anchors begin."""


@frozen
class PipelineRow:
    """A role in the list of applications."""

    href: str
    company: str
    title: str
    stage: Status | None
    """None where the reader may not know."""
    stage_word: str
    fit: str
    badge: Badge
    next: NextView | None
    coming: EventView | None
    """The next of the events that are still to come."""
    links: tuple[LinkView, ...]
    """The links that open and show it."""


@frozen
class StageFilter:
    """A choice of the list's filter."""

    stage: Status
    word: str
    number: int
    is_chosen: bool = False


def pipeline(renderer: Renderer) -> tuple[PipelineRow, ...]:
    """Return the roles of all dossiers that the readers may see."""
    rows = []
    private, day = renderer.frame.is_private, renderer.frame.as_of
    for entry in renderer.frame.library.applications.values():
        application, here = entry.application, renderer.on(renderer.frame.page, entry)
        for coverage in renderer.frame.coverage[entry.id]:
            role = coverage.role
            rows.append(
                PipelineRow(
                    href=renderer.frame.to_page(application_page(entry.id)),
                    company=application.company,
                    title=role.title if role else application_title(application),
                    stage=application.stage_on(day) if private else None,
                    stage_word=stage_word(application, day) if private else "",
                    fit=spell_fit(role),
                    badge=badge(coverage),
                    next=next_view(here, entry),
                    coming=next(iter(coming_up(here, entry)), None),
                    links=live_links(
                        renderer.frame.links_of(entry.id), day, role.id if role else None
                    ),
                )
            )
    return tuple(rows)


def draw_pipeline(renderer: Renderer, _: Directive | None = None) -> Markup:
    """Draw the list of applications with its filter."""
    rows = pipeline(renderer)
    filters = tuple(
        StageFilter(stage, word, number)
        for stage, word in STAGES.items()
        if len(rows) >= FILTERED_FROM and (number := sum(row.stage is stage for row in rows))
    )
    shown = {state for row in rows for state in row.badge.bars}
    return renderer.template(
        "pipeline",
        rows=rows,
        filters=filters,
        legend=tuple((state, word) for state, word in STATES.items() if state in shown),
        name=FILTER,
        is_long=len(rows) >= LONG_FROM,
        has_fit=any(row.fit for row in rows),
        is_private=renderer.frame.is_private,
    )
