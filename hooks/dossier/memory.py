"""What a process that serves keeps from one edit to the next, for the author's eyes alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from functools import partial
from typing import TYPE_CHECKING

from dossier.load.collector import KeptEntries
from dossier.model.audience import Audience
from dossier.model.kept_parts import with_parts_of
from dossier.model.library import Library
from dossier.plain.frozen import changing
from dossier.plain.kept_facts import KeptFacts, Kind, digest_of_text
from dossier.plain.kept_readings import KeptReadings
from dossier.prose.asset_targets import assets_among, targets_of
from dossier.prose.passages import AnyEntry, entries, prose_of
from dossier.prose.scan import forget

if TYPE_CHECKING:
    from dossier.render.kept_drawings import KeptDrawings

_TARGETS: Kind[frozenset[str]] = Kind("targets", sorted, frozenset)


@changing
class Memory:
    """What a process that serves keeps of the author's view from one edit to the next."""

    readings: KeptReadings = field(default_factory=KeptReadings)
    entries: KeptEntries = field(default_factory=lambda: KeptEntries(Audience.PRIVATE))
    targets: dict[int, tuple[AnyEntry, frozenset[str]]] = field(default_factory=dict)
    """The files that each entry refers to."""
    library: Library | None = None
    """The library of the last reading."""
    facts: KeptFacts | None = None
    """What the process before found out, if this one goes on from there."""

    _drawings: KeptDrawings | None = None

    @property
    def drawings(self) -> KeptDrawings:
        """What was drawn."""
        if self._drawings is None:
            from dossier.render.kept_drawings import KeptDrawings  # noqa: PLC0415 - a check has none

            self._drawings = KeptDrawings(Audience.PRIVATE)
        return self._drawings

    def __post_init__(self) -> None:
        """Let entries be read late if enough is known of them."""
        self.entries.facts = self.facts

    def settle(self, library: Library) -> Library:
        """Return a library whose parts are the objects that they were, where nothing is new."""
        self.library = with_parts_of(library, self.library) if self.library else library
        return self.library

    def assets_of(self, library: Library) -> tuple[str, ...]:
        """Return the assets that texts refer to, looking at those alone that are new."""
        if self.facts:
            return assets_among(library, self._targets_by_file(self.facts, library))
        known, self.targets = self.targets, {}
        for entry in entries(library):
            before = known.get(id(entry))
            if before is None or before[0] is not entry:
                before = entry, targets_of(entry)
            self.targets[id(entry)] = before
        gone = [entry for number, (entry, _) in known.items() if number not in self.targets]
        if gone:
            new = (entry for number, (entry, _) in self.targets.items() if number not in known)
            forget(_prose(gone) - _prose(new))
        return assets_among(library, (t for _, found in self.targets.values() for t in found))

    def _targets_by_file(self, facts: KeptFacts, library: Library) -> Iterator[str]:
        by_file: dict[str, list[AnyEntry]] = {}
        for entry in entries(library):
            by_file.setdefault(entry.source.file, []).append(entry)
        for file, found in by_file.items():
            look = partial(_targets_of, found)
            yield from facts.find(_TARGETS, file, digest_of_text(found[0].source.text), look)


def _targets_of(found: Iterable[AnyEntry]) -> frozenset[str]:
    return frozenset().union(*map(targets_of, found))


def _prose(entries: Iterable[AnyEntry]) -> set[str]:
    return {text for entry in entries for text in prose_of(entry)}
