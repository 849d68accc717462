"""Dossiers to their pages, and the directives that draw parts of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.render.application import draw_application
from dossier.render.applications import draw_applications
from dossier.render.frame import APPLICATIONS_PAGE, application_page
from dossier.render.gaps import draw_gaps
from dossier.render.matrix import draw_matrix
from dossier.render.page import Page
from dossier.render.pipeline import draw_pipeline
from dossier.render.renderer import Draw, Once, Renderer, plainly
from dossier.render.requirement_table import draw_proof_points
from dossier.render.roles import draw_roles
from dossier.render.rows import draw_coverage
from dossier.render.strengthen import draw_strengthen

DIRECTIVES: Mapping[str, Draw] = {
    "proof-points": draw_proof_points,
    "coverage": draw_coverage,
    "roles": draw_roles,
    "gaps": draw_gaps,
    "pipeline": draw_pipeline,
    "matrix": draw_matrix,
    "strengthen": draw_strengthen,
}


def draw_dossiers(renderer: Renderer, once: Once = plainly) -> Iterator[Page]:
    """Yield the list of all dossiers, then a page for each."""
    yield once(APPLICATIONS_PAGE, draw_applications, renderer)
    for application in renderer.frame.library.applications.values():
        yield once(application_page(application.id), draw_application, renderer, application)
