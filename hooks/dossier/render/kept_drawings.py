"""What was drawn for one audience, kept while all that was read for it is as it was.

Pages are kept, and parts of them: who writes in a dossier leaves most of its page as it is, and a
record that many dossiers cite stands in a row or two of each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from functools import partial
from typing import Any, TypeVar

from dossier.match.coverage import RowCoverage, cover, cover_row
from dossier.model.application import ProofPoint
from dossier.model.audience import Audience
from dossier.model.kept_parts import with_parts_of
from dossier.model.library import ApplicationEntry, Library, RecordEntry
from dossier.model.recall import Recall
from dossier.model.watched import (
    METHODS,
    Parts,
    WatchedLibrary,
    outline_of_dossier,
    outline_of_record,
)
from dossier.plain.errors import InternalError
from dossier.plain.frozen import changing
from dossier.render.frame import Frame
from dossier.render.renderer import Renderer

Drawn = TypeVar("Drawn")
Entry = TypeVar("Entry", ApplicationEntry, RecordEntry)


@changing
class KeptDrawings:
    """What was drawn for one audience in earlier rounds."""

    audience: Audience
    _context: object = None
    _parts: Parts = field(default_factory=lambda: Parts({}))
    _recall: Recall = field(default_factory=Recall)
    _library: Library | None = None
    _outlines: dict[str, tuple[object, Any]] = field(default_factory=dict)

    def begin(self, frame: Frame, context: object) -> Frame:
        """Begin a round with what is to be drawn, and return it with its coverage.

        `context` is all that any drawing hangs on, beside the library: it is compared.
        """
        if frame.library.audience is not self.audience:
            raise InternalError("what was drawn for one audience is no other's")
        library = self._outlined(frame.library)
        methods = {id_: entry.record.method for id_, entry in frame.library.records.items()}
        before, self._parts = self._parts, Parts.of(library, **{METHODS: methods})
        self._recall.begin(self._parts.differing(before), anew=context != self._context)
        self._context = context
        row = partial(self._row, frame)
        coverage = {
            entry.id: self._recall.once(
                ("coverage", entry.id),
                (entry, frame.as_of),
                partial(cover, entry, self._watched, frame.as_of, row),
            )
            for entry in library.applications.values()
        }
        more = Parts({"coverage": coverage, "sizes": frame.sizes})
        self._recall.changed |= more.differing(before)
        self._parts = Parts({**self._parts.named, **more.named})
        return replace(frame, coverage=coverage)

    def once(
        self, path: str, draw: Callable[..., Drawn], renderer: Renderer, *given: object
    ) -> Drawn:
        """Return what `draw` makes of a renderer and of what is given, as it was if it can be."""

        def watching() -> Drawn:
            book = self._recall.book
            frame = replace(
                renderer.frame,
                library=self._watched,
                coverage=self._parts.watched("coverage", book),
                sizes=self._parts.watched("sizes", book),
            )
            return draw(replace(renderer, frame=frame, parts=_KeptParts(self._recall)), *given)

        return self._recall.once(path, given, watching)

    @property
    def _watched(self) -> WatchedLibrary:
        return WatchedLibrary(self._parts, self._recall.book)

    def _row(self, frame: Frame, row: ProofPoint) -> RowCoverage:
        make = partial(cover_row, row, self._watched, frame.as_of)
        return self._recall.once(row.id, (row,), make)

    def _outlined(self, library: Library) -> Library:
        """Return a library as pages know it that are not a dossier's own."""
        known, self._outlines = self._outlines, {}
        records = self._outline(known, library.records, outline_of_record)
        applications = self._outline(known, library.applications, outline_of_dossier)
        outlined = replace(library, records=records, applications=applications)
        if self._library:
            outlined = with_parts_of(outlined, self._library)
        outlined.__dict__["suspects"] = library.suspects  # of the same records
        self._library = outlined
        return outlined

    def _outline(
        self,
        known: Mapping[str, tuple[object, Any]],
        entries: Mapping[str, Entry],
        outline: Callable[[Entry, Any], Entry],
    ) -> dict[str, Entry]:
        found = {}
        for id_, entry in entries.items():
            name = f"{entry.source.file} {id_}"
            before = known.get(name)
            if before is None or before[0] is not entry:
                made = outline(entry, before)
                before = entry, before[1] if before and _alike(before[1], made) else made
            self._outlines[name] = before
            found[id_] = before[1]
        return found


@changing
class _KeptParts:
    """The parts of one page as it was drawn last, and what it shares with others."""

    recall: Recall

    def draw(self, page: Renderer, given: tuple[object, ...], draw: Callable[[], Drawn]) -> Drawn:
        """Return a part, drawn or as it was. It may ask nothing of what the page has had so far."""

        def alone() -> Drawn:
            had = {name: page.__dict__.pop(name) for name in _SO_FAR if name in page.__dict__}
            page.__dict__.update(dict.fromkeys(_SO_FAR))
            try:
                return draw()
            finally:
                for name in _SO_FAR:
                    del page.__dict__[name]
                page.__dict__.update(had)

        return self.recall.once(given[0], given, alone)

    def share(self, name: object, make: Callable[[], Drawn]) -> Drawn:
        """Return what is the same on several pages."""
        return self.recall.shared(name, make)


_SO_FAR = ("anchors", "drawn", "claimed")
"""What a page knows of all that stands on it already."""


def _alike(one: ApplicationEntry | RecordEntry, other: ApplicationEntry | RecordEntry) -> bool:
    """Whether two outlines are the same: what a person wrote is told as it is written."""
    if isinstance(one, RecordEntry) and isinstance(other, RecordEntry):
        is_same_record = one.record is other.record or repr(one.record) == repr(other.record)
        return is_same_record and replace(one, record=other.record) == other
    if isinstance(one, ApplicationEntry) and isinstance(other, ApplicationEntry):
        is_same_model = one.application is other.application
        return is_same_model and replace(one, application=other.application) == other
    return False
