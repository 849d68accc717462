"""What a page begins with: metrics, each with its record, and counts."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.library import ProjectEntry, RecordEntry
from dossier.prose.targets import parse_metric
from dossier.render.figures import FigureView, figure_view
from dossier.render.records import RecordView, record_view
from dossier.render.renderer import Renderer


@dataclass(frozen=True, slots=True)
class HeadlineView:
    """A metric on the home page or a card."""

    figure: FigureView
    record: RecordView


@dataclass(frozen=True, slots=True)
class Tile:
    """A number with what it counts."""

    number: str
    label: str
    of: str = ""
    """What the number is out of, empty for a plain count."""


def headline_views(
    renderer: Renderer, entry: ProjectEntry
) -> list[tuple[RecordEntry, HeadlineView]]:
    """Return a project's headline metrics, each with its record. What is not there is left out."""
    views = []
    for name in entry.project.headline:
        target = parse_metric(name)
        record = renderer.frame.library.records.get(target.id)
        metric = record.metric(target.metric or "") if record else None
        if record and metric:
            figure = figure_view(renderer, record, metric)
            views.append((record, HeadlineView(figure, record_view(renderer, record))))
    return views
