"""A library that notes what is read of it: what a drawing hangs on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, TypeVar

from dossier.model.document import Document
from dossier.model.library import ApplicationEntry, Library, RecordEntry
from dossier.plain.problems import Problem

Key = TypeVar("Key")
Value = TypeVar("Value")
Notes = dict[tuple[str, str, object], object]
"""What was read: the part, how it was asked, and for what, with what it was then."""
_ABSENT = object()
_GET, _HAS, _KEYS, _VALUES, _SIZE, _WHOLE = "get", "has", "keys", "values", "size", "whole"
DERIVED = ("citations", "records_by_project", "suspects")
"""What a library has worked out once, beside its fields."""


@dataclass(frozen=True, slots=True)
class Parts:
    """All that drawings read, by name: mappings, sets, and what is read as a whole."""

    named: Mapping[str, object]

    @classmethod
    def of(cls, library: Library, **more: Mapping[str, Any]) -> Parts:
        """Return the parts of a library, and further mappings."""
        names = (*(field.name for field in fields(Library)), *DERIVED)
        return cls({**{name: getattr(library, name) for name in names}, **more})

    def ask(self, name: str, how: str, key: object) -> object:
        """Return what a part answers."""
        part: Any = self.named[name]
        if how == _GET:
            return part.get(key, _ABSENT)
        if how == _HAS:
            return key in part
        if how == _SIZE:
            return len(part)
        if how in (_KEYS, _VALUES):
            return tuple(part if how == _KEYS else part.values())
        return part

    def watched(self, name: str, notes: Notes) -> Any:  # noqa: ANN401 - as the part is
        """Return a part, or what stands for it, that notes what is read of it."""
        part = self.named[name]
        if isinstance(part, Mapping):
            return _Table(self, name, notes)
        if isinstance(part, frozenset):
            return _Members(self, name, notes)
        return self.note(name, _WHOLE, None, notes)

    def note(self, name: str, how: str, key: object, notes: Notes) -> Any:  # noqa: ANN401 - ditto
        """Return what a part answers, and note it."""
        answer = self.ask(name, how, key)
        notes[name, how, key] = answer
        return answer

    def still(self, notes: Notes) -> bool:
        """Whether all that was noted would be answered in the same way."""
        named: Mapping[str, Any] = self.named
        for (name, how, key), answer in notes.items():
            # The most frequent question is asked here, since there are hundreds on each page.
            now = named[name].get(key, _ABSENT) if how == _GET else self.ask(name, how, key)
            if now is not answer and not is_same(answer, now):
                return False
        return True


@dataclass(frozen=True, slots=True)
class _Table(Mapping[Key, Value]):
    """A mapping that notes what is read of it."""

    parts: Parts
    name: str
    notes: Notes

    def __getitem__(self, key: Key) -> Value:
        found = self.parts.note(self.name, _GET, key, self.notes)
        if found is _ABSENT:
            raise KeyError(key)
        return found  # type: ignore[no-any-return]

    def __contains__(self, key: object) -> bool:
        return bool(self.parts.note(self.name, _HAS, key, self.notes))

    def __iter__(self) -> Iterator[Key]:
        return iter(self.parts.note(self.name, _KEYS, None, self.notes))

    def __len__(self) -> int:
        return int(self.parts.note(self.name, _SIZE, None, self.notes))

    def values(self) -> Any:  # noqa: ANN401 - a tuple will do for a view
        """Return all values, noted at once."""
        return self.parts.note(self.name, _VALUES, None, self.notes)


@dataclass(frozen=True, slots=True)
class _Members(AbstractSet[Value]):
    """A set that notes what is read of it."""

    parts: Parts
    name: str
    notes: Notes

    def __contains__(self, key: object) -> bool:
        return bool(self.parts.note(self.name, _HAS, key, self.notes))

    def __iter__(self) -> Iterator[Value]:
        return iter(self.parts.note(self.name, _WHOLE, None, self.notes))

    def __len__(self) -> int:
        return int(self.parts.note(self.name, _SIZE, None, self.notes))

    @classmethod
    def _from_iterable(cls, it: Iterable[Any]) -> Any:  # noqa: ANN401 - the parent's shape
        return frozenset(it)


class WatchedLibrary(Library):
    """A library whose parts note what is read of them."""

    def __init__(self, parts: Parts, notes: Notes) -> None:
        self.__dict__.update(_parts=parts, _notes=notes, _seen={})


def _watch(name: str) -> property:
    def read(self: WatchedLibrary) -> object:
        own = self.__dict__
        if name not in own["_seen"]:
            own["_seen"][name] = own["_parts"].watched(name, own["_notes"])
        return own["_seen"][name]

    return property(read)


for _name in (*(field.name for field in fields(Library)), *DERIVED):
    setattr(WatchedLibrary, _name, _watch(_name))


def is_same(one: object, other: object) -> bool:
    """Whether two answers draw the same. What is equal may be written otherwise: 90 and 90.0."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(is_same, one, other))
    plain = isinstance(one, (str, bool, int, date, frozenset, Problem))
    return plain and one == other


def outline_of_record(entry: RecordEntry) -> RecordEntry:
    """Return a record without the text of its file, which holds others too."""
    return replace(entry, source=Document(entry.source.file))


def outline_of_dossier(entry: ApplicationEntry) -> ApplicationEntry:
    """Return a dossier as other pages know it: without its prose, but for its questions."""
    source, told = entry.source, entry.section("questions")
    plain = Document(
        source.file, yaml_line=source.yaml_line, yaml=source.yaml, hidden=source.hidden
    )
    sections = (replace(told, line=0, offset=0),) if told and "story=" in told.text else ()
    return replace(entry, source=plain, sections=sections)
