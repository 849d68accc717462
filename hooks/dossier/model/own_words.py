"""The plain lines in which an author says something to readers: names of pages, roles and links.

No reference is read in them. What they say is held to the records all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from dossier.model.application import Application
from dossier.model.base import Entry, FieldShape, Link, shape
from dossier.model.profile import Employment, Lead
from dossier.model.project import FreePage, Project
from dossier.model.source import Source
from dossier.plain.yaml_places import Path

HEADS = ("title", "description", "subtitle")
"""What a page is called and described by."""
SAID: dict[type[Entry], tuple[str, ...]] = {
    Link: ("label",),
    Lead: ("title",),
    Employment: ("title",),
    Project: ("title",),
    FreePage: HEADS,
    Source: ("label",),
    Application: ("title",),
}
"""The fields, by the model that has them."""


@cache
def _fields(model: type[Entry]) -> tuple[tuple[str, str, FieldShape], ...]:
    """Return the fields that are, or hold, such lines: key, attribute and shape."""
    names = {info.alias or name: name for name, info in model.model_fields.items()}
    said = SAID.get(model, ())
    return tuple(
        (key, names[key], field)
        for key, field in shape(model).items()
        if key in said or (field.model and _fields(field.model))
    )


def own_words(entry: Entry, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every such line of an entry with its path, in the order of the fields."""
    for key, name, field in _fields(type(entry)):
        value: Any = getattr(entry, name)
        if not value:
            continue
        for position, item in enumerate(value) if field.is_list else ((None, value),):
            here = (*path, key) if position is None else (*path, key, position)
            if field.model:
                yield from own_words(item, here)
            else:
                yield here, item
