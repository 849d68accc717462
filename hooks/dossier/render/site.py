"""A library to all that is published of it: pages, generated files, and the assets it refers to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.match.coverage import RowCoverage, State
from dossier.model.library import ApplicationEntry, Library
from dossier.model.paths import asset_named, relative_target
from dossier.plain.problems import Problem
from dossier.prose.passages import passages
from dossier.render.application import draw_application
from dossier.render.applications import draw_applications
from dossier.render.author_page import draw_author_page
from dossier.render.badge import badge
from dossier.render.evidence import draw_evidence, draw_ledger
from dossier.render.frame import Frame
from dossier.render.gaps import draw_gaps
from dossier.render.home import draw_home
from dossier.render.matrix import draw_matrix
from dossier.render.page import AuthorPage, Page
from dossier.render.person import resume_address
from dossier.render.pipeline import draw_pipeline
from dossier.render.problems import draw_problems
from dossier.render.project import draw_project
from dossier.render.projects import draw_projects
from dossier.render.renderer import Renderer
from dossier.render.roles import draw_roles
from dossier.render.rows import all_rows, draw_coverage, draw_proof_points
from dossier.render.strengthen import draw_strengthen
from dossier.render.style_guide import draw_guide
from dossier.render.tokens import read_tokens
from dossier.templates import Templates

DIRECTIVES = {
    "proof-points": draw_proof_points,
    "coverage": draw_coverage,
    "roles": draw_roles,
    "evidence": draw_ledger,
    "gaps": draw_gaps,
    "pipeline": draw_pipeline,
    "matrix": draw_matrix,
    "strengthen": draw_strengthen,
}

_NOT_XML = "[^\\t\\n\\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""Signs that no XML file may hold, not even escaped. Compiled when used: that takes long."""


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """What an engine has to put into the site."""

    pages: tuple[Page | AuthorPage, ...]
    files: tuple[tuple[str, str], ...]
    """Generated text files by their path in the site."""
    assets: tuple[str, ...]
    """Files of `content/` that visible texts refer to, by their path below it."""


def renderer_of(frame: Frame, templates: Templates) -> Renderer:
    """Return the renderer of a frame, with every directive."""
    return Renderer(frame, templates, DIRECTIVES)


def render_site(
    renderer: Renderer, problems: tuple[Problem, ...] = (), silenced: int = 0
) -> SiteFiles:
    """Render all pages of a library; with the problems, if the author alone will look."""
    library = renderer.frame.library
    pages: list[Page | AuthorPage] = list(_pages(renderer))
    files: tuple[tuple[str, str], ...] = ()
    if renderer.frame.is_private:
        pages.append(draw_problems(renderer.on("problems.md"), problems, silenced))
        pages.append(draw_guide(renderer))
        files = tuple(_private_files(renderer))
    return SiteFiles(tuple(pages), files, referenced_assets(library))


def _pages(renderer: Renderer) -> Iterator[Page | AuthorPage]:
    library = renderer.frame.library
    yield draw_home(renderer, library.pages.get("index.md"))
    if library.projects:
        yield draw_projects(renderer)
    for project in library.projects.values():
        yield draw_project(renderer, project)
    if library.records:
        yield draw_evidence(renderer)
    for page in library.pages.values():
        if page.path != "index.md":
            yield draw_author_page(renderer, page)
    if library.applications or renderer.frame.is_private:
        yield draw_applications(renderer)
    for application in library.applications.values():
        yield draw_application(renderer, application)


def referenced_assets(library: Library) -> tuple[str, ...]:
    """Return the assets that visible texts refer to and that may be published, sorted."""
    targets = {
        relative_target(passage.source, address)
        for passage in passages(library)
        for address in passage.addresses()
    }
    if entry := library.profile:
        targets.add(relative_target(entry.source, resume_address(entry.profile)))
    return tuple(sorted(t for t in targets if t and asset_named(t) and t in library.files))


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
