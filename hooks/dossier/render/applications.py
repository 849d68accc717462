"""The page of all applications; privately with the matrix and what to strengthen."""

from __future__ import annotations

from dossier.match.coverage import State
from dossier.model.application import Status
from dossier.render.application import next_view
from dossier.render.frame import APPLICATIONS_PAGE
from dossier.render.headlines import Tile
from dossier.render.labels import count
from dossier.render.matrix import draw_matrix
from dossier.render.page import Heading, Page
from dossier.render.pipeline import draw_pipeline
from dossier.render.renderer import Renderer
from dossier.render.strengthen import draw_strengthen


def draw_applications(renderer: Renderer) -> Page:
    """Draw the page of all applications; privately with the matrix and what to strengthen."""
    renderer = renderer.on(APPLICATIONS_PAGE)
    private = renderer.frame.is_private
    headings = [Heading("pipeline", "Pipeline" if private else "Open dossiers")]
    if private:
        headings += [Heading("coverage", "Coverage"), Heading("strengthen", "Strengthen next")]
    html = renderer.template(
        "applications",
        title=headings[0].title,
        tiles=_tiles(renderer) if private else (),
        pipeline=draw_pipeline(renderer),
        matrix=draw_matrix(renderer) if private else "",
        strengthen=draw_strengthen(renderer) if private else "",
        is_private=private,
    )
    return Page(
        path=APPLICATIONS_PAGE,
        title="Applications",
        description=f"{count(len(renderer.frame.library.applications), 'application')}, "
        "each requirement with its evidence.",
        html=html,
        headings=tuple(headings),
        layout="applications",
        is_private=private,
        in_nav=True,
    )


def _tiles(renderer: Renderer) -> tuple[Tile, ...]:
    """Return what there is to count, but no count of none."""
    frame = renderer.frame
    entries = list(frame.library.applications.values())
    coverages = [c for entry in entries for c in frame.coverage[entry.id]]
    asked = sum(coverage.asked for coverage in coverages)
    rows = [row for coverage in coverages for row in coverage.rows]
    shown = sum(row.state in (State.COVERED, State.PARTIAL) for row in rows)
    talking = (Status.SCREENING, Status.INTERVIEWING, Status.OFFER)
    overdue = sum((n := next_view(renderer, e)) is not None and n.is_overdue for e in entries)
    dossiers = count(len(entries), "dossier")
    in_talks = sum(e.application.stage_on(frame.as_of) in talking for e in entries)
    counts = (
        (len(coverages), f"{'role' if len(coverages) == 1 else 'roles'} in {dossiers}", ""),
        (in_talks, "in conversation", ""),
        (shown, "requirements with evidence that counts", str(asked)),
        (overdue, "next step overdue" if overdue == 1 else "next steps overdue", ""),
    )
    return tuple(Tile(str(number), label, of) for number, label, of in counts if number)
