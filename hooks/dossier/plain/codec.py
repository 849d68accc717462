"""Values of a type to plain ones, as JSON has them, and back, by the type alone.

For types that say all of what they hold: texts, numbers, enumerations, tuples, sets, mappings by
text, and dataclasses of these.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

_Way = Callable[[Any], Any]


@cache
def codec(of: Any) -> tuple[_Way, _Way]:  # noqa: ANN401 - a type, of whatever kind
    """Return what makes plain values of a type's, and what makes them of plain ones again.

    The latter raises ValueError, TypeError or KeyError for what is none of its.
    """
    origin, arguments = get_origin(of), get_args(of)
    if of in (str, int, bool):
        return _same, of
    if isinstance(of, type) and issubclass(of, Enum):
        return (lambda value: value.value), of
    if origin is frozenset:
        spell, read = codec(arguments[0])
        return (lambda value: sorted(map(spell, value))), (lambda kept: frozenset(map(read, kept)))
    if origin is tuple:
        return _tuple(arguments)
    if origin is not None and issubclass(origin, Mapping):
        spell, read = codec(arguments[1])
        return (
            lambda value: {key: spell(item) for key, item in value.items()},
            lambda kept: {key: read(item) for key, item in dict(kept).items()},
        )
    if is_dataclass(of):
        return _dataclass(of)
    raise TypeError(of)


def _same(value: object) -> object:
    return value


def _tuple(arguments: tuple[Any, ...]) -> tuple[_Way, _Way]:
    if arguments[-1] is ...:
        spell, read = codec(arguments[0])
        return (lambda value: list(map(spell, value))), (lambda kept: tuple(map(read, kept)))
    ways = tuple(map(codec, arguments))
    return (
        lambda value: [spell(item) for (spell, _), item in zip(ways, value, strict=True)],
        lambda kept: tuple(read(item) for (_, read), item in zip(ways, kept, strict=True)),
    )


def _dataclass(of: Any) -> tuple[_Way, _Way]:  # noqa: ANN401 - as above
    hints = get_type_hints(of)
    names = [found.name for found in fields(of)]
    ways = [codec(hints[name]) for name in names]
    spells = [(name, spell) for name, (spell, _) in zip(names, ways, strict=True)]
    reads = [read for _, read in ways]
    return (
        lambda value: [spell(getattr(value, name)) for name, spell in spells],
        lambda kept: of(*(read(item) for read, item in zip(reads, kept, strict=True))),
    )
