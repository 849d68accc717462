"""What pydantic says of a wrong value to a problem with its cure, and to what can go with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dossier.load.hints import field_path, no_number, scale_of, unknown_key, unknown_word
from dossier.model.base import Entry, shape, spell
from dossier.model.document import Document
from dossier.model.neighbours import meant_field
from dossier.plain.problems import CODES, Problem, closest
from dossier.plain.yaml_places import Path

_TYPES = {
    "string_type": ("text", "put quotes around it"),
    "int_type": ("a whole number", ""),
    "int_parsing": ("a whole number", ""),
    "int_from_float": ("a whole number", ""),
    "decimal_type": ("a number", ""),
    "decimal_parsing": ("a number", ""),
    "tuple_type": ("a list", "write it as `[a, b]`, or one item a line after hyphens"),
    "model_type": ("a mapping", "write keys and values: `key: value`"),
    "model_attributes_type": ("a mapping", "write keys and values: `key: value`"),
}
"""pydantic's error types are stable; its English messages are not."""


def problem_of(model: type[Entry], error: Any, source: Document, base: Path) -> Problem:
    """Return what is wrong with a value, in the words of whoever typed it."""
    path: Path = error["loc"]
    kind, context, given = error["type"], error.get("ctx", {}), error.get("input")
    where = source.locate((*base, *path))
    if kind == "missing":
        name = _spell(path)
        scale = scale_of(field_path(model, (*base, *path)))
        hint = f"add `{path[-1]}: …`" + (f"; {scale}" if scale else "")
        return Problem("field-missing", where, f"`{name}` is missing", hint)
    # A model may add to a path what nobody wrote: `email: x` is `email: {value: x}`.
    name = _spell(source.nearest((*base, *path))[len(base) :])
    subject = f"`{name}`" if name else "this"
    if kind == "extra_forbidden":
        known = shape(_model_at(model, path[:-1]))
        hint = unknown_key(field_path(model, (*base, *path[:-1])), str(path[-1]), known)
        if given is None and " " in str(path[-1]):
            hint = "a text with a comma needs quotes within { }"
        return Problem("field-unknown", where, f"there is no key {spell(name)} here", hint)
    words = context.get("expected", "").replace("'", "").replace(" or ", ", ").split(", ")
    is_choice = kind in ("enum", "literal_error")
    if kind == "string_too_short" or given is None:
        hint = "write a value, or leave it out"
        if is_choice:
            hint = f"write one of {', '.join(words)}"
        elif given is None:
            hint += "; a text that begins with # needs quotes"
        return Problem("field-missing", where, f"{subject} is empty", hint)
    if is_choice:
        message = f"{subject} is {spell(given)}, not one of {', '.join(words)}"
        hint = unknown_word(field_path(model, (*base, *path)), given, words)
        return Problem("value-unknown", where, message, hint)
    if kind in _TYPES:
        expected, hint = _TYPES[kind][0], _type_hint(kind, given)
        return Problem("text-type", where, f"{subject} is {spell(given)}, not {expected}", hint)
    # Ours: the code is the error's type.
    message, hint = context.get("message", error["msg"]), context.get("hint", "")
    code = kind if kind in CODES else "text-type"
    if code == "value-unknown" and not hint:
        hint = unknown_word(field_path(model, (*base, *path)), given, ())
    return Problem(code, where, f"{name}: {message}" if name else message, hint)


def _type_hint(kind: str, given: object) -> str:
    expected, hint = _TYPES[kind]
    if kind == "string_type" and isinstance(given, list | dict):
        return "write one text"
    return (no_number(given) if "number" in expected else "") or hint


def _model_at(model: type[Entry], path: Sequence[str | int]) -> type[Entry]:
    for part in path:
        field = shape(model).get(part) if isinstance(part, str) else None
        if field and field.model:
            model = field.model
    return model


def _spell(path: Sequence[str | int]) -> str:
    """Spell a path as people read it: `roles[1].fit`, list positions counted from 0."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".")


def missed(model: type[Entry], error: Any, base: Path) -> Path:
    """Return the path of the field that has no value now: of a misspelt key, the one meant."""
    path: Path = error["loc"]
    if error["type"] == "extra_forbidden":
        key, holder = str(path[-1]), field_path(model, (*base, *path[:-1]))
        meant = meant_field(holder, key) or closest(key, shape(_model_at(model, path[:-1])))
        return (*path[:-1], meant or key)
    return optional(model, error) or path


def optional(model: type[Entry], error: Any) -> Path | None:
    """Return the path of the innermost value that can go with an error, None if none can."""
    path: Path = error["loc"]
    if error["type"] == "extra_forbidden":
        return path
    found: Path | None = None
    for position, part in enumerate(path, start=1):
        field = shape(model).get(part) if isinstance(part, str) else None
        if field and field.model and field.is_list:
            found = None  # Other entries may refer to those of the list.
        elif field and not field.is_required:
            found = path[:position]
        if field and field.model:
            model = field.model
    return found
