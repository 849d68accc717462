"""A file of secrets: where it may stand, who may read it, and how it is changed, under a lock."""

from __future__ import annotations

import contextlib
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from dossier.plain import locks
from dossier.plain.errors import ConfigError
from dossier.plain.files import (
    OWNER_FILE,
    OWNER_FOLDER,
    make_own_folder,
    remove_unfinished,
    replace_file,
)
from dossier.plain.git import ignores, tracks

LOCK = "lock"


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep every other process from changing keys in a folder, which is made if need be."""
    make_own_folder(folder)
    with locks.locked(folder / LOCK):
        yield


def replace_secret(path: Path, content: bytes) -> None:
    """Put content in place of a file, under the folder's lock. Raises ConfigError if it cannot."""
    try:
        # Left by somebody who was stopped: nobody else is here now.
        remove_unfinished(path)
        replace_file(path, content, mode=OWNER_FILE)
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror}"
        raise ConfigError(
            message, "what was in it is still there; nothing else was done"
        ) from error


def refuse_exposed(path: Path, published: Iterable[Path] = ()) -> None:
    """Raise ConfigError if somebody else can read a file of secrets, or might be sent it.

    `published` are folders whose content is drawn from or goes out. The file need not be there.
    """
    refuse_published(path, published)
    for place, mode in ((path.parent, OWNER_FOLDER), (path, OWNER_FILE)):
        if place.exists() and stat.S_IMODE(place.stat().st_mode) & 0o077:
            raise ConfigError(
                f"others on this machine can read {place}",
                f"chmod {mode:o} {place}; if they may have, rotate every share",
            )
    if path.is_symlink():
        raise ConfigError(f"{path} is a link to another file", "put the file itself there")
    refuse_tracked(path)


def refuse_published(path: Path, published: Iterable[Path]) -> None:
    """Raise ConfigError if a file lies in a folder whose content is drawn from or goes out."""
    for folder in published:
        if path.resolve().is_relative_to(folder.resolve()):
            raise ConfigError(
                f"{path} lies in {folder.name}/, which is made to be published",
                "keys and what is published need folders of their own",
            )


def refuse_tracked(path: Path) -> None:
    """Raise ConfigError if git knows a file, or would take it with the next `git add`."""
    folder = path.parent.resolve()
    if not any((parent / ".git").exists() for parent in (folder, *folder.parents)):
        return
    if tracks(path):
        raise ConfigError(
            f"git tracks {path}",
            f"git rm --cached {path}; whoever has the commits has the keys, so rotate every share",
        )
    if not ignores(path):
        raise ConfigError(
            f"git does not ignore {path}, so it could be committed", "add it to .gitignore"
        )
