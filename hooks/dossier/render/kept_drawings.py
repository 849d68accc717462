"""What was drawn for one audience, kept while all that was read for it is as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any, TypeVar, cast

from dossier.match.coverage import RoleCoverage, cover
from dossier.model.audience import Audience
from dossier.model.kept_parts import with_parts_of
from dossier.model.library import ApplicationEntry, Library, RecordEntry
from dossier.model.watched import (
    METHODS,
    Notes,
    Parts,
    WatchedLibrary,
    is_same,
    outline_of_dossier,
    outline_of_record,
)
from dossier.plain.errors import InternalError
from dossier.plain.frozen import frozen
from dossier.render.frame import Frame
from dossier.render.kept_page_parts import KeptPageParts, KnownParts
from dossier.render.renderer import Renderer, drawn_anew

Drawn = TypeVar("Drawn")
Entry = TypeVar("Entry", ApplicationEntry, RecordEntry)


@frozen
class _Known:
    """Something that was made."""

    given: tuple[object, ...]
    notes: Notes
    """What was read for it."""
    made: object
    parts: KnownParts
    """Its parts, once it was made again: who edits a page mostly does so again."""


@dataclass(slots=True)
class KeptDrawings:
    """What was drawn for one audience in earlier rounds."""

    audience: Audience
    _context: object = None
    _parts: Parts = field(default_factory=lambda: Parts({}))
    _changed: Notes = field(default_factory=set)
    """What is answered otherwise than in the round before."""
    _made: dict[object, _Known] = field(default_factory=dict)
    _used: dict[object, _Known] = field(default_factory=dict)
    _library: Library | None = None
    _outlines: dict[str, tuple[object, Any]] = field(default_factory=dict)

    def begin(self, frame: Frame, context: object) -> Frame:
        """Begin a round with what is to be drawn, and return it with its coverage.

        `context` is all that any drawing hangs on, beside the library: it is compared.
        """
        if frame.library.audience is not self.audience:
            raise InternalError("what was drawn for one audience is no other's")
        self._made, self._used = ({} if context != self._context else self._used), {}
        self._context = context
        library = self._outlined(frame.library)
        methods = {id_: entry.record.method for id_, entry in frame.library.records.items()}
        before, self._parts = self._parts, Parts.of(library, **{METHODS: methods})
        self._changed = self._parts.differing(before)
        coverage = {
            entry.id: self._recall(("coverage", entry.id), _cover, entry, frame.as_of)
            for entry in library.applications.values()
        }
        more = Parts({"coverage": coverage, "sizes": frame.sizes})
        self._changed |= more.differing(before)
        self._parts = Parts({**self._parts.named, **more.named})
        return replace(frame, coverage=coverage)

    def once(
        self, path: str, draw: Callable[..., Drawn], renderer: Renderer, *given: object
    ) -> Drawn:
        """Return what `draw` makes of a renderer and of what is given, as it was if it can be."""

        def watching(library: WatchedLibrary, parts: KeptPageParts | None, *given: object) -> Drawn:
            notes = library.__dict__["_notes"]
            frame = replace(
                renderer.frame,
                library=library,
                coverage=self._parts.watched("coverage", notes),
                sizes=self._parts.watched("sizes", notes),
            )
            part = partial(parts.draw, notes) if parts else drawn_anew
            page = Renderer(frame, renderer.templates, renderer.directives, draw_part=part)
            return draw(page, *given)

        return self._recall(path, watching, *given)

    def _recall(self, key: object, make: Callable[..., Drawn], *given: object) -> Drawn:
        known = self._made.get(key)
        if (
            known is None
            or not is_same(known.given, given)
            or not known.notes.isdisjoint(self._changed)
        ):
            notes: Notes = set()
            parts = KeptPageParts(self._changed, known.parts) if known else None
            made = make(WatchedLibrary(self._parts, notes), parts, *given)
            known = _Known(given, notes, made, parts.now if parts else {})
        self._used[key] = known
        return cast("Drawn", known.made)

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


def _cover(
    library: Library, _: object, entry: ApplicationEntry, as_of: date
) -> tuple[RoleCoverage, ...]:
    return cover(entry, library, as_of)


def _alike(one: ApplicationEntry | RecordEntry, other: ApplicationEntry | RecordEntry) -> bool:
    """Whether two outlines are the same: what a person wrote is told as it is written."""
    if isinstance(one, RecordEntry) and isinstance(other, RecordEntry):
        is_same_record = one.record is other.record or repr(one.record) == repr(other.record)
        return is_same_record and replace(one, record=other.record) == other
    if isinstance(one, ApplicationEntry) and isinstance(other, ApplicationEntry):
        is_same_model = one.application is other.application
        return is_same_model and replace(one, application=other.application) == other
    return False
