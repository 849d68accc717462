"""Reads what is right in raw values, without pydantic: most of what people wrote is.

It takes nothing that pydantic would refuse, and makes the same of what it takes. What it does not
take may be right all the same: pydantic says so, or what is wrong with it.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from dossier.model.entry_fields import MISSING, fields_of
from dossier.model.marks import After, Before, Count, Read, Signs

Values = tuple[dict[str, Any], frozenset[str]]
"""Of an entry: by the names of its fields, and the names of those that somebody wrote."""


_LONG = 10**15


class DoubtError(ValueError):
    """It takes pydantic to say whether a value is right."""


@cache
def values_reader(model: type) -> Callable[[object], Values]:
    """Return what reads the values of an entry: ValueError or TypeError say that it doubts them."""
    fields = fields_of(model).values()
    keys = {each.key: (each.name, _reader(each.hint)) for each in fields}
    defaults = {each.name: each.default for each in fields}
    required = {each.name for each in fields if each.default is MISSING}

    def read_values(raw: object) -> Values:
        if type(raw) is not dict:
            raise DoubtError(raw)
        values, said = dict(defaults), set()
        for key, item in raw.items():
            name, read = keys[key] if key in keys else _doubt(key)
            values[name] = read(item)
            said.add(name)
        if not required <= said:
            raise DoubtError(raw)
        return values, frozenset(said)

    return read_values


def _reader(hint: Any) -> Read:  # noqa: ANN401 - a type, or what stands for one
    """Return what reads a value of a type. What it does not know, it doubts."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _marked(_reader(parts[0]), parts[1:])
    if origin in (Union, types.UnionType):
        return _optional(parts)
    if origin is tuple and parts[1:] == (...,):
        return _many(_reader(parts[0]))
    if origin is Literal:
        return _one_of({(type(part), part): part for part in parts})
    return _of_class(hint) if isinstance(hint, type) else _doubt


def _of_class(kind: type) -> Read:
    if issubclass(kind, Enum):
        return _member(kind)
    return _entry(kind) if hasattr(kind, "of_values") else _PLAIN.get(kind, _doubt)


def _marked(read: Read, marks: Iterable[object]) -> Read:
    for mark in marks:
        if isinstance(mark, After | Before | Count | Signs):
            read = mark.around(read)
        elif type(mark).__module__.partition(".")[0] != "dossier":
            return _doubt
    return read


def _optional(parts: tuple[Any, ...]) -> Read:
    others = [part for part in parts if part is not type(None)]
    if len(others) != 1 or len(parts) != 2:  # noqa: PLR2004 - it, or none
        return _doubt
    read = _reader(others[0])
    return lambda value: None if value is None else read(value)


def _many(read: Read) -> Read:
    def read_many(value: object) -> tuple[Any, ...]:
        if isinstance(value, list | tuple) and type(value) in (list, tuple):
            return tuple(map(read, value))
        raise DoubtError(value)

    return read_many


def _one_of(known: Mapping[tuple[type, object], object]) -> Read:
    if any(kind not in (str, bool, int) for kind, _ in known):
        return _doubt

    def read_one(value: object) -> object:
        found = type(value), value
        return known[found] if found in known else _doubt(value)

    return read_one


def _member(kind: type[Enum]) -> Read:
    members = {each.value: each for each in kind}

    def read_member(value: object) -> object:
        if type(value) is kind:
            return value
        return members[value] if type(value) is str and value in members else _doubt(value)

    return read_member


def _entry(model: Any) -> Read:  # noqa: ANN401 - a class of entries
    of_values, read_values = model.of_values, values_reader(model)

    def read_entry(value: object) -> object:
        return value if type(value) is model else of_values(read_values(model.unfold(value)))

    return read_entry


def _text(value: object) -> str:
    if type(value) is not str:
        raise DoubtError(value)
    if not value.isascii():
        value.encode()  # half a sign is none
    return value


def _number(value: object) -> Decimal:
    if type(value) is int and abs(value) < _LONG:
        return Decimal(value)
    if type(value) is Decimal and value.is_finite():
        return value
    raise DoubtError(value)


def _exactly(kind: type) -> Read:
    return lambda value: value if type(value) is kind else _doubt(value)


def _doubt(value: object) -> Any:  # noqa: ANN401 - it never returns
    raise DoubtError(value)


_PLAIN: dict[type, Read] = {
    str: _text,
    bool: _exactly(bool),
    int: _exactly(int),
    Decimal: _number,
    type(None): _exactly(type(None)),
}
