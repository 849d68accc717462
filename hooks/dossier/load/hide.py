"""Raw values to the part of them that an audience may see, before anything is validated.

An allow-list: what no annotation opens is left out. Filtering raw values rather than models
keeps a public build from even noticing that a private field is wrong.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from dossier.model.audience import Audience
from dossier.model.base import Entry, FieldShape, shape

Raw = dict[str, Any]
_HIDDEN = object()
"""What is left of a value that an audience may not see. YAML's empty value is another thing."""


def stated_audience(raw: object, default: Audience = Audience.PRIVATE) -> Audience:
    """Return the audience that a raw entry states, private if it states nonsense."""
    if not isinstance(raw, dict) or "audience" not in raw:
        return default
    try:
        return Audience(raw["audience"])
    except ValueError:
        return Audience.PRIVATE


def visible_part(
    model: type[Entry], raw: object, audience: Audience, opened: Collection[str] = ()
) -> object:
    """Return what `audience` may see of the raw value of `model`. It changes no input.

    Fields that are `opened` it sees whole, in what the entry holds too.

    Keys that the model does not have stay only where the whole entry is visible.
    """
    if audience is Audience.PRIVATE or model.whole or not isinstance(raw, dict):
        return raw
    visible: Raw = {}
    for key, value in raw.items():
        field = shape(model).get(key)
        seen = _field(field, value, audience, opened) if field else _HIDDEN
        if field and key in opened:
            seen = value
        if seen is not _HIDDEN:
            visible[key] = seen
    return visible


def hidden_items(
    model: type[Entry], raw: object, audience: Audience
) -> tuple[tuple[str, int], ...]:
    """Return the keys and positions of the list items that `project` leaves out."""
    if audience is Audience.PRIVATE or model.whole or not isinstance(raw, dict):
        return ()
    fields = shape(model)
    return tuple(
        (key, position)
        for key, value in raw.items()
        if key in fields and fields[key].is_list and isinstance(value, list)
        for position, item in enumerate(value)
        if _item(fields[key], item, audience) is _HIDDEN
    )


def _field(field: FieldShape, value: object, audience: Audience, opened: Collection[str]) -> object:
    """Return the visible part of one field's value."""
    if field.is_list and field.model and isinstance(value, list | tuple):
        items = (_item(field, item, audience, opened) for item in value)
        seen = [item for item in items if item is not _HIDDEN]
        # A list of nothing but hidden items would say that there are some.
        return seen or (_HIDDEN if value else _item(field, value, audience, opened))
    return _item(field, value, audience, opened)


def _item(
    field: FieldShape, value: object, audience: Audience, opened: Collection[str] = ()
) -> object:
    states_its_own = field.model is not None and "audience" in shape(field.model)
    own = stated_audience(value, field.audience) if states_its_own else field.audience
    if not audience.may_see(own):
        return _HIDDEN
    return visible_part(field.model, value, audience, opened) if field.model else value
