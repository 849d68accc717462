"""Keys and values of another format: what has a field is taken, the rest is written down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from dossier.importing.draft import Draft, Part, Values, has_field
from dossier.importing.structured_fields import KNOWN_KEYS
from dossier.importing.values import find_link, read_date, split_list
from dossier.importing.words import Copied, dated
from dossier.model.base import Entry, shape
from dossier.plain.dates import PRESENT, year_first
from dossier.plain.patterns import pattern

_EMAIL = pattern(r"[^\s<>@]+@[^\s<>@]+")
Raw = dict[str, Any]
_EMPTY: tuple[Any, ...] = (None, "", [], {})


def given_words(value: Any) -> str:  # noqa: ANN401 - any plain value
    """Return all that an author wrote: values, and keys that the format does not have."""
    return "\n".join(_said(value))


def _said(value: Any) -> Iterator[str]:  # noqa: ANN401 - any plain value
    if isinstance(value, Mapping):
        for key, item in value.items():
            if key not in KNOWN_KEYS:
                yield key
            yield from _said(item)
    elif isinstance(value, list):
        for item in value:
            yield from _said(item)
    elif value is not None:
        yield spell(value)


def spell(value: Any) -> str:  # noqa: ANN401 - any plain value
    """Return a plain value as a text."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def take_entry(
    draft: Draft, raw: Raw, keys: Mapping[str, str], model: type[Entry]
) -> tuple[Values, Raw]:
    """Return the fields that a mapping fills, and what is left of it.

    What the model does not accept is left whole.
    """
    entry: Values = {}
    rest: Raw = {}
    readings = []
    for key, value in raw.items():
        target = keys.get(key)
        taken = None
        if target and target not in entry and has_field(model, target):
            taken = _value(value, target, is_list=shape(model)[target].is_list)
        if taken is None:
            if value not in _EMPTY:
                rest[key] = value
            continue
        entry[target or ""] = taken
        if isinstance(taken, Copied | int):
            readings.append((spell(value), f"{target}: {taken}"))
    try:
        model.model_validate(entry)
    except ValidationError:
        return {}, {key: value for key, value in raw.items() if value not in _EMPTY}
    for said, became in readings:
        draft.read_as(said, became)
    return _in_order(entry, model), rest


def _in_order(entry: Values, model: type[Entry]) -> Values:
    return {key: entry[key] for key in shape(model) if key in entry}


def _value(value: Any, target: str, *, is_list: bool) -> Any:  # noqa: ANN401 - any plain value
    """Return a value for a field, a date as a copy; None if it does not fit."""
    if is_list:
        items = split_list(value) if isinstance(value, str) else value
        items = items if isinstance(items, list) else [items]
        is_plain = items and all(isinstance(i, str) and _line(i) for i in items)
        return [_line(item) for item in items] if is_plain else None
    if isinstance(value, bool | list | dict) or value is None or not _line(spell(value)):
        return None
    text = _line(spell(value))
    is_unfit = target == "email" and not _EMAIL.fullmatch(text)
    if is_unfit or (target == "url" and find_link(text) != (text, "")):
        return None
    if target in ("from", "to", "date"):
        if target == "to" and year_first(text) == PRESENT:
            return Copied(PRESENT)
        date = read_date(text)
        return dated(date) if date else None
    return text


def _line(text: str) -> str:
    return " ".join(text.split())


def write_down(draft: Draft, title: str, value: Any, *, label: str = "") -> None:  # noqa: ANN401
    """Keep what has no field on the private page, below the key it stood at."""
    lines = list(_lines(value, draft))
    if not lines:
        return
    heading = Copied(title) if title in KNOWN_KEYS else title
    if label:
        draft.copies.append(label)
        lines = [f"### {label}", "", *lines]
    before = next((part for part in draft.parts if part.title == title), None)
    if before:
        before.text = "\n".join([before.text, "", *lines])
    else:
        draft.parts.append(Part(heading, "\n".join(lines)))


def _lines(value: Any, draft: Draft, depth: int = 0) -> Iterator[str]:  # noqa: ANN401
    indent = "    " * depth
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _named(key, item, draft, depth)
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, Mapping | list):
                lines = list(_lines(item, draft, depth + 1))
                if lines:
                    yield f"{indent}- {lines[0].strip().removeprefix('- ')}"
                    yield from lines[1:]
            elif item is not None:
                yield from _text(f"{indent}- ", spell(item), indent)
    elif value is not None:
        yield from _text("", spell(value), indent)


def _named(key: str, item: Any, draft: Draft, depth: int) -> Iterator[str]:  # noqa: ANN401
    """Yield a value behind its key; a key of the format alone says nothing."""
    indent = "    " * depth
    is_known = key in KNOWN_KEYS
    if item in _EMPTY:
        if not is_known:
            yield f"{indent}- {key}"
        return
    if is_known:
        draft.copies.append(key)
    if isinstance(item, Mapping | list):
        yield f"{indent}- **{key}:**"
        yield from _lines(item, draft, depth + 1)
    else:
        yield from _text(f"{indent}- **{key}:** ", spell(item), indent)


def _text(start: str, text: str, indent: str) -> Iterator[str]:
    first, *rest = text.strip().split("\n")
    yield f"{start}{first}"
    yield from (f"{indent}    {line.strip()}" for line in rest if line.strip())
