"""Files as they were when something was read from them, to tell that they have changed since."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Self

from dossier.plain.errors import ConfigError
from dossier.plain.frozen import frozen

SETTLED = 2_000_000_000
"""After how many nanoseconds a file's times tell each change: clocks of file systems are coarse,
and a file may be written twice within one tick."""


@frozen
class FileStates:
    """Digests of files, and of all that stands below folders."""

    places: tuple[Path, ...] = ()
    digests: Mapping[Path, str] = field(default_factory=dict)

    @classmethod
    def of(cls, places: Iterable[Path]) -> Self:
        """Return the states of files and folders as they are now."""
        places = tuple(places)
        return cls(places, {file: _digest(file) for place in places for file in _files(place)})

    def with_those_of(self, *places: Path) -> Self:
        """Return these states and those of more files and folders, as they are now."""
        more = self.of(places)
        return type(self)((*self.places, *places), {**self.digests, **more.digests})

    def changed(self) -> Path | None:
        """Return a file that is not what it was, or not there any more, or new."""
        now = self.of(self.places).digests
        paths = sorted({*self.digests, *now})
        return next((p for p in paths if self.digests.get(p) != now.get(p)), None)

    def refuse_changed(self) -> None:
        """Raise ConfigError if a file has changed: what was checked is not what would be read."""
        if changed := self.changed():
            message = f"{changed} was changed while this ran"
            raise ConfigError(message, "nothing was published; run it again")


def settled_state(places: Iterable[Path]) -> object | None:
    """Return what tells files, and all that stands below folders, from what they were.

    None while one was written so lately that it may be written again within the same tick.
    """
    found = []
    for path in (path for place in map(str, places) for path in (place, *_below(place))):
        try:
            status = os.stat(path)  # noqa: PTH116 - a path costs more
        except OSError:
            return None
        changed = max(status.st_mtime_ns, status.st_ctime_ns)
        if time.time_ns() - changed < SETTLED:
            return None
        found.append((path, status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino))
    return found


def _files(place: Path) -> Iterator[Path]:
    if place.is_dir():
        yield from map(Path, _below(str(place)))
    else:
        yield place


def _below(folder: str) -> Iterator[str]:
    """Yield the files below a folder, if it is one. Links to folders are not followed."""
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        elif entry.is_file():
            yield entry.path


def _digest(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        return f"{error.strerror}"
