"""A class of entries to the pydantic model that tells all that is wrong, and to its JSON Schema.

It is imported where something may be wrong, and where schemas are written: it takes long.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter
from pydantic_core import core_schema

from dossier.model.entry_fields import MISSING, EntryField, fields_of

Entry = TypeVar("Entry")
_Own = Any
"""pydantic's own, which it does not name, or a class of entries, which it need not know."""

# No package's plug-in looks on while private content is validated, and none is searched for.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"


def validated(entry: type[Entry], raw: object) -> Entry:
    """Return an entry of raw values. Raises pydantic's ValidationError, with all that is wrong."""
    known: _Own = entry
    found: Entry = _adapter(known).validate_python(raw)
    return found


def json_schema_of(entry: type) -> dict[str, Any]:
    """Return the JSON Schema of what people write."""
    return _adapter(entry).json_schema(by_alias=True, mode="validation")


@cache
def _adapter(entry: _Own) -> TypeAdapter[Any]:
    return TypeAdapter(entry, config=ConfigDict(title=entry.__name__))


def schema_of(entry: _Own, generate: Callable[[_Own], _Own]) -> _Own:
    """Return pydantic's schema of a class of entries; `generate` makes that of a model."""

    def read(value: object, validate: Callable[[object], BaseModel]) -> object:
        if isinstance(value, entry):
            return value
        model = validate(entry.unfold(value))
        return entry.of_values((vars(model), frozenset(model.model_fields_set)))

    return core_schema.no_info_wrap_validator_function(read, generate(_model_of(entry)))


@cache
def _model_of(entry: _Own) -> _Own:
    fields = fields_of(entry).values()
    short = entry.stands_for

    def with_short(_: object, schema: _Own, handler: _Own) -> _Own:
        return {"anyOf": [{"type": short}, handler(schema)]}

    namespace = {name: getattr(entry, name) for name in ("__module__", "__qualname__", "__doc__")}
    namespace["model_config"] = ConfigDict(extra="forbid", defer_build=True)
    namespace["__annotations__"] = {each.name: each.hint for each in fields}
    namespace |= {each.name: _field(each) for each in fields}
    if short:
        namespace["__get_pydantic_json_schema__"] = classmethod(with_short)
    metaclass: _Own = type(BaseModel)
    return metaclass(entry.__name__, (BaseModel,), namespace)


def _field(each: EntryField) -> _Own:
    alias = None if each.key == each.name else each.key
    return Field(alias=alias) if each.default is MISSING else Field(each.default, alias=alias)
