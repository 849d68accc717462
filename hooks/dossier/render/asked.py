"""What the open roles ask for: concepts, each with the row by which a role answers it worst."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.match.coverage import RoleCoverage, RowCoverage
from dossier.model.application import Status, Strength
from dossier.model.library import ApplicationEntry
from dossier.plain.frozen import frozen
from dossier.render.labels import spell_slug
from dossier.render.renderer import Renderer
from dossier.render.rows import row_name

OpenRole = tuple[ApplicationEntry, RoleCoverage]
"""A role of a dossier that is not closed."""
_ORDER = tuple(Strength)
"""From the best to the weakest."""


@frozen
class Concept:
    """Something that roles ask for."""

    name: str
    answers: dict[int, RowCoverage]
    """The weakest row of each role that asks, by the role's place among all."""

    @property
    def weakest(self) -> int:
        """How weak the worst answer is, from 0 for direct."""
        return max(weakness(row) for row in self.answers.values())


def open_roles(renderer: Renderer) -> list[OpenRole]:
    """Return the roles of all dossiers that are not closed."""
    frame = renderer.frame
    return [
        (entry, coverage)
        for entry in frame.library.applications.values()
        if entry.application.stage_on(frame.as_of) is not Status.CLOSED
        for coverage in frame.coverage[entry.id]
    ]


def asked_of(renderer: Renderer, roles: Sequence[OpenRole]) -> tuple[Concept, ...]:
    """Return what roles ask for, in the order in which it is first asked."""
    found: dict[str, Concept] = {}
    for number, (_, coverage) in enumerate(roles):
        for row in coverage.rows:
            key = concept_of(row)
            if key not in found:
                found[key] = Concept(concept_name(renderer, row), {})
            known = found[key].answers.get(number)
            if known is None or weakness(row) > weakness(known):
                found[key].answers[number] = row
    return tuple(found.values())


def weakness(covered: RowCoverage) -> int:
    """Return how weak a row is, from 0 for direct."""
    return _ORDER.index(covered.row.strength)


def concept_of(covered: RowCoverage) -> str:
    """Return what a row is about beside others: its concept, else the row itself."""
    return covered.row.concept or covered.row.id


def concept_name(renderer: Renderer, covered: RowCoverage) -> str:
    """Return what names it there: the concept, else what the row asks for."""
    concept = covered.row.concept
    return spell_slug(concept) if concept else row_name(renderer, covered.row)
