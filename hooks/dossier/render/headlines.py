"""What a page begins with: metrics, each with its record, and counts.

Above the rows of a dossier stand the figures that say most of what was done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dossier.match.asks import spaced, stems
from dossier.match.coverage import RowCoverage
from dossier.match.kinds_of_work import akin, kinds_of
from dossier.model.application import Priority, ProofPoint, Strength
from dossier.model.evidence import Metric, Operator
from dossier.model.library import ApplicationEntry, ProjectEntry, RecordEntry
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.prose.scan import scan
from dossier.prose.targets import Scheme, parse_metric
from dossier.quantities.telling_names import says_itself
from dossier.render.figures import FigureView, figure_view
from dossier.render.records import RecordView, record_view
from dossier.render.renderer import Renderer
from dossier.render.rows import all_rows

_SIZES = frozenset(
    {"team", "staff", "crew", "brigade", "people", "colleagues", "employees", "trainees"}
    | {"days", "hours"}
)
"""What says how large or long a job was, and nothing that came of it."""
_SHARE_OF = pattern(r"\bof \d")
"""What makes a count a share, in its name or its scope: `of 134`."""
_CLEAR = frozenset({Strength.DIRECT, Strength.STRONG})
"""How well a row is met whose figures may stand first."""
_STRENGTHS = tuple(Strength)
PROOFS = 3
"""How many figures stand above the table."""


@frozen
class HeadlineView:
    """A metric on the home page or a card."""

    figure: FigureView
    record: RecordView


@frozen
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


def telling_figures(
    renderer: Renderer, entry: ApplicationEntry, lede: str
) -> tuple[tuple[RecordEntry, Metric], ...]:
    """Return figures, each of another record: those of the lede, then of the rows well met.

    Of these first what the row asks for in its words, a must before all else, then what the
    records' projects name as their headline. Then what changed says more than what was measured,
    and that more than a count.
    """
    found: dict[str, tuple[RecordEntry, Metric]] = {}
    for figures in (_mentioned(renderer, lede), _of_rows(renderer, entry)):
        for record, metric in figures:
            if len(found) < PROOFS:
                found.setdefault(record.id, (record, metric))
    return tuple(found.values())


def _mentioned(renderer: Renderer, lede: str) -> Iterator[tuple[RecordEntry, Metric]]:
    records = renderer.frame.library.records
    for mention in scan(lede):
        target = mention.target
        if target and target.scheme is Scheme.EVIDENCE and target.metric:
            record = records.get(target.id)
            metric = record.metric(target.metric_id) if record else None
            if record and metric:
                yield record, metric


def _of_rows(renderer: Renderer, entry: ApplicationEntry) -> Iterator[tuple[RecordEntry, Metric]]:
    led = _led(renderer.frame.library.known_projects.values())
    figures = (
        (_rank(row, record, metric, led), record, metric)
        for row in all_rows(renderer, entry)
        for record in row.counting
        for metric in record.record.metrics
        if says_itself(metric.name)
    )
    for _, record, metric in sorted(figures, key=lambda figure: figure[0]):
        yield record, metric


def _led(projects: Iterable[ProjectEntry]) -> Mapping[tuple[str, str], int]:
    """Return the place of each metric that projects name as their headline."""
    named = (parse_metric(name) for entry in projects for name in entry.project.headline)
    return {(target.id, target.metric or ""): place for place, target in enumerate(named)}


def _rank(
    row: RowCoverage, record: RecordEntry, metric: Metric, led: Mapping[tuple[str, str], int]
) -> tuple[int, ...]:
    """Return what puts a figure before another: the less, the earlier."""
    strength = _STRENGTHS.index(row.row.strength)
    behind = 0 if row.row.strength in _CLEAR else strength
    asked = 0 if _is_asked(row.row, metric) else 2
    asked += row.row.priority is not Priority.MUST
    return behind, asked, led.get((record.id, metric.id), len(led)), _turn(metric), strength


def _is_asked(row: ProofPoint, metric: Metric) -> bool:
    """Return whether a row asks for what a figure is of, or for that kind of work."""
    asked = stems(spaced(f"{row.requirement} {row.quote or ''}"))
    told = stems(spaced(metric.name))
    return bool(asked & told or akin(asked, (), kinds_of(told)))


def _turn(metric: Metric) -> int:
    """Return what stands first: a change, a measure or share, a mere count, how large it was."""
    if metric.before is not None or metric.op in (Operator.PLUS, Operator.MINUS):
        return 0
    if metric.unit or _SHARE_OF.search(f"{metric.name} {metric.scope or ''}"):
        return 1
    return 3 if _SIZES.intersection(metric.name.casefold().split()) else 2
