"""Concepts × roles: how well each role's rows answer what it asks for."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from dossier.match.coverage import RoleCoverage, RowCoverage
from dossier.model.application import Status, Strength
from dossier.model.library import ApplicationEntry
from dossier.prose.directives import Directive
from dossier.render.badge import badge
from dossier.render.frame import application_page
from dossier.render.labels import STRENGTHS, spell_slug
from dossier.render.renderer import Renderer
from dossier.render.rows import row_name

_ORDER = tuple(Strength)
"""From the best to the weakest."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """How well a role's rows answer a concept; None where it is not asked."""

    strength: Strength
    word: str
    href: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A concept across the roles."""

    concept: str
    cells: tuple[MatrixCell | None, ...]
    asked: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Concepts × roles, weakest first."""

    columns: tuple[tuple[str, str, str], ...]
    """Link, company and title of each role."""
    rows: tuple[MatrixRow, ...]
    totals: tuple[str, ...]
    legend: tuple[tuple[Strength, str], ...]


def draw_matrix(renderer: Renderer, _: Directive | None = None) -> Markup:
    """Draw the coverage matrix."""
    return renderer.template("matrix", matrix=_matrix(renderer))


def open_roles(renderer: Renderer) -> list[tuple[ApplicationEntry, RoleCoverage]]:
    """Return the roles of all dossiers that are not closed: the columns of the matrix."""
    frame = renderer.frame
    return [
        (entry, coverage)
        for entry in frame.library.applications.values()
        if entry.application.stage_on(frame.as_of) is not Status.CLOSED
        for coverage in frame.coverage[entry.id]
    ]


def concept_of(covered: RowCoverage) -> str:
    """Return what a row is about in the matrix: its concept, else the row itself."""
    return covered.row.concept or covered.row.id


def concept_name(renderer: Renderer, covered: RowCoverage) -> str:
    """Return what names it there: the concept, else what the row asks for."""
    concept = covered.row.concept
    return spell_slug(concept) if concept else row_name(renderer, covered.row)


def _matrix(renderer: Renderer) -> Matrix:
    columns = open_roles(renderer)
    concepts: dict[str, str] = {}
    for _, coverage in columns:
        for row in coverage.rows:
            concepts.setdefault(concept_of(row), concept_name(renderer, row))
    rows = []
    for concept, name in concepts.items():
        cells = tuple(_cell(renderer, entry, coverage, concept) for entry, coverage in columns)
        rows.append(MatrixRow(name, cells, sum(c is not None for c in cells)))
    rows.sort(key=lambda row: (-_weakest(row), -row.asked, row.concept))
    used = {cell.strength for row in rows for cell in row.cells if cell}
    return Matrix(
        columns=tuple(
            (
                renderer.frame.to_page(application_page(entry.id)),
                entry.application.company,
                coverage.role.title if coverage.role else "",
            )
            for entry, coverage in columns
        ),
        rows=tuple(rows),
        totals=tuple(badge(coverage).counts for _, coverage in columns),
        legend=tuple((s, STRENGTHS[s]) for s in Strength if s in used),
    )


def _weakest(row: MatrixRow) -> int:
    return max((_ORDER.index(cell.strength) for cell in row.cells if cell), default=0)


def _cell(
    renderer: Renderer, entry: ApplicationEntry, coverage: RoleCoverage, concept: str
) -> MatrixCell | None:
    rows = [row for row in coverage.rows if concept_of(row) == concept]
    if not rows:
        return None
    worst = max(rows, key=lambda row: _ORDER.index(row.row.strength))
    strength = worst.row.strength
    return MatrixCell(strength, STRENGTHS[strength], renderer.frame.to_row(entry.id, worst.row.id))
