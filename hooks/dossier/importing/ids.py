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
    entry_id = first = make_id(text, most=most) or other
    number = 1
    while entry_id in taken:
        number += 1
        entry_id = f"{first}-{number}"
    return Copied(entry_id)


def new_role_id(title: str, taken: Collection[str] = ()) -> Copied:
    """Return an id for a role; what its title says in brackets is no part of it."""
    return new_id(title.partition("(")[0] or title, taken, other="role", most=_TITLE_WORDS)
