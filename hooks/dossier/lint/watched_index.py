"""An index of records that notes what is asked of it: what a judgement hangs on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from dossier.lint.seen_records import SAID
from dossier.model.watched import GET, Notebook, Parts, WatchedLibrary
from dossier.plain.cached_property import cached_property
from dossier.plain.errors import InternalError
from dossier.plain.frozen import frozen
from dossier.quantities.vocabulary import Hit, Vocabulary
from dossier.records.metrics import Meaning
from dossier.records.record_index import RecordIndex

TABLES = (
    *("by_reference", "by_project", "by_record", "by_file", "by_word"),
    *("by_kind", "by_value", "by_number", "speaking"),
)
"""What is asked for one thing at a time, and noted so."""
WHOLES = (
    *("words", "breaks", "comma", "projects", "employers", "by_page", "ordinary"),
    *("has_parts", "has_wordings", "unconfirmed", "last_year"),
)
"""What is the same for all statements: if it changes, all are judged again."""
UNANSWERED = ("meanings", "spoken", "said")
"""What nobody may ask for, since it would be another with every record."""


def structure_of(index: RecordIndex) -> object:
    """Return what any statement may hang on, and is compared rather than noted."""
    names = [(m.entry.id, m.metric.id, m.names) for m in index.meanings]
    records = [
        (e.id, e.audience, e.project, e.record.status) for e in index.library.records.values()
    ]
    kept = index.ordinary, index.has_parts, index.has_wordings, index.last_year
    return names, records, kept


class WatchedIndex(RecordIndex):
    """An index that answers as another, and notes what it was asked."""

    def __init__(self, index: RecordIndex, parts: Parts, library: WatchedLibrary) -> None:
        book = library.__dict__["_book"]
        self.__dict__.update(library=library, whole=None, _index=index, _parts=parts, _book=book)

    def beside(
        self, record: str, value: Decimal, kind: str, itself: str = ""
    ) -> Iterator[frozenset[str]]:
        """Yield the stems of the words that stand around a number in a record's text."""
        self.__dict__["_book"].notes.add((SAID, GET, record))
        index: RecordIndex = self.__dict__["_index"]
        return index.beside(record, value, kind, itself)


def _table(own: dict[str, Any], name: str) -> object:
    return own["_parts"].watched(name, own["_book"])


def _whole(own: dict[str, Any], name: str) -> object:
    return getattr(own["_index"], name)


def _names(own: dict[str, Any], _: str) -> object:
    return _WatchedNames(own["_index"].vocabulary, own["_book"])


def _stems(own: dict[str, Any], _: str) -> object:
    return _WatchedStems(own["_index"].stems, own["_book"])


def _nothing(_: dict[str, Any], name: str) -> object:
    raise InternalError(f"`{name}` is asked for, which is not noted")


def _answer(name: str, how: Callable[[dict[str, Any], str], object]) -> None:
    """Let the watched index answer by a part of it, which is made when it is first asked for."""
    made = cached_property(lambda index: how(index.__dict__, name))
    made.__set_name__(WatchedIndex, name)
    setattr(WatchedIndex, name, made)


for _name in TABLES:
    _answer(_name, _table)
for _name in WHOLES:
    _answer(_name, _whole)
for _name in UNANSWERED:
    _answer(_name, _nothing)
_answer("vocabulary", _names)
_answer("stems", _stems)


class _WatchedNames(Vocabulary[Meaning]):
    """Names of metrics that notes which metrics it has handed out."""

    def __init__(self, known: Vocabulary[Meaning], book: Notebook) -> None:
        self.__dict__.update(known.__dict__, _book=book)

    def _note(self, meaning: Meaning) -> None:
        asked = "by_reference", GET, (meaning.entry.id, meaning.metric.id)
        self.__dict__["_book"].notes.add(asked)

    def among(self, stems: frozenset[str]) -> Iterator[Meaning]:
        for meaning in super().among(stems):
            self._note(meaning)
            yield meaning

    def find(self, stemmed: Sequence[str], parts: Sequence[int]) -> list[Hit[Meaning]]:
        hits = super().find(stemmed, parts)
        for hit in hits:
            for meaning in hit.named:
                self._note(meaning)
        return hits


@frozen
class _WatchedStems(Mapping[str, frozenset[str]]):
    """The stems of records' texts: who asks for them hangs on the texts."""

    known: Mapping[str, frozenset[str]]
    book: Notebook

    def __getitem__(self, record: str) -> frozenset[str]:
        self.book.notes.add((SAID, GET, record))
        return self.known[record]

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)
