"""A library that notes what is read of it: what a drawing or a judgement hangs on."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import field, fields, replace
from datetime import date
from functools import partial
from operator import is_
from typing import Any, TypeVar

from dossier.model.document import Document
from dossier.model.kept_parts import DERIVED
from dossier.model.library import ApplicationEntry, Library, RecordEntry
from dossier.plain.frozen import changing, frozen
from dossier.plain.problems import Problem

Key = TypeVar("Key")
Value = TypeVar("Value")
Question = tuple[str, str, object]
"""A part, how it is asked, and for what."""
Notes = set[Question]
"""What was read."""
_ABSENT = object()
_MOST_QUESTIONS = 100_000
"""How many questions are held once for all who ask them."""
GET = "get"
"""How an item of a mapping is asked for."""
_HAS, _KEYS, _VALUES, _SIZE, _WHOLE = "has", "keys", "values", "size", "whole"
METHODS = "methods"
"""The part that says how records were measured, by id."""
_KIND = "kind"
"""Whether a part is a mapping, a set, or neither."""


@changing
class Notebook:
    """Where those who look at one library after another write down what they ask."""

    notes: Notes = field(default_factory=set)
    """What was asked since they were empty."""
    kept: Container[str] | None = None
    """The parts of which questions are kept; all if not said."""
    _questions: dict[Question, Question] = field(default_factory=dict)
    """Those that were asked, each held once."""

    def apart(self, work: Callable[[], Value]) -> tuple[Value, tuple[Question, ...]]:
        """Return what work comes to, and what it has asked, which is added to what is noted."""
        before, self.notes = self.notes, set()
        try:
            made = work()
        finally:
            read, self.notes = self.notes, before
        self.notes |= read
        return made, self._held(read)

    def _held(self, notes: Notes) -> tuple[Question, ...]:
        if len(self._questions) > _MOST_QUESTIONS:
            self._questions.clear()
        once, kept = self._questions.setdefault, self.kept
        return tuple([once(n, n) for n in notes if kept is None or n[0] in kept])


class Late(Mapping[str, object]):
    """Parts by name, each made when it is first looked at."""

    def __init__(self, makes: Mapping[str, Callable[[], object]]) -> None:
        self._makes, self._made = makes, dict[str, object]()

    def __getitem__(self, name: str) -> object:
        if name not in self._made:
            self._made[name] = self._makes[name]()
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._makes)

    def __len__(self) -> int:
        return len(self._makes)

    def makes(self) -> dict[str, Callable[[], object]]:
        """Return what hands out each part, made here but once."""
        return {name: partial(self.__getitem__, name) for name in self}


@frozen
class Parts:
    """All that is read, by name: mappings, sets, and what is read as a whole."""

    named: Mapping[str, object]

    @classmethod
    def of(cls, library: Library, **more: Mapping[str, Any]) -> Parts:
        """Return the parts of a library, and further mappings."""
        names = (*(each.name for each in fields(Library)), *DERIVED)
        return cls({**{name: getattr(library, name) for name in names}, **more})

    def watched(self, name: str, book: Notebook) -> Any:  # noqa: ANN401 - as the part is
        """Return a part, or what stands for it, that notes what is read of it."""
        seen, asked = self._watched(name, book)
        book.notes.update(asked)
        return seen

    def _watched(self, name: str, book: Notebook) -> tuple[Any, tuple[Question, ...]]:
        """Return the same, with what is noted whenever it is looked at."""
        part = self.named[name]
        kind = name, _KIND, None
        if isinstance(part, Mapping):
            return _Table(name, part, book), (kind,)
        if isinstance(part, frozenset):
            return _Members(name, part, book), (kind,)
        return part, (kind, (name, _WHOLE, None))

    def differing(self, before: Parts) -> Notes:
        """Return the questions that are answered otherwise than before.

        It costs what has changed, not what was asked: there are hundreds of questions to a page.
        """
        found: Notes = set()
        for name, part in self.named.items():
            old = before.named.get(name, _ABSENT)
            if part is not old:
                found.update((name, how, key) for how, key in _differing(old, part))
        return found


def _differing(old: object, new: object) -> Iterator[tuple[str, object]]:
    """Yield how, and for what, a part is asked that is answered otherwise."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _differing_items(old, new)
    elif isinstance(old, frozenset) and isinstance(new, frozenset):
        yield from ((_HAS, key) for key in old ^ new)
        if old != new:
            yield from ((_SIZE, None), (_WHOLE, None))
    elif not is_same(old, new):
        yield from ((_KIND, None), (_WHOLE, None))


def _differing_items(
    old: Mapping[object, object], new: Mapping[object, object]
) -> Iterator[tuple[str, object]]:
    is_other = tuple(old) != tuple(new)
    if is_other:
        yield _KEYS, None
        yield from ((_HAS, key) for key in old.keys() ^ new.keys())
    if len(old) != len(new):
        yield _SIZE, None
    for key in (*new, *(old.keys() - new.keys())):
        if not is_same(old.get(key, _ABSENT), new.get(key, _ABSENT)):
            yield GET, key
            is_other = True
    if is_other:
        yield _VALUES, None


@frozen
class _Table(Mapping[Key, Value]):
    """A mapping that notes what is read of it."""

    name: str
    part: Mapping[Key, Value]
    book: Notebook

    def __getitem__(self, key: Key) -> Value:
        self.book.notes.add((self.name, GET, key))
        return self.part[key]

    def __contains__(self, key: object) -> bool:
        self.book.notes.add((self.name, _HAS, key))
        return key in self.part

    def __iter__(self) -> Iterator[Key]:
        self.book.notes.add((self.name, _KEYS, None))
        return iter(self.part)

    def __len__(self) -> int:
        self.book.notes.add((self.name, _SIZE, None))
        return len(self.part)

    def values(self) -> Any:  # noqa: ANN401 - as the part's
        """Return all values, noted at once."""
        self.book.notes.add((self.name, _VALUES, None))
        return self.part.values()


@frozen
class _Members(AbstractSet[Value]):
    """A set that notes what is read of it."""

    name: str
    part: frozenset[Value]
    book: Notebook

    def __contains__(self, key: object) -> bool:
        self.book.notes.add((self.name, _HAS, key))
        return key in self.part

    def __iter__(self) -> Iterator[Value]:
        self.book.notes.add((self.name, _WHOLE, None))
        return iter(self.part)

    def __len__(self) -> int:
        self.book.notes.add((self.name, _SIZE, None))
        return len(self.part)

    @classmethod
    def _from_iterable(cls, it: Iterable[Any]) -> Any:  # noqa: ANN401 - the parent's shape
        return frozenset(it)


class WatchedLibrary(Library):
    """A library whose parts note what is read of them."""

    def __init__(self, parts: Parts, book: Notebook) -> None:
        self.__dict__.update(_book=book)
        self.turn_to(parts)

    def method_of(self, entry: RecordEntry) -> str | None:
        """Return how a record was measured, which its outline lacks."""
        own = self.__dict__
        told: str | None = own["_parts"].watched(METHODS, own["_book"])[entry.id]
        return told

    def turn_to(self, parts: Parts) -> None:
        """Be another library from now on."""
        self.__dict__.update(_parts=parts, _seen={})


def _watch(name: str) -> property:
    def read(self: WatchedLibrary) -> object:
        own = self.__dict__
        found = own["_seen"].get(name)
        if found is None:
            found = own["_seen"][name] = own["_parts"]._watched(name, own["_book"])  # noqa: SLF001
        # Each time: what was noted so far may have been taken away.
        own["_book"].notes.update(found[1])
        return found[0]

    return property(read)


for _name in (*(each.name for each in fields(Library)), *DERIVED):
    setattr(WatchedLibrary, _name, _watch(_name))


def is_same(one: object, other: object) -> bool:
    """Whether two answers draw the same. What is equal may be written otherwise: 90 and 90.0."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple) and isinstance(other, tuple):
        # Mostly they are the very objects, and that costs no call of ours.
        is_very_same = len(one) == len(other) and all(map(is_, one, other))
        return is_very_same or (len(one) == len(other) and all(map(is_same, one, other)))
    plain = isinstance(one, (str, bool, int, date, frozenset, Problem))
    return plain and one == other


def outline_of_record(
    entry: RecordEntry, before: tuple[RecordEntry, RecordEntry] | None = None
) -> RecordEntry:
    """Return a record without the text of its file, which holds others too, and its method.

    `before` is a record, and what this has returned for it.
    """
    if before and before[0].record is entry.record:
        record = before[1].record
    elif entry.verdict and entry.verdict.parts:
        record = entry.record  # what was proven of it is so to the letter
    else:
        record = entry.record.model_copy(update={"method": None})
    return replace(entry, record=record, source=Document(entry.source.file))


def outline_of_dossier(entry: ApplicationEntry, _: object = None) -> ApplicationEntry:
    """Return a dossier as other pages know it: without its prose, but for its questions."""
    source, told = entry.source, entry.section("questions")
    plain = Document(
        source.file, yaml_line=source.yaml_line, yaml=source.yaml, hidden=source.hidden
    )
    sections = (replace(told, line=0, offset=0),) if told and "story=" in told.text else ()
    return replace(entry, source=plain, sections=sections)
