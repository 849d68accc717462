"""What somebody types for a dossier: its id, or the words that it begins with, *royal*."""

from __future__ import annotations

from pathlib import Path

from dossier.plain.errors import ConfigError


def dossier_names(content: Path) -> frozenset[str]:
    """Return what the dossiers are called, those among them that cannot be read."""
    folder = content / "applications"
    found = folder.iterdir() if folder.is_dir() else ()
    return frozenset(each.name for each in found if each.is_dir())


def dossier_named(name: str, content: Path) -> str:
    """Return the id that a name is, or that alone begins with its words; else the name itself.

    Raises ConfigError where several begin so.
    """
    known, folded = dossier_names(content), name.casefold()
    if name in known or folded in known:
        return name if name in known else folded
    begun = sorted(each for each in known if each.startswith(f"{folded}-"))
    if not begun:
        return name
    if len(begun) > 1:
        hint = f"name one: {', '.join(f'`{each}`' for each in begun)}"
        raise ConfigError(f"`{name}` begins the names of {len(begun)} dossiers", hint)
    return begun[0]
