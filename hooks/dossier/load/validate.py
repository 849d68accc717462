"""Raw values to models. pydantic's errors leave here as problems, never further."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from pydantic import ValidationError

from dossier.model.audience import Audience
from dossier.model.base import Entry
from dossier.model.document import Document
from dossier.plain.problems import Problem
from dossier.plain.yaml_places import Path

Model = TypeVar("Model", bound=Entry)


def validate(
    model: type[Model], raw: object, source: Document, path: Path = ()
) -> tuple[Model | None, list[Problem]]:
    """Return the model of the raw value at `path` of a source, or None, and what is wrong."""
    try:
        return model.model_validate(raw), []
    except ValidationError as error:
        found = error.errors(include_url=False)
    # Late, here and below: cures lean on the notes of all fields, and few files need any.
    from dossier.load.wrong_values import problem_of  # noqa: PLC0415

    return None, [problem_of(model, item, source, path) for item in found]


def validate_in_part(
    model: type[Model], raw: object, source: Document, path: Path = ()
) -> tuple[Model | None, list[Problem], frozenset[Path]]:
    """Return the model of what is right in a raw value, or None, what is wrong, and left out.

    Unknown keys and wrong values of optional fields are left out, a wrong audience is private.
    For the author's eyes alone: a key that is left out may have been meant to hide its entry.
    """
    try:
        return model.model_validate(raw), [], frozenset()
    except ValidationError as error:
        found = error.errors(include_url=False)
    from dossier.load.wrong_values import missed, optional, problem_of  # noqa: PLC0415

    problems = [problem_of(model, item, source, path) for item in found]
    unknown = [item["loc"] for item in found if item["type"] == "extra_forbidden"]
    rest = _without(raw, [optional(model, item) for item in found], unknown)
    if rest is None:
        return None, problems, frozenset()
    valid, others = validate(model, rest, source, path)
    left_out = frozenset((*path, *missed(model, item, path)) for item in found)
    return valid, [*problems, *others], left_out


def _without(raw: Any, paths: Iterable[Path | None], unknown: Collection[Path]) -> Any:
    """Return a copy of a raw value without what stands at paths; None if one leads nowhere.

    A wrong audience is private, unless its entry has none: then its key is `unknown`.
    """
    rest = copy.deepcopy(raw)
    for path in set(paths):
        parent = rest
        for part in path[:-1] if path else ():
            is_there = part in parent if isinstance(parent, dict) else isinstance(parent, list)
            parent = parent[part] if is_there else None
        if not path or not isinstance(parent, dict):
            return None
        if path[-1] == "audience" and path not in unknown:
            parent["audience"] = Audience.PRIVATE.value
        else:
            parent.pop(path[-1], None)
    return rest
