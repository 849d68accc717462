"""What a run worked out of single parts of its content, as plain values the next can go on with.

Each under a digest of all that it hangs on, so that a part is worked out again as soon as any of
that is another. What no run of ours has left is passed over.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import field, fields, is_dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from dossier.plain.frozen import changing, frozen

Value = TypeVar("Value")
_LONG = 500
"""From how many characters on a text, which several facts hang on, is digested on its own."""
_FEW = 20
"""So many facts are worked out again sooner than all are written: those of one edited file."""


@frozen
class Kind(Generic[Value]):
    """One thing that is worked out of each part, and how it is written."""

    name: str
    spell: Callable[[Value], object]
    """Returns a value as plain values, as JSON has them."""
    read: Callable[[Any], Value]
    """Returns the value of plain ones. Raises ValueError, TypeError or KeyError for others."""


@changing
class KeptFacts:
    """What was worked out before, and what this run has come to."""

    before: Mapping[str, Any]
    """By kind, then by the name of the part: a digest, and plain values."""
    now: dict[str, dict[str, tuple[str, object]]] = field(default_factory=dict)
    made: int = 0
    """How many facts this run has worked out."""

    @property
    def are_worth_keeping(self) -> bool:
        """Whether the next run would go on better from here than from what there was before."""
        return self.made > _FEW or not self.before

    def find(
        self, kind: Kind[Value], name: str, hangs_on: object, make: Callable[[], Value]
    ) -> Value:
        """Return what is made of a part, without making it if that is known.

        `hangs_on` tells it from what is made of another part by that name: a digest, or values.
        """
        digest = _digest(hangs_on)
        value = self._known(kind, name, digest)
        if value is None:
            value = make()
            self.put(kind, name, digest, value)
        return value

    def keep(self, kind: Kind[Value], name: str, hangs_on: object, value: Value) -> None:
        """Keep what was made of a part, if that is not known."""
        digest = _digest(hangs_on)
        if self.now.get(kind.name, {}).get(name, ("",))[0] != digest:
            self.put(kind, name, digest, value)

    def known(self, kind: Kind[Value], name: str, hangs_on: object) -> Value | None:
        """Return what is made of a part, if that is known."""
        return self._known(kind, name, _digest(hangs_on))

    def carry(self, kind: Kind[Any], name: str) -> None:
        """Leave to the next run what is known of a part, whether this one asks for it or not."""
        with suppress(KeyError, TypeError):  # not what a run of ours has left
            self.now.setdefault(kind.name, {})[name] = self.before[kind.name][name]

    def put(self, kind: Kind[Value], name: str, digest: str, value: Value) -> None:
        """Keep what was made of a part in place of what is known."""
        self.now.setdefault(kind.name, {})[name] = digest, kind.spell(value)
        self.made += 1

    def _known(self, kind: Kind[Value], name: str, digest: str) -> Value | None:
        is_new = name in self.now.get(kind.name, ())
        for known in (self.now, self.before) if is_new else (self.before,):
            try:
                of, kept = known[kind.name][name]
                value = kind.read(kept) if of == digest else None
            except (KeyError, TypeError, ValueError):  # not what a run of ours has left
                continue
            if value is not None:
                self.now.setdefault(kind.name, {})[name] = digest, kept
                return value
        return None


def take(
    facts: KeptFacts | None,
    kind: Kind[Value],
    name: str,
    hangs_on: object,
    make: Callable[[], Value],
) -> Value:
    """Return what is made of a part, kept or not."""
    return facts.find(kind, name, hangs_on, make) if facts else make()


def _digest(hangs_on: object) -> str:
    return hangs_on if isinstance(hangs_on, str) else digest_of_value(hangs_on)


def digest_of_value(value: object) -> str:
    """Return the same for equal values, in whatever process."""
    return hashlib.sha256(repr(_ordered(value)).encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=4096)
def digest_of_text(text: str) -> str:
    """Return what tells a text, which many things may hang on, from others."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _ordered(value: object) -> object:
    """Return a value of which equal ones are written alike, and long texts by their digests."""
    if isinstance(value, str):
        return ("text", digest_of_text(value)) if len(value) > _LONG else value
    if isinstance(value, list | tuple):
        return [_ordered(item) for item in value]
    if isinstance(value, frozenset | set):
        return "set", sorted(repr(_ordered(item)) for item in value)
    if isinstance(value, Mapping):
        return "mapping", sorted(repr((_ordered(k), _ordered(v))) for k, v in value.items())
    if is_dataclass(value) and not isinstance(value, type):
        return type(value).__name__, [_ordered(getattr(value, f.name)) for f in fields(value)]
    return value
