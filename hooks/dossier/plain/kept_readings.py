"""What was made of files, kept while they are as they were."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable
from dataclasses import field
from pathlib import Path
from typing import TypeVar, cast

from dossier.plain.file_states import SETTLED
from dossier.plain.frozen import changing

Made = TypeVar("Made")
_State = tuple[int, ...]


@changing
class KeptReadings:
    """What was made of files in earlier rounds."""

    _made: dict[tuple[str, str], tuple[_State | None, object]] = field(default_factory=dict)
    _used: set[tuple[str, str]] = field(default_factory=set)

    def read(
        self,
        purpose: str,
        path: Path | str,
        make: Callable[[], Made],
        of: Callable[[int], bool] = stat.S_ISREG,
    ) -> Made:
        """Return what is made of a file, without making it twice of the same file.

        `purpose` says what is made; no two ways to make something have the same. `of` tells by its
        mode what it is made of, an ordinary file or a folder.
        """
        key = purpose, os.fspath(path)
        self._used.add(key)
        state = _state_of(key[1], of)
        known = self._made.get(key)
        if known and state and known[0] == state:
            return cast("Made", known[1])
        made = make()
        self._made[key] = state, made
        return made

    def known(self, purpose: str, path: str) -> object | None:
        """Return what was made of a file, if it is as it was; else it is to be read."""
        key = purpose, path
        made = self._made.get(key)
        if made is None or made[0] is None or made[0] != _state_of(path):
            return None
        self._used.add(key)
        return made[1]

    def before(self, purpose: str, path: Path | str) -> object | None:
        """Return what was made of a file last, as it was then."""
        known = self._made.get((purpose, os.fspath(path)))
        return known[1] if known else None

    def end_round(self) -> None:
        """Forget what was made of files that nobody asked for since the last round."""
        self._made = {key: made for key, made in self._made.items() if key in self._used}
        self._used = set()


def _state_of(path: str, of: Callable[[int], bool] = stat.S_ISREG) -> _State | None:
    """Return what tells a file from what it was, None if it may yet change unseen."""
    try:
        status = os.lstat(path)  # a path would cost more
    except OSError:
        return None
    if not of(status.st_mode):
        return None
    modified, changed = status.st_mtime_ns, status.st_ctime_ns
    if time.time_ns() - max(modified, changed) < SETTLED:
        return None
    return modified, changed, status.st_size, status.st_ino, status.st_dev, status.st_mode
