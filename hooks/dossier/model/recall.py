"""What was made of what was read, kept while all that was asked for it is answered as it was.

Whatever is made may be made of parts, which are kept as well: where one has asked something that is
answered otherwise, the others stay.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import field
from typing import Any, TypeVar

from dossier.model.watched import Notebook, Notes, Question, is_same
from dossier.plain.frozen import changing, frozen

Made = TypeVar("Made")


@frozen
class _Known:
    """Something that was made."""

    given: tuple[object, ...]
    notes: Collection[Question]
    """What was read for it and for its parts: a set if it is no part, since each round asks."""
    made: Any
    parts: Mapping[object, _Known]
    """What was made for it alone, by name."""


_NO_PARTS: Mapping[object, _Known] = {}


@changing
class Recall:
    """What was made in earlier rounds of what a notebook says was asked."""

    book: Notebook = field(default_factory=Notebook)
    changed: Notes = field(default_factory=set)
    """What is answered otherwise than in the round before."""
    _before: Mapping[object, _Known] = field(default_factory=dict)
    """What was made last, by name: of what is being made, else of all."""
    _now: dict[object, _Known] = field(default_factory=dict)
    _shared: dict[object, _Known] = field(default_factory=dict)
    """What several things in this round are made with."""
    _is_within: bool = False
    """Whether something is being made."""

    def begin(self, changed: Notes, *, anew: bool = False) -> None:
        """Begin a round; if `anew`, nothing of earlier rounds is known any more."""
        self._before, self._now, self.changed = ({} if anew else self._now), {}, changed
        self._shared.clear()
        self.book.notes.clear()

    def once(self, name: object, given: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """Return what is made, as it was if what is given and all that was read is the same.

        Within a call of `make` the name is one of a part, and need be no other part's.
        """
        known = self._now.get(name)
        if known is None or not is_same(known.given, given):
            known = self._before.get(name)
            if (
                known is None
                or not is_same(known.given, given)
                or not self.changed.isdisjoint(known.notes)
            ):
                known = self._made(given, make, known.parts if known else {})
            self._now[name] = known
        if self._is_within:
            self.book.notes.update(known.notes)
        made: Made = known.made
        return made

    def shared(self, name: object, make: Callable[[], Made]) -> Made:
        """Return what is made once for all that ask for it in this round: each has read it."""
        if name not in self._shared:
            self._shared[name] = self._made((), make, {})
        known = self._shared[name]
        self.book.notes.update(known.notes)
        made: Made = known.made
        return made

    def _made(
        self, given: tuple[object, ...], make: Callable[[], object], parts: Mapping[object, _Known]
    ) -> _Known:
        around = self._before, self._now, self._is_within
        now: dict[object, _Known] = {}
        self._before, self._now, self._is_within = parts, now, True
        try:
            made, read = self.book.apart(make)
        finally:
            self._before, self._now, self._is_within = around
        # There are many parts, and most have neither read anything nor parts of their own.
        notes = read if self._is_within else frozenset(read)
        return _Known(given, notes, made, now or _NO_PARTS)
