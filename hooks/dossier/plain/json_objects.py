"""The pairs of a JSON object to a mapping that says one thing.

RFC 8259 leaves open what a name that stands twice means: readers take the first value, or the last.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


class RepeatedNameError(ValueError):
    """An object says two things by one name."""


def once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """Return the mapping. For `object_pairs_hook`. Raises RepeatedNameError, without the name."""
    found = dict(pairs)
    if len(found) < len(pairs):
        message = "a name stands twice in one object"
        raise RepeatedNameError(message)
    return found
