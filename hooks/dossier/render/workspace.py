"""What the author alone sees beside the site: problems, the style guide, coverage and badges."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from dossier.match.coverage import RowCoverage, State
from dossier.model.library import ApplicationEntry
from dossier.plain.problems import Problem
from dossier.render.badge import badge
from dossier.render.problems import draw_problems
from dossier.render.renderer import Renderer
from dossier.render.rows import all_rows
from dossier.render.site import SiteFiles, render_site
from dossier.render.style_guide import draw_guide
from dossier.render.tokens import read_tokens

_NOT_XML = "[^\\t\\n\\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""Signs that no XML file may hold, not even escaped. Compiled when used: that takes long."""


def render_workspace(
    renderer: Renderer, problems: tuple[Problem, ...] = (), silenced: int = 0
) -> SiteFiles:
    """Render the site with all that helps its author."""
    site = render_site(renderer)
    told = draw_problems(renderer.on("problems.md"), problems, silenced)
    pages = (*site.pages, told, draw_guide(renderer))
    return replace(site, pages=pages, files=tuple(_private_files(renderer)))


def _private_files(renderer: Renderer) -> Iterator[tuple[str, str]]:
    token = read_tokens(renderer.templates).colour
    yield "coverage.json", json.dumps(coverage_data(renderer), indent=2, ensure_ascii=False) + "\n"
    for entry in renderer.frame.library.applications.values():
        coverages = renderer.frame.coverage[entry.id]
        badges = [(c.role.title if c.role else "", badge(c)) for c in coverages]
        company = entry.application.company
        drawn = renderer.template("badge_file", company=company, badges=badges, token=token)
        yield f"badges/{entry.id}.svg", re.sub(_NOT_XML, "", f"{drawn}\n")


def coverage_data(renderer: Renderer) -> dict[str, object]:
    """Return the coverage of all dossiers, enough to recompute every figure."""
    frame = renderer.frame
    entries = sorted(frame.library.applications.values(), key=lambda entry: entry.id)
    return {"version": 1, "applications": [_application_data(renderer, e) for e in entries]}


def _application_data(renderer: Renderer, entry: ApplicationEntry) -> dict[str, object]:
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
        "rows": [_row_data(entry, row) for row in rows],
    }


def _row_data(entry: ApplicationEntry, covered: RowCoverage) -> dict[str, object]:
    row = covered.row
    position = entry.application.proof_points.index(row)
    where = entry.source.locate(("proof_points", position))
    return {
        "id": row.id,
        "requirement": row.requirement,
        "roles": list(row.roles) or [role.id for role in entry.application.roles],
        "priority": row.priority.value,
        "strength": row.strength.value,
        "state": covered.state.value,
        "reason": covered.reason,
        "evidence": list(row.evidence),
        "file": where.file,
        "line": where.line,
    }
