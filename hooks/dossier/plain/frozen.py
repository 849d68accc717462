"""Classes of values: what `@dataclass(frozen=True, slots=True)` makes, in a tenth of the time.

It compiles a method of its own for each that compares, hashes, prints and refuses. To judge one
edited file takes 130 such classes, and a tenth of the time went into that; these share theirs, and
what sets the fields is compiled with the first value: a third of the classes have none.
`changing` does the same for what is no value: what is kept, counted or collected.
That no field changes once it is set is left to mypy, which refuses what would change one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, dataclass, field, fields
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Value = TypeVar("Value")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Value]) -> type[Value]:
    """Make a class of values: equal if they are of one class, and all that is compared is.

    It has slots, unless a property of it is worked out late and kept.
    """
    for name, method in _SHARED.items():
        # A class that says how it is compared has no hash: it says `None`.
        if vars(cls).get(name) is None:
            setattr(cls, name, method)
    made = _with_fields(cls)
    compared = [each.name for each in fields(made) if each.compare]
    hashed = [each.name for each in fields(made) if _is_hashed(each)]
    made._compared, made._hashed = _values_of(compared), _values_of(hashed)  # noqa: SLF001 - its own
    return made  # type: ignore[no-any-return]


@dataclass_transform(field_specifiers=(field,))
def changing(cls: type[Value]) -> type[Value]:
    """Make a class whose fields change. Each of it is equal to itself alone; it has slots, too."""
    return _with_fields(cls)  # type: ignore[no-any-return]


def _with_fields(cls: type) -> Any:  # noqa: ANN401 - a class with the attributes of a dataclass
    own = vars(cls)
    keeps_late_values = any(isinstance(each, cached_property) for each in own.values())
    made: Any = dataclass(init=False, slots=not keeps_late_values, repr=False, eq=False)(cls)
    if "__init__" not in own:
        made.__init__ = _late_init(made)
    return made


def _late_init(cls: Any) -> Callable[..., None]:  # noqa: ANN401 - a class of values
    def __init__(self: object, *values: object, **named: object) -> None:  # noqa: N807
        cls.__init__ = _init_of(cls)
        cls.__init__(self, *values, **named)

    return __init__


def _init_of(cls: Any) -> Callable[..., None]:  # noqa: ANN401 - as above
    """Return the method that sets the fields of a class."""
    scope: dict[str, Any] = {"_not_given": MISSING}
    parameters: dict[bool, list[str]] = {False: ["self"], True: []}
    lines = []
    for each in fields(cls):
        name, given, value = each.name, each.name, each.name
        if each.default_factory is not MISSING:
            scope[f"_{name}"] = each.default_factory
            given, value = f"{name}=_not_given", f"_{name}() if {name} is _not_given else {name}"
        elif each.default is not MISSING:
            scope[f"_{name}"] = each.default
            given = f"{name}=_{name}"
        parameters[bool(each.kw_only)].append(given)
        lines.append(f" self.{name} = {value}\n")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()\n")
    named = ["*", *parameters[True]] if parameters[True] else []
    head = f"def __init__({', '.join((*parameters[False], *named))}):\n"
    exec(head + ("".join(lines) or " pass\n"), scope)  # noqa: S102 - as dataclasses do
    init: Callable[..., None] = scope["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _is_hashed(each: Field[Any]) -> bool:
    return each.compare if each.hash is None else each.hash


def _values_of(names: Sequence[str]) -> Callable[[object], object]:
    return attrgetter(*names) if names else lambda _: ()


def _equals(self: Any, other: Any) -> object:  # noqa: ANN401 - of whatever class
    of = self.__class__
    if other.__class__ is not of:
        return NotImplemented
    return of._compared(self) == of._compared(other)  # noqa: SLF001 - as above


def _hash(self: Any) -> int:  # noqa: ANN401 - as above
    return hash(self.__class__._hashed(self))  # noqa: SLF001 - as above


def _spell(self: Any) -> str:  # noqa: ANN401 - as above
    told = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(told)})"


_SHARED: dict[str, Callable[..., object]] = {
    "__eq__": _equals,
    "__hash__": _hash,
    "__repr__": _spell,
}
