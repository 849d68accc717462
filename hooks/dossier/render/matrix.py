"""Concepts × roles: how well each role's rows answer what it asks for."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from dossier.match.coverage import RowCoverage
from dossier.model.application import Strength
from dossier.model.library import ApplicationEntry
from dossier.plain.frozen import frozen
from dossier.prose.directives import Directive
from dossier.render.asked import Concept, OpenRole, asked_of, open_roles
from dossier.render.badge import badge
from dossier.render.concepts import draw_concepts
from dossier.render.frame import application_page
from dossier.render.labels import STRENGTHS
from dossier.render.renderer import Renderer

_MOST_CELLS = 1_000
"""Of a matrix that can still be read: of more, what is asked is told a line a concept."""


@frozen
class MatrixCell:
    """How well a role's rows answer a concept; None where it is not asked."""

    strength: Strength
    word: str
    href: str


@frozen
class MatrixRow:
    """A concept across the roles."""

    concept: str
    cells: tuple[MatrixCell | None, ...]
    asked: int


@frozen
class Matrix:
    """Concepts × roles, weakest first."""

    columns: tuple[tuple[str, str, str], ...]
    """Link, company and title of each role."""
    rows: tuple[MatrixRow, ...]
    totals: tuple[str, ...]
    legend: tuple[tuple[Strength, str], ...]


def draw_matrix(renderer: Renderer, _: Directive | None = None) -> Markup:
    """Draw the coverage matrix; of many roles what they ask for, a line a concept."""
    roles = open_roles(renderer)
    concepts = asked_of(renderer, roles)
    if len(roles) * len(concepts) > _MOST_CELLS:
        return draw_concepts(renderer, roles, concepts)
    return renderer.template("matrix", matrix=_matrix(renderer, roles, concepts))


def _matrix(renderer: Renderer, roles: Sequence[OpenRole], concepts: Sequence[Concept]) -> Matrix:
    weakest_first = sorted(concepts, key=lambda c: (-c.weakest, -len(c.answers), c.name))
    rows = tuple(
        MatrixRow(
            concept.name,
            tuple(
                _cell(renderer, entry, concept.answers.get(number))
                for number, (entry, _) in enumerate(roles)
            ),
            len(concept.answers),
        )
        for concept in weakest_first
    )
    used = {cell.strength for row in rows for cell in row.cells if cell}
    return Matrix(
        columns=tuple(
            (
                renderer.frame.to_page(application_page(entry.id)),
                entry.application.company,
                coverage.role.title if coverage.role else "",
            )
            for entry, coverage in roles
        ),
        rows=rows,
        totals=tuple(badge(coverage).counts for _, coverage in roles),
        legend=tuple((s, STRENGTHS[s]) for s in Strength if s in used),
    )


def _cell(
    renderer: Renderer, entry: ApplicationEntry, covered: RowCoverage | None
) -> MatrixCell | None:
    if covered is None:
        return None
    strength = covered.row.strength
    return MatrixCell(
        strength, STRENGTHS[strength], renderer.frame.to_row(entry.id, covered.row.id)
    )
