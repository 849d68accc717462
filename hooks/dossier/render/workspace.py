"""What the author alone sees beside the site: problems, the style guide, coverage and badges."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial

from dossier.match.coverage import RowCoverage, State
from dossier.model.library import ApplicationEntry
from dossier.plain.problems import Problem
from dossier.render.badge import badge
from dossier.render.frame import GUIDE_PAGE, PROBLEMS_PAGE
from dossier.render.problems import draw_problems
from dossier.render.renderer import Once, Renderer, plainly
from dossier.render.rows import all_rows
from dossier.render.site import SiteFiles, render_site
from dossier.render.style_guide import draw_guide
from dossier.render.tokens import read_tokens

_NOT_XML = "[^\\t\\n\\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""Signs that no XML file may hold, not even escaped. Compiled when used: that takes long."""


def render_workspace(
    renderer: Renderer,
    problems: tuple[Problem, ...] = (),
    silenced: int = 0,
    once: Once = plainly,
) -> SiteFiles:
    """Render the site with all that helps its author."""
    site = render_site(renderer, once)
    told = once(PROBLEMS_PAGE, draw_problems, renderer.on(PROBLEMS_PAGE), problems, silenced)
    pages = (*site.pages, told, once(GUIDE_PAGE, draw_guide, renderer))
    return replace(site, pages=pages, files=tuple(_private_files(renderer, once)))


def _private_files(renderer: Renderer, once: Once) -> Iterator[tuple[str, str]]:
    tokens = cache(partial(read_tokens, renderer.templates))

    def draw(renderer: Renderer, application_id: str, company: str) -> str:
        coverages = renderer.frame.coverage[application_id]
        badges = [(c.role.title if c.role else "", badge(c)) for c in coverages]
        token = tokens().colour
        drawn = renderer.template("badge_file", company=company, badges=badges, token=token)
        return re.sub(_NOT_XML, "", f"{drawn}\n")

    yield "coverage.json", once("coverage.json", _coverage_text, renderer)
    for entry in renderer.frame.library.applications.values():
        path = f"badges/{entry.id}.svg"
        yield path, once(path, draw, renderer, entry.id, entry.application.company)


def _coverage_text(renderer: Renderer) -> str:
    """Return the coverage of all dossiers, enough to recompute every figure."""
    entries = sorted(renderer.frame.library.applications.values(), key=lambda entry: entry.id)
    texts = [_application_text(renderer, entry) for entry in entries]
    listed = ",\n    ".join(texts)
    inside = f"\n    {listed}\n  " if texts else ""
    return f'{{\n  "version": 1,\n  "applications": [{inside}]\n}}\n'


def _application_text(renderer: Renderer, entry: ApplicationEntry) -> str:
    """Return what the file says of a dossier, which stands in a list of a list there."""

    def spell() -> str:
        lines = renderer.part(partial(_row_lines, entry), "lines", entry)
        data = _application_data(renderer, entry, lines)
        return json.dumps(data, indent=2, ensure_ascii=False).replace("\n", "\n    ")

    return renderer.part(spell, entry.id, entry)


def _row_lines(entry: ApplicationEntry) -> tuple[int, ...]:
    """Return where the rows of a dossier stand, which is work."""
    rows = range(len(entry.application.proof_points))
    return tuple(entry.source.locate(("proof_points", position)).line for position in rows)


def _application_data(
    renderer: Renderer, entry: ApplicationEntry, lines: tuple[int, ...]
) -> dict[str, object]:
    coverages = sorted(renderer.frame.coverage[entry.id], key=lambda c: c.role.id if c.role else "")
    rows = sorted(all_rows(renderer, entry), key=lambda row: row.row.id)
    return {
        "id": entry.id,
        "roles": [
            {
                "id": coverage.role.id if coverage.role else "",
                "coverage": coverage.percent,
                "counts": {state.value: coverage.counts[state] for state in State},
                "linked": coverage.linked,
            }
            for coverage in coverages
        ],
        "rows": [_row_data(entry, row, lines) for row in rows],
    }


def _row_data(
    entry: ApplicationEntry, covered: RowCoverage, lines: tuple[int, ...]
) -> dict[str, object]:
    row = covered.row
    return {
        "id": row.id,
        "requirement": row.requirement,
        "roles": list(row.roles) or [role.id for role in entry.application.roles],
        "priority": row.priority.value,
        "strength": row.strength.value,
        "state": covered.state.value,
        "reason": covered.reason,
        "evidence": list(row.evidence),
        "file": entry.source.file,
        "line": lines[entry.application.proof_points.index(row)],
    }
