"""What a dossier still wants, for the author alone: the posting's asks, rows, answers."""

from __future__ import annotations

from markupsafe import Markup

from dossier.match.gaps import Unanswered, unanswered
from dossier.match.postings import PostingView, view_posting
from dossier.model.library import ApplicationEntry
from dossier.plain.frozen import frozen
from dossier.render.frame import row_anchor
from dossier.render.renderer import Renderer


@frozen
class PostingAudit:
    """A saved posting: what no row answers, and which rows it does not ask for."""

    role: str
    asked: int
    uncovered: tuple[str, ...]
    tasks: tuple[str, ...]
    """What one does there and no row speaks of."""
    unplaced: tuple[tuple[str, int], ...]
    """Headings of the posting that were not understood, with the number of items below each."""
    unasked: tuple[tuple[str, str], ...]
    """Link and requirement of each row."""


@frozen
class Audit:
    """What is left to do."""

    postings: tuple[PostingAudit, ...]
    unanswered: tuple[tuple[str, str, str], ...]
    """Link and requirement of each must, and what is missing."""


def draw_audit(renderer: Renderer, entry: ApplicationEntry) -> Markup:
    """Draw what a dossier still wants; empty if nothing, or for anybody but the author."""
    if not renderer.frame.is_private:
        return Markup("")
    views = [
        (role.title, view)
        for role in entry.application.roles
        if (view := view_posting(renderer.frame.library, entry, role))
    ]
    postings = tuple(
        _posting(renderer, title, view)
        for title, view in views
        if view.uncovered or view.tasks or view.unplaced or view.unasked
    )
    missing = tuple(_unanswered(renderer, found) for found in unanswered(entry))
    if not postings and not missing:
        return Markup("")
    return renderer.template("audit", audit=Audit(postings, missing))


def _posting(renderer: Renderer, title: str, view: PostingView) -> PostingAudit:
    unasked = ((f"#{row_anchor(row.id)}", renderer.plain(row.requirement)) for row in view.unasked)
    return PostingAudit(
        title, view.asked, view.uncovered, view.tasks, view.unplaced, tuple(unasked)
    )


def _unanswered(renderer: Renderer, found: Unanswered) -> tuple[str, str, str]:
    lacks = (("a framing", found.lacks_framing), ("a prepared question", found.lacks_question))
    words = " and ".join(word for word, is_missing in lacks if is_missing)
    return f"#{row_anchor(found.row.id)}", renderer.plain(found.row.requirement), words
