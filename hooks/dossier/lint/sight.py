"""A library as files see it that are judged, and what they ask of its records.

Each question is noted, so that a file is judged again only if one that it has asked is answered
otherwise. All else that a judgement may hang on is compared by `cache.py` as a whole.
"""

from __future__ import annotations

from dataclasses import fields, replace
from functools import partial

from dossier.claims.judge import Judge
from dossier.lint.seen_records import (
    DOCUMENTS,
    PLACES,
    SAID,
    Places,
    SeenRecords,
    places_in,
    seen_records,
)
from dossier.lint.standings import Standings
from dossier.lint.watched_index import TABLES, WatchedIndex, structure_of
from dossier.model.document import Document
from dossier.model.library import Library
from dossier.model.watched import Late, Notebook, Notes, Parts, WatchedLibrary
from dossier.plain.frozen import frozen
from dossier.records.record_index import RecordIndex

_OF_LIBRARY = ("records", "records_by_project")
"""What is asked of a library itself, and not compared as a whole."""
_NOTED = frozenset({*_OF_LIBRARY, *TABLES, SAID, PLACES, DOCUMENTS})


@frozen
class Sight:
    """A library as files see it. What was begun last is what is shown by all that follow it."""

    library: Library
    book: Notebook
    places: Places
    records: SeenRecords
    index: RecordIndex
    of_index: Late
    """What the index answers, by what is asked."""
    of_places: Late
    """Where what stands that is asked for."""
    answers: Parts
    """What is answered to all questions that are noted."""
    watched: WatchedLibrary
    standings: Standings

    @classmethod
    def of(cls, library: Library, before: Sight | None = None) -> Sight:
        """Return how a library is seen, with as much as can be of how one before it was."""
        book = before.book if before else Notebook(kept=_NOTED)
        places = before.places if before else Places(book)
        records = seen_records(library.records, before.records if before else {}, places)
        outlined = replace(library, records={id_: seen for id_, (_, seen) in records.items()})
        watched = before.watched if before else WatchedLibrary(Parts({}), book)
        if before and _say_the_same(records, before.records):
            index, of_index, standings = before.index, before.of_index, before.standings
        else:
            index = RecordIndex(outlined, library.records, before.index if before else None)
            of_index = Late({name: partial(getattr, index, name) for name in (*TABLES, SAID)})
            standings = _standings(index, Parts(of_index), watched)
        is_same = before and before.library.records is library.records
        of_places = before.of_places if before and is_same else _of_places(library)
        of_library = {name: partial(getattr, outlined, name) for name in _OF_LIBRARY}
        answers = Parts(Late({**of_library, **of_index.makes(), **of_places.makes()}))
        return cls(
            *(library, book, places, records, index, of_index, of_places),
            *(answers, watched, standings),
        )

    def begin(self) -> None:
        """Show this library from now on."""
        self.places.documents = {e.source.file: e.source for e in self.library.records.values()}
        whole = {each.name: partial(getattr, self.library, each.name) for each in fields(Library)}
        asked = {name: partial(self.answers.named.__getitem__, name) for name in _OF_LIBRARY}
        self.watched.turn_to(Parts(Late({**whole, **asked})))

    def changed_since(self, before: Sight) -> Notes | None:
        """Return the questions that are answered otherwise; None if all may be."""
        is_other = self.index is not before.index
        if is_other and structure_of(self.index) != structure_of(before.index):
            return None
        return self.answers.differing(before.answers)


def _say_the_same(one: SeenRecords, other: SeenRecords) -> bool:
    """Return whether records are seen as others, and say the same beside."""
    return list(one) == list(other) and all(
        seen is other[id_][1] and entry.record is other[id_][0].record
        for id_, (entry, seen) in one.items()
    )


def _standings(index: RecordIndex, parts: Parts, library: WatchedLibrary) -> Standings:
    judge = Judge(library)
    judge.__dict__["index"] = WatchedIndex(index, parts, library)
    return Standings(judge)


def _of_places(library: Library) -> Late:
    entries = tuple(library.records.values())
    return Late(
        {
            PLACES: lambda: dict(places_in(entries)),
            DOCUMENTS: lambda: {e.source.file: written(e.source) for e in entries},
        }
    )


def written(source: Document) -> tuple[str, int, tuple[tuple[str, int], ...]]:
    """Return what places in a file hang on, but for its prose."""
    return source.yaml, source.yaml_line, source.hidden
