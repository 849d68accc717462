"""Parts of a page that is drawn again, kept where an edit left them as they were.

Somebody who writes in a dossier has its page drawn at each edit: most of that is the table of its
rows, and the sections beside the one that is written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar, cast

from dossier.model.watched import Notes, Question, is_same
from dossier.plain.frozen import frozen
from dossier.render.renderer import Renderer

Drawn = TypeVar("Drawn")


@frozen
class _Had:
    """What a page had at some place: anchors, rows and cards, and who says what."""

    anchors: frozenset[str]
    drawn: frozenset[str]
    claimed: tuple[tuple[str, str], ...]

    @classmethod
    def by(cls, page: Renderer) -> Self:
        return cls(frozenset(page.anchors), frozenset(page.drawn), tuple(page.claimed.items()))

    def give(self, page: Renderer) -> None:
        page.anchors.update(self.anchors)
        page.drawn.update(self.drawn)
        page.claimed.update(self.claimed)


@frozen
class _Known:
    """A part: on what it hangs, what it came to, and what the page had after it."""

    given: tuple[object, ...]
    before: _Had
    notes: frozenset[Question]
    made: Any
    after: _Had


KnownParts = dict[object, _Known]
"""Parts by their names."""


@dataclass(slots=True)
class KeptPageParts:
    """The parts of one page as it was drawn last."""

    changed: Notes
    """What is answered otherwise than when they were drawn, or last compared."""
    before: KnownParts
    now: KnownParts = field(default_factory=dict)

    def draw(
        self, notes: Notes, page: Renderer, given: tuple[object, ...], draw: Callable[[], Drawn]
    ) -> Drawn:
        """Return a part, drawn or as it was. `notes` is what the page has read so far."""
        name, had = given[0], _Had.by(page)
        known = self.before.get(name)
        if (
            known is None
            or not is_same(known.given, given)
            or known.before != had
            or not known.notes.isdisjoint(self.changed)
        ):
            made, read = _alone(notes, page, draw)
            known = _Known(given, had, read, made, _Had.by(page))
        else:
            known.after.give(page)
        notes |= known.notes
        self.now[name] = known
        return cast("Drawn", known.made)


def _alone(
    notes: Notes, page: Renderer, draw: Callable[[], Drawn]
) -> tuple[Drawn, frozenset[Question]]:
    """Return a part that uses nothing of what another has drawn, and what was read for it."""
    before, shared = set(notes), dict(page.shared)
    notes.clear()
    page.shared.clear()
    made = draw()
    read = frozenset(notes)
    notes |= before
    page.shared.update(shared)
    return made, read
