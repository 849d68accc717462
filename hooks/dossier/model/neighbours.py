"""What other formats call a field or a value, and what it is here: `neighbours.txt` lists it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dossier.plain.frozen import frozen

NOTHING = "-"
"""What stands for something that no page shows."""


@frozen
class Neighbour:
    """A line of the list."""

    path: str
    """The entry that a field belongs to, or the field that has a value."""
    word: str
    meant: str
    is_value: bool


@cache
def neighbours() -> tuple[Neighbour, ...]:
    """Return the list in its order."""
    text = Path(__file__).with_name("neighbours.txt").read_text(encoding="utf-8")
    return tuple(_read(line) for line in text.splitlines() if not line.startswith("#"))


def _read(line: str) -> Neighbour:
    left, _, meant = line.partition(" = ")
    path, _, word = left.strip().partition(" ")
    is_value = path.endswith(":")
    return Neighbour(path.rstrip(":"), word.strip(), meant.strip(), is_value)


def meant_field(path: str, key: str) -> str | None:
    """Return what a field of others is called here, `NOTHING` for what no page shows, or None."""
    return _known().get((path, _folded(key), False))


def meant_value(path: str, value: str) -> str | None:
    """Return the word for a value that others have, None if nobody knows."""
    return _known().get((path, _folded(value), True))


@cache
def _known() -> dict[tuple[str, str, bool], str]:
    return {(n.path, _folded(n.word), n.is_value): n.meant for n in neighbours()}


def _folded(word: str) -> str:
    return "".join(sign for sign in word.casefold() if sign.isalnum())
