"""A library to all that is published of it: pages, generated files, and the assets it refers to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.model.paths import asset_named, relative_target
from dossier.prose.passages import passages
from dossier.render.author_page import draw_author_page
from dossier.render.claim_data import CLAIMS_FILE, claims_json
from dossier.render.evidence import draw_evidence, draw_ledger
from dossier.render.frame import Frame
from dossier.render.home import draw_home
from dossier.render.page import AuthorPage, Page
from dossier.render.person import resume_address
from dossier.render.project import draw_project
from dossier.render.projects import draw_projects
from dossier.render.renderer import Draw, Renderer
from dossier.templates import Templates


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
    return Renderer(frame, templates, _drawer)


def _drawer(directive: str) -> Draw:
    """Return what draws a directive."""
    if directive == "evidence":
        return draw_ledger
    # Late: a public site without an open dossier needs nothing that draws dossiers.
    from dossier.render.dossiers import DIRECTIVES  # noqa: PLC0415

    return DIRECTIVES[directive]


def render_site(renderer: Renderer) -> SiteFiles:
    """Render all pages of a library but those that the author alone sees."""
    files = tuple(_files(renderer))
    return SiteFiles(tuple(_pages(renderer)), files, referenced_assets(renderer.frame.library))


def _files(renderer: Renderer) -> Iterator[tuple[str, str]]:
    library = renderer.frame.library
    if library.audience is Audience.PUBLIC and library.records:
        yield CLAIMS_FILE, claims_json(renderer)


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
        from dossier.render.dossiers import draw_dossiers  # noqa: PLC0415 - late, as above

        yield from draw_dossiers(renderer)


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
