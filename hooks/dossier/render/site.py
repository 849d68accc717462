"""A library to all that is published of it: pages, generated files, and the assets it refers to."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model.audience import Audience
from dossier.plain.frozen import frozen
from dossier.render.author_page import draw_author_page
from dossier.render.claim_data import CLAIMS_FILE, claims_json
from dossier.render.evidence import draw_evidence, draw_ledger
from dossier.render.frame import EVIDENCE_PAGE, PROJECTS_PAGE, Frame, project_page
from dossier.render.home import draw_home
from dossier.render.page import AuthorPage, Page
from dossier.render.project import draw_project
from dossier.render.projects import draw_projects
from dossier.render.renderer import Draw, Once, Renderer, plainly
from dossier.templates import Templates


@frozen
class SiteFiles:
    """What an engine has to put into the site."""

    pages: tuple[Page | AuthorPage, ...]
    files: tuple[tuple[str, str], ...]
    """Generated text files by their path in the site."""


def renderer_of(frame: Frame, templates: Templates) -> Renderer:
    """Return the renderer of a frame, with every directive."""
    return Renderer(frame, templates, _drawer)


def _drawer(directive: str) -> Draw:
    """Return what draws a directive."""
    if directive == "evidence":
        return draw_ledger
    # Late: a public site without an open dossier needs nothing that draws dossiers.
    from dossier.render.dossiers import DIRECTIVES  # noqa: PLC0415

    return DIRECTIVES[directive]


def render_site(renderer: Renderer, once: Once = plainly) -> SiteFiles:
    """Render all pages of a library but those that the author alone sees."""
    return SiteFiles(tuple(_pages(renderer, once)), tuple(_files(renderer)))


def _files(renderer: Renderer) -> Iterator[tuple[str, str]]:
    library = renderer.frame.library
    if library.audience is Audience.PUBLIC and library.records:
        yield CLAIMS_FILE, claims_json(renderer)


def _pages(renderer: Renderer, once: Once) -> Iterator[Page | AuthorPage]:
    library = renderer.frame.library
    yield once("index.md", draw_home, renderer, library.pages.get("index.md"))
    if library.projects:
        yield once(PROJECTS_PAGE, draw_projects, renderer)
    for project in library.projects.values():
        yield once(project_page(project.id), draw_project, renderer, project)
    if library.records:
        yield once(EVIDENCE_PAGE, draw_evidence, renderer)
    for page in library.pages.values():
        if page.path != "index.md":
            yield once(page.path, draw_author_page, renderer, page)
    if library.applications or renderer.frame.is_private:
        from dossier.render.dossiers import draw_dossiers  # noqa: PLC0415 - late, as above

        yield from draw_dossiers(renderer, once)
