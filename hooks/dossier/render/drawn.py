"""What one audience may see to its frame and its files: what a view draws when it is asked to.

Apart from the pipeline, so that a check that draws nothing does without all that draws.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.model.sent_link import SentLink
from dossier.plain.media import ImageSize
from dossier.plain.problems import Problem
from dossier.render.frame import Frame
from dossier.render.kept_drawings import KeptDrawings
from dossier.render.renderer import plainly
from dossier.render.site import SiteFiles, render_site, renderer_of
from dossier.settings import Settings
from dossier.templates import Templates


def frame_of(
    library: Library,
    settings: Settings,
    sizes: Mapping[str, ImageSize],
    links: tuple[SentLink, ...],
    drawings: KeptDrawings | None,
) -> Frame:
    """Return where pages stand, and the coverage of every role."""
    is_private = library.audience is Audience.PRIVATE
    as_of, urls = settings.as_of, settings.directory_urls
    made = partial(Frame, coverage={}, reader=library.audience) if drawings else Frame.of
    frame = replace(
        made(library, as_of=as_of, directory_urls=urls, sizes=sizes, links=links),
        previews=is_private and settings.previews,
    )
    return drawings.begin(frame, (settings, links)) if drawings else frame


def files_of(frame: Frame, templates: Templates) -> SiteFiles:
    """Return the pages and generated files that others see."""
    return render_site(renderer_of(frame, templates))


def private_files(
    frame: Frame,
    templates: Templates,
    told: tuple[tuple[Problem, ...], int],
    drawings: KeptDrawings | None,
) -> SiteFiles:
    """Return those that the author sees, with the problems that are left and a number of others."""
    # Late: a check draws what the public sees, and no more.
    from dossier.render.workspace import render_workspace  # noqa: PLC0415

    once = drawings.once if drawings else plainly
    return render_workspace(renderer_of(frame, templates), *told, once)
