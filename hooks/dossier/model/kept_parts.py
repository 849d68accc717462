"""A library with the very parts of an earlier one, where nothing in them is another.

What hangs on such a part can then be told by identity, and is not worked out again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from operator import is_

from dossier.model.library import Library

DERIVED = {
    "citations": ("applications",),
    "records_by_project": ("records",),
    "suspects": ("records", "stamps"),
}
"""What a library works out once, with the parts that it takes."""


def with_parts_of(library: Library, before: Library) -> Library:
    """Return a library with those parts of an earlier one that hold the same objects."""
    parts = {name: (getattr(before, name), getattr(library, name)) for name in _NAMES}
    same = {name: old for name, (old, new) in parts.items() if _holds_the_same(old, new)}
    kept = replace(library, **same)
    for name, of in DERIVED.items():
        if name in before.__dict__ and same.keys() >= set(of):
            kept.__dict__[name] = before.__dict__[name]
    return kept


_NAMES = tuple(field.name for field in fields(Library))


def _holds_the_same(old: object, new: object) -> bool:
    if old is new:
        return True
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        is_same = all(map(is_, old.values(), new.values()))
        return is_same and len(old) == len(new) and list(old) == list(new)
    return isinstance(old, frozenset) and old == new
