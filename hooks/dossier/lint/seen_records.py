"""Records as files see them that are not their own: less of them, so that less hangs on each.

What is written in a record's method is nothing that the sentence of a dossier is held against, but
for the figures and words in it, which the index of records has. Where a record stands is asked for
by few of those who read it, and is noted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace

from dossier.model.document import Document
from dossier.model.evidence import Record
from dossier.model.library import RecordEntry
from dossier.model.watched import GET, Notebook
from dossier.plain.frozen import changing, frozen
from dossier.plain.problems import Place
from dossier.plain.yaml_places import Path

SAID, DOCUMENTS, PLACES = "said", "documents", "places"
"""What is noted: who asks for the texts of a record, for a place in a file of records, or for one
of the places that are asked for most."""
_UNSEEN = {"method": None, "limits": None}
_ASKED = ((), ("part",), ("metrics",))
"""What the paths of places have behind that of a record that are asked for most."""
SeenRecords = Mapping[str, tuple[RecordEntry, RecordEntry]]
"""Records as they are, and as they are seen."""


@changing
class Places:
    """Where records stand, as it is now; what is asked for is noted."""

    book: Notebook
    documents: Mapping[str, Document] = field(default_factory=dict)
    """The files of records, by name."""

    def locate(self, file: str, path: Path) -> Place:
        """Return the place of a value."""
        if path[2:3] in _ASKED:
            self.book.notes.add((PLACES, GET, (file, path)))
        else:
            self.book.notes.add((DOCUMENTS, GET, file))
        return self.documents[file].locate(path)


@frozen
class _Located(Document):
    """A file of which nothing is told but where something stands."""

    ask: Callable[[str, Path], Place] = field(kw_only=True, repr=False, compare=False)

    def locate(self, path: Path = ()) -> Place:
        return self.ask(self.file, path)


def seen_records(
    records: Mapping[str, RecordEntry], before: SeenRecords, places: Places
) -> SeenRecords:
    """Return each record as it is and as it is seen, the latter the same object while it may be.

    `before` is what this has returned for the records as they were.
    """
    return {id_: _seen(entry, before.get(id_), places) for id_, entry in records.items()}


def _seen(
    entry: RecordEntry, before: tuple[RecordEntry, RecordEntry] | None, places: Places
) -> tuple[RecordEntry, RecordEntry]:
    if before and before[0] is entry:
        return before
    is_same_record = before is not None and before[0].record is entry.record
    record = before[1].record if before and is_same_record else _without_texts(entry)
    seen = replace(entry, record=record, source=_Located(entry.source.file, ask=places.locate))
    # What is equal may be written otherwise, as 90 and 90.0 are.
    is_same = before is not None and (
        replace(before[1], record=record) == seen
        if is_same_record
        else repr(before[1]) == repr(seen)
    )
    return entry, (before[1] if before and is_same else seen)


def _without_texts(entry: RecordEntry) -> Record:
    return entry.record.model_copy(update=_UNSEEN)


def places_in(records: Iterable[RecordEntry]) -> Iterator[tuple[tuple[str, Path], str]]:
    """Yield the places that are asked for most: of records, their parts and their metrics."""
    for entry in records:
        metrics = (("metrics", n) for n in range(len(entry.record.metrics)))
        for more in ((), ("part",), *metrics):
            path = (*entry.path, *more)
            yield (entry.source.file, path), str(entry.source.locate(path))
