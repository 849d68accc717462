"""Raw values to models. pydantic's errors leave here as problems, never further."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from dossier.model.base import Entry, shape, spell
from dossier.model.document import Document
from dossier.plain.problems import CODES, Problem, did_you_mean
from dossier.plain.yaml import Path

Model = TypeVar("Model", bound=Entry)

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


def validate(
    model: type[Model], raw: object, source: Document, path: Path = ()
) -> tuple[Model | None, list[Problem]]:
    """Return the model of the raw value at `path` of a source, or None, and what is wrong."""
    try:
        return model.model_validate(raw), []
    except ValidationError as error:
        found = error.errors(include_url=False)
    return None, [_problem(model, item, source, path) for item in found]


def _problem(model: type[Entry], error: Any, source: Document, base: Path) -> Problem:
    path: Path = error["loc"]
    kind, context, given = error["type"], error.get("ctx", {}), error.get("input")
    where = source.locate((*base, *path))
    if kind == "missing":
        name = _spell(path)
        return Problem("field-missing", where, f"`{name}` is missing", f"add `{path[-1]}: …`")
    # A model may add to a path what nobody wrote: `email: x` is `email: {value: x}`.
    name = _spell(source.nearest((*base, *path))[len(base) :])
    subject = f"`{name}`" if name else "this"
    if kind == "extra_forbidden":
        known = shape(_model_at(model, path[:-1]))
        hint = did_you_mean(str(path[-1]), known) or f"known are: {', '.join(sorted(known))}"
        return Problem("field-unknown", where, f"there is no key {spell(name)} here", hint)
    if kind == "string_too_short" or given is None:
        hint = "write a value, or leave it out"
        if given is None:
            hint += "; a text that begins with # needs quotes"
        return Problem("field-missing", where, f"{subject} is empty", hint)
    if kind in ("enum", "literal_error"):
        words = context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        message = f"{subject} is {spell(given)}, not one of {', '.join(words)}"
        hint = did_you_mean(given, words) if isinstance(given, str) else ""
        return Problem("value-unknown", where, message, hint)
    if kind in _TYPES:
        expected, hint = _TYPES[kind]
        if kind == "string_type" and isinstance(given, list | dict):
            hint = "write one text"
        return Problem("text-type", where, f"{subject} is {spell(given)}, not {expected}", hint)
    # Ours: the code is the error's type.
    message, hint = context.get("message", error["msg"]), context.get("hint", "")
    code = kind if kind in CODES else "text-type"
    return Problem(code, where, f"{name}: {message}" if name else message, hint)


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
