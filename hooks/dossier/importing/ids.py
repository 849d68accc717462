"""Words to ids, in the Latin letters in which people write them elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection

from dossier.importing.words import Copied
from dossier.model import ids
from dossier.plain.errors import ConfigError

_MOST_WORDS = 5
_MOST_LETTERS = 48
_TITLE_WORDS = 8
"""How many words of a role's title its id has: with fewer, it would end within a phrase."""
_FILLERS_TEXT = """
an the of to in for and or with on at by from into as is
"""
_FILLERS = frozenset(_FILLERS_TEXT.split())


def make_id(text: str, *, most: int = _MOST_WORDS) -> str:
    """Return the id for a text: its first words in lower case. Empty if it has no letters."""
    try:
        found = ids.make_id(re.sub(r"\]\([^)]*\)|['\u2019]", " ", text)).split("-")
    except ConfigError:
        return ""
    found = [word for word in found if word not in _FILLERS] or found
    entry_id = ""
    for word in found[:most]:
        longer = f"{entry_id}-{word}" if entry_id else word[:_MOST_LETTERS]
        if len(longer) > _MOST_LETTERS:
            break
        entry_id = longer
    return entry_id


def new_id(text: str, taken: Collection[str], *, other: str, most: int = _MOST_WORDS) -> Copied:
    """Return an id for a text that is none of those taken; `other` is for one without letters."""
    first = make_id(text, most=most) or other
    return Copied(f"{first}-{_free(first, taken)}" if first in taken else first)


def _free(first: str, taken: Collection[str]) -> int:
    """Return a number that makes an id its own: where they are without gaps, the next.

    It is found by halves. One by one, thousands of alike texts would take for ever.
    """
    last, free = 1, 2
    while f"{first}-{free}" in taken:
        last, free = free, 2 * free
    while free - last > 1:
        middle = (last + free) // 2
        last, free = (middle, free) if f"{first}-{middle}" in taken else (last, middle)
    return free


def new_role_id(title: str, taken: Collection[str] = ()) -> Copied:
    """Return an id for a role; what its title says in brackets is no part of it."""
    return new_id(title.partition("(")[0] or title, taken, other="role", most=_TITLE_WORDS)
