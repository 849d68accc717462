"""A project to its page: the author's text, what can be checked, what it does not show."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.match.coverage import is_expired
from dossier.model.evidence import Check
from dossier.model.library import ProjectEntry, RecordEntry
from dossier.render.author_page import with_placeholders
from dossier.render.frame import PROJECTS_PAGE, project_page
from dossier.render.headlines import Tile, headline_views
from dossier.render.labels import OWN_PLACE, PROJECT_STATUSES, check_shown
from dossier.render.page import AuthorPage, Heading
from dossier.render.preview import describe_project, project_preview
from dossier.render.records import ledger
from dossier.render.renderer import Renderer
from dossier.render.sources import checked_since

LIMITS = "What this does not show"
MOST_IN_NAV = 12
"""How many projects every page leads to; more are found on the list of them."""
_CHECKED = {
    Check.RERUN: "you can repeat yourself",
    Check.THIRD_PARTY: "by a third party",
    OWN_PLACE: "on a page of my own",
    Check.INSPECT: "open to inspect",
}


def draw_project(renderer: Renderer, entry: ProjectEntry) -> AuthorPage:
    """Draw a project's page: the author's text, then the records that the text does not draw."""
    renderer = renderer.on(project_page(entry.id))
    frame, project = renderer.frame, entry.project
    records = frame.library.records_by_project.get(entry.id, ())
    markdown, placeholders = with_placeholders(renderer, entry.source)
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
        placeholders=placeholders,
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
        in_nav=len(frame.library.projects) <= MOST_IN_NAV,
        preview=project_preview(
            renderer, entry, [view.figure for _, view in headline_views(renderer, entry)]
        ),
    )


def _tiles(renderer: Renderer, records: Iterable[RecordEntry]) -> tuple[Tile, ...]:
    """Return how many records there are, and of each kind of check, but no count of none."""
    entries = list(records)
    as_of = renderer.frame.as_of
    stale = sum(is_expired(entry.record, as_of) or entry.is_broken for entry in entries)
    shown = [check_shown(entry) for entry in entries]
    counts = (
        (len(entries), "record" if len(entries) == 1 else "records"),
        *((shown.count(check), words) for check, words in _CHECKED.items()),
        (stale, "due for another check"),
    )
    return tuple(Tile(str(number), label) for number, label in counts if number)
