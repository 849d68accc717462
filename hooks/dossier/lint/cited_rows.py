"""The rows of dossiers with what they cite, as rules compare them."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.model.application import Strength
from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen

Rated = tuple[tuple[str, str], str]
"""A record's id and the concept that it is rated for, and how strong it is said to be: in a plain
word, since Python takes ten times as long to hash a member of an enumeration."""


@frozen
class CitedRow:
    """A row that cites records."""

    dossier: str
    """The dossier's id."""
    id: str
    position: int
    """Counted from 0."""
    concept: str
    strength: Strength
    evidence: tuple[str, ...]


@frozen
class CitedRows:
    """Those of a dossier. Not slotted: what they say together is kept."""

    rows: tuple[CitedRow, ...]

    @cached_property
    def told(self) -> frozenset[Rated]:
        """How strong each says that a record is for a concept. Thousands are put together."""
        rated = (row for row in self.rows if row.concept)
        told = ((row.concept, row.strength.value, row.evidence) for row in rated)
        return frozenset(((r, concept), word) for concept, word, ids in told for r in ids)

    @cached_property
    def rated(self) -> frozenset[tuple[str, str]]:
        """Which records are rated, each with the concept that it is rated for."""
        return frozenset(of for of, _ in self.told)


def cited_rows(view: FileView) -> Iterator[CitedRows]:
    """Yield the rows of a dossier that cite records, the very same while its YAML is."""
    yield from view.front.part("cited rows", _cited_rows)


def _cited_rows(view: FileView) -> Iterator[CitedRows]:
    if not (entry := view.application):
        return
    yield CitedRows(
        tuple(
            CitedRow(entry.id, row.id, position, row.concept or "", row.strength, row.evidence)
            for position, row in enumerate(entry.application.proof_points)
            if row.evidence
        )
    )
