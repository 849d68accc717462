"""The list of projects."""

from __future__ import annotations

from dossier.render.cards import by_weight, card_views
from dossier.render.frame import PROJECTS_PAGE
from dossier.render.page import Page
from dossier.render.preview import describe_projects
from dossier.render.renderer import Renderer


def draw_projects(renderer: Renderer) -> Page:
    """Draw the list of projects."""
    renderer = renderer.on(PROJECTS_PAGE)
    cards = card_views(renderer, by_weight(renderer))
    return Page(
        path=PROJECTS_PAGE,
        title="Projects",
        description=describe_projects(renderer),
        html=renderer.template("projects", cards=cards),
        layout="projects",
        is_private=renderer.frame.is_private,
        in_nav=True,
    )
