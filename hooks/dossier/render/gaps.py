"""Gaps to their list, each with its framing."""

from __future__ import annotations

from markupsafe import Markup

from dossier.plain.frozen import frozen
from dossier.prose.directives import Directive
from dossier.render.labels import SEVERITIES
from dossier.render.renderer import Renderer
from dossier.render.rows import about_row


@frozen
class GapView:
    """A gap and its framing."""

    about: str
    """The link to the row it is about, empty if it is about a topic."""
    topic: str
    gap: Markup
    framing: Markup
    severity: str


def draw_gaps(renderer: Renderer, _: Directive | None = None) -> Markup:
    """Draw the gaps of a dossier with their framing."""
    entry = renderer.frame.application
    if entry is None or not entry.application.gaps:
        return Markup("")
    views = []
    for gap in entry.application.gaps:
        about, topic = about_row(renderer, entry, gap.about)
        views.append(
            GapView(
                about=about,
                topic=topic,
                gap=renderer.text(gap.gap, entry.source),
                framing=renderer.text(gap.framing, entry.source),
                severity=SEVERITIES[gap.severity],
            )
        )
    return renderer.template("gaps", gaps=tuple(views))
