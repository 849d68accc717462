"""A brief to PDF on exactly one sheet: in the largest type in which it fits."""

from __future__ import annotations

from dossier.exporting.brief import Brief
from dossier.exporting.qr import spell_qr
from dossier.exporting.typesetting import Typeset, typeset
from dossier.plain.problems import Place, Problem
from dossier.templates import Templates

SCALES = (0.82, 0.86, 0.9, 0.95, 1.0, 1.06, 1.12, 1.18)
"""How large type can be: from what still can be read (8 pt) to what is best (11 pt)."""


def draw_brief(brief: Brief, templates: Templates) -> Typeset:
    """Draw a brief as large as one page allows. Raises ConfigError if Typst is missing."""
    held = brief.held() | {"qr": spell_qr(brief.link) if brief.link else ""}
    drawn = typeset("brief", {**held, "scale": SCALES[0]}, templates)
    low, high = 0, len(SCALES)
    while high - low > 1 and drawn.pages == 1:
        middle = (low + high) // 2
        tried = typeset("brief", {**held, "scale": SCALES[middle]}, templates)
        low, high = (middle, high) if tried.pages == 1 else (low, middle)
        drawn = tried if tried.pages == 1 else drawn
    return drawn


def brief_overflow(brief: Brief, drawn: Typeset, where: Place) -> Problem | None:
    """Return what does not fit on the one page, None if all does."""
    if drawn.pages == 1:
        return None
    over = {number for number, page in drawn.places if page > 1}
    rows = [f"`{row.id}`" for number, row in enumerate(brief.rows) if number in over]
    told = f"the rows {', '.join(rows)}" if rows else "what stands below the rows"
    message = f"a brief takes 1 page, and this one {drawn.pages}; beyond it: {told}"
    hint = "name one role with `--role`, or shorten claims and notes of rows"
    return Problem("document-overflow", where, message, hint)
