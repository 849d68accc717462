"""Rows to the requirement table of a dossier, each drawn as a part of its page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from markupsafe import Markup

from dossier.match.coverage import RowCoverage, State
from dossier.model.application import Strength
from dossier.model.scales import STRENGTH_MEANS
from dossier.plain.frozen import frozen
from dossier.prose.directives import Directive
from dossier.render.frame import row_anchor
from dossier.render.labels import STRENGTHS, UNSHOWN
from dossier.render.renderer import Renderer
from dossier.render.rows import RowView, all_rows, row_view, rows_named

HEADS = ("Asked for", "What shows it", "Match")
_RECIPIENT_HEADS = ("You ask for", "What I can show", "Match")


@frozen
class DrawnRow:
    """A row as it is drawn, and what the legend has to explain."""

    html: Markup
    strength: Strength
    state: State
    unshown: str

    @classmethod
    def of(cls, renderer: Renderer, view: RowView, *, is_private: bool) -> Self:
        """Draw a row as its readers see it."""
        stands_alone = renderer.frame.stands_alone
        html = renderer.template(
            "requirement", row=view, is_private=is_private, stands_alone=stands_alone
        )
        return cls(html, view.strength, view.state, view.unshown)


@frozen
class Table:
    """The requirement table."""

    rows: tuple[DrawnRow, ...]
    legend: tuple[tuple[Strength, str, str], ...] = ()
    """Each strength in the table with its word and meaning."""
    heads: tuple[str, str, str] = HEADS
    """The headings of its columns."""
    states: tuple[tuple[State, str, str], ...] = ()
    """The marks in the table that stand in place of strengths, with their meaning."""


def table_of(renderer: Renderer, rows: tuple[DrawnRow, ...]) -> Table:
    """Return the table of rows, with what its readers need to read it."""
    present = {row.strength for row in rows if not row.unshown}
    legend = tuple((s, STRENGTHS[s], STRENGTH_MEANS[s]) for s in Strength if s in present)
    heads = _RECIPIENT_HEADS if renderer.frame.stands_alone else HEADS
    marks = {row.unshown: row.state for row in rows}
    states = tuple((marks[word], word, means) for word, means in UNSHOWN.items() if word in marks)
    return Table(rows, legend, heads, states)


def draw_table(renderer: Renderer, rows: Iterable[RowCoverage]) -> Markup:
    """Draw the requirement table of the dossier whose page is drawn."""
    drawn = tuple(_draw_row(renderer, row) for row in rows)
    is_private = renderer.frame.is_private
    return renderer.template("requirements", table=table_of(renderer, drawn), is_private=is_private)


def _draw_row(renderer: Renderer, covered: RowCoverage) -> DrawnRow:
    entry, is_private = renderer.frame.application, renderer.frame.is_private
    anchor = renderer.first_anchor(row_anchor(covered.row.id))
    given = entry and (entry.application, entry.source.file)

    def draw() -> DrawnRow:
        return DrawnRow.of(renderer, row_view(renderer, covered, anchor), is_private=is_private)

    return renderer.part(draw, f"row {covered.row.id}", covered, anchor, given)


def draw_proof_points(renderer: Renderer, directive: Directive) -> Markup:
    """Draw the directive `proof-points`: all rows, those of a role, or some by id."""
    entry = renderer.frame.application
    if entry is None:
        return Markup("")
    rows = all_rows(renderer, entry)
    wanted = {row.id for row in rows_named(entry, directive)}
    if rows and not wanted:
        return Markup("")
    return draw_table(renderer, (row for row in rows if row.row.id in wanted))
