"""Where commands may write a folder: nowhere that something of the author's, or a link, would go.

Whoever writes a folder clears it first. Files of the project, its keys and history, what a run
keeps, and what a publish wrote, with the pages of live links, are nobody's to clear.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from dossier.plain.errors import ConfigError
from dossier.plain.kept_results import FOLDER
from dossier.plain.uploaded import MARKER, NO_JEKYLL, has_list, is_published

_KEPT = (".dossier", FOLDER, ".git")
"""Folders beside a configuration that are no build's."""
PRIVATE_MARKER, STAGED_MARKER = ".private", ".staged"
"""Files by which a private build's folder and a staged tree are known: the next one clears it."""
_HINT = "name a folder of its own"


def refuse_sources(directory: Path, root: Path, content: Path, others: Iterable[Path] = ()) -> None:
    """Raise ConfigError if writing a directory would touch what a project is made of, or keeps.

    `others` are its further sources: the site's own folder of markup, its hooks.
    """
    place, root = directory.resolve(), root.resolve()
    if root.is_relative_to(place):
        raise ConfigError(f"{directory} holds the project itself", _HINT)
    if _touch(place, content.resolve()):
        raise ConfigError(f"{directory} is where you write", _HINT)
    for each in (*(root / name for name in _KEPT), *others):
        if _touch(place, each.resolve()):
            message = f"{directory} is, holds or lies in {each.name}, which no build may clear"
            raise ConfigError(message, _HINT)
    refuse_git(directory)


def refuse_git(path: Path) -> None:
    """Raise ConfigError for a place in a folder of git's own, whatever that is called."""
    place = path.resolve()
    for folder in (place, *place.parents):
        is_bare = (folder / "HEAD").is_file() and (folder / "objects").is_dir()
        if folder.name == ".git" or is_bare:
            raise ConfigError(f"{path} is a part of git's own folder", _HINT)


def refuse_live(directory: Path, root: Path) -> None:
    """Raise ConfigError if writing a directory would clear what a publish wrote into a folder."""
    place = directory.resolve()
    above = (each for each in (place, *place.parents) if not root.resolve().is_relative_to(each))
    for folder in (*above, *_marked(place)):
        # Without a marker, what an earlier version wrote: pages of links are what must not go.
        if has_list(folder) or (is_published(folder) and (folder / "s").is_dir()):
            message = f"{directory} is, holds or lies in {folder}, which `publish --to` wrote"
            raise ConfigError(f"{message}: live links could end", _HINT)


def refuse_cleared(file: Path, root: Path) -> None:
    """Raise ConfigError for a file to keep in a folder that a command clears, where it would go."""
    for folder in file.resolve().parents:
        is_built = any((folder / name).exists() for name in (PRIVATE_MARKER, STAGED_MARKER))
        if is_built or folder == root.resolve() / FOLDER:
            raise ConfigError(f"{file} lies in {folder}, which a command clears", _HINT)


def _marked(place: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(place):
        if MARKER in names or NO_JEKYLL in names:
            yield Path(folder)


def _touch(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)
