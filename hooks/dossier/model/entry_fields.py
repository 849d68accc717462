"""A class of entries to its fields, as its annotations have them."""

from __future__ import annotations

import types
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, ClassVar, Union, get_args, get_origin, get_type_hints

from dossier.model.marks import Key
from dossier.plain.frozen import frozen

MISSING: Any = ...
"""The default of a field that has none."""


@frozen
class EntryField:
    """A field of an entry."""

    name: str
    """Its name in Python."""
    hint: Any
    """Its whole annotation."""
    default: Any

    @property
    def key(self) -> str:
        """What people type."""
        return next((mark.name for mark in self.marks if isinstance(mark, Key)), self.name)

    @property
    def annotation(self) -> Any:  # noqa: ANN401 - a type, or what stands for one
        """Its type, without what is said of the field as a whole."""
        return get_args(self.hint)[0] if get_origin(self.hint) is Annotated else self.hint

    @property
    def marks(self) -> tuple[object, ...]:
        """What is said of the field as a whole."""
        return get_args(self.hint)[1:] if get_origin(self.hint) is Annotated else ()

    @property
    def is_required(self) -> bool:
        """Whether it has no default."""
        return self.default is MISSING


@cache
def fields_of(model: type) -> dict[str, EntryField]:
    """Return the fields of a class by their names, those of its bases first."""
    defaults: dict[str, Any] = {}
    for base in reversed(model.__mro__):
        for name in vars(base).get("__annotations__", ()):
            defaults[name] = vars(base).get(name, MISSING)
    hints = get_type_hints(model, include_extras=True)
    return {
        name: EntryField(name, hints[name], default)
        for name, default in defaults.items()
        if get_origin(hints[name]) is not ClassVar
    }


def parts_of(annotation: object) -> Iterator[object]:
    """Yield what an annotation is made of: `tuple`, entries, marks."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        yield from metadata
        yield from parts_of(inner)
    elif origin in (Union, types.UnionType):
        for part in get_args(annotation):
            yield from parts_of(part)
    elif origin is tuple:
        yield tuple
        yield from parts_of(get_args(annotation)[0])
    else:
        yield annotation
