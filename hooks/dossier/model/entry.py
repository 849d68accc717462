"""What people type, as values: the base of all classes of entries.

Their methods are called as pydantic calls those of its models. It takes a seventh of a check after
an edit to import it and have it make 30 models, and most of what people type is right.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, ClassVar, Self, dataclass_transform

from dossier.model.entry_fields import fields_of
from dossier.model.entry_readers import Values, values_reader

_set = object.__setattr__


@dataclass_transform(kw_only_default=True, frozen_default=True)
class EntryClass(type):
    """A class of entries. It says to mypy alone that it has a hash, and is called by keywords."""


class Entry(metaclass=EntryClass):
    """Base of all that people type: unknown keys are errors, values never change."""

    __slots__ = ("__dict__", "__weakref__", "_said")
    _said: ClassVar[Any]
    """The names of the fields that somebody wrote: of an entry, not of its class."""

    whole: ClassVar[bool] = False
    """Whether all fields are seen by whoever may see the entry."""
    stands_for: ClassVar[str] = ""
    """The type, in JSON's words, of a value that stands for an entry with this `value` alone."""

    def __init__(self, **values: Any) -> None:  # noqa: ANN401 - by the names that people type
        """Validate values. Raises pydantic's ValidationError."""
        made = type(self).model_validate(values)
        _set(self, "__dict__", made.__dict__)
        _set(self, "_said", made.model_fields_set)

    @classmethod
    def model_validate(cls, raw: object) -> Self:
        """Return an entry of raw values. Raises pydantic's ValidationError."""
        if isinstance(raw, cls):
            return raw
        read = values_reader(cls)
        try:
            return cls.of_values(read(cls.unfold(raw)))
        except (ValueError, TypeError, AssertionError):
            pass
        from dossier.model.entry_models import validated  # noqa: PLC0415 - late: it takes long

        return validated(cls, raw)

    @classmethod
    def unfold(cls, raw: object) -> object:
        """Return what a raw value stands for."""
        return {"value": raw} if cls.stands_for and not isinstance(raw, dict) else raw

    @classmethod
    def of_values(cls, values: Values) -> Self:
        """Return an entry of what its fields hold. Raises pydantic's error of what is wrong."""
        entry = cls._holding(values)
        entry.check_whole()
        return entry

    @classmethod
    def _holding(cls, values: Values) -> Self:
        entry = object.__new__(cls)
        _set(entry, "__dict__", values[0])
        _set(entry, "_said", values[1])
        return entry

    def check_whole(self) -> None:
        """Raise pydantic's error of what is wrong with the fields together."""

    @property
    def model_fields_set(self) -> frozenset[str]:
        """The names of the fields that somebody wrote."""
        said: frozenset[str] = self._said
        return said

    def model_copy(self, update: Mapping[str, object] = {}) -> Self:
        """Return an entry that holds something else in some fields, whatever that is."""
        return self._holding(({**self.__dict__, **update}, self.model_fields_set.union(update)))

    def model_dump(
        self,
        *,
        by_alias: bool = False,
        exclude_none: bool = False,
        exclude_unset: bool = False,
        include: Collection[str] | None = None,
        exclude: Collection[str] = (),
    ) -> dict[str, Any]:
        """Return what fields hold, entries as mappings, too; `include` and `exclude` name them."""
        fields = fields_of(type(self))

        def dump(value: object) -> object:
            if isinstance(value, tuple):
                return tuple(map(dump, value))
            if isinstance(value, Entry):
                return value.model_dump(
                    by_alias=by_alias, exclude_none=exclude_none, exclude_unset=exclude_unset
                )
            return value

        return {
            fields[name].key if by_alias else name: dump(value)
            for name, value in self.__dict__.items()
            if (include is None or name in include)
            and name not in exclude
            and not (exclude_none and value is None)
            and not (exclude_unset and name not in self._said)
        }

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:  # noqa: ANN401 - its
        """Tell pydantic how an entry is validated, alone or in another."""
        from dossier.model.entry_models import schema_of  # noqa: PLC0415 - as above

        return schema_of(cls, handler.generate_schema)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse it: values never change."""
        raise AttributeError(f"{name} of {type(self).__name__} is set once")

    def __reduce__(self) -> tuple[object, ...]:
        """Tell what an entry is copied from, and sent as."""
        return self._holding, ((self.__dict__, self.model_fields_set),)

    def __eq__(self, other: object) -> bool:
        """Compare what fields hold."""
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        """Return the same for what is equal."""
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        """Write all that it holds."""
        held = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({held})"
