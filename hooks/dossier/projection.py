"""Raw values to the part of them that an audience may see, before anything is validated.

An allow-list: what no annotation opens is left out. Filtering raw values rather than models
keeps a public build from even noticing that a private field is wrong.
"""

from __future__ import annotations

from typing import Any

from dossier.audience import Audience
from dossier.model.base import Entry, shape

Raw = dict[str, Any]


def stated_audience(raw: object, default: Audience = Audience.PRIVATE) -> Audience:
    """Return the audience that a raw entry states, private if it states nonsense."""
    if not isinstance(raw, dict) or "audience" not in raw:
        return default
    try:
        return Audience(raw["audience"])
    except ValueError:
        return Audience.PRIVATE


def project(model: type[Entry], raw: object, audience: Audience) -> object:
    """Return what `audience` may see of the raw value of `model`. It changes no input.

    Keys that the model does not have stay only where the whole entry is visible.
    """
    if audience is Audience.PRIVATE or model.whole or not isinstance(raw, dict):
        return raw
    fields = shape(model)
    visible: Raw = {}
    for key, value in raw.items():
        field = fields.get(key)
        if field is None:
            continue
        seen = _field(field.model, value, field.audience, audience)
        if seen is not None:
            visible[key] = seen
    return visible


def _field(
    model: type[Entry] | None, value: object, default: Audience, audience: Audience
) -> object:
    """Return the visible part of one field's value, None if there is none."""
    if isinstance(value, list) and model is not None:
        items = [_field(model, item, default, audience) for item in value]
        return [item for item in items if item is not None]
    states_its_own = model is not None and "audience" in shape(model)
    own = stated_audience(value, default) if states_its_own else default
    if not audience.may_see(own):
        return None
    return project(model, value, audience) if model else value
