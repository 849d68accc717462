"""A folder's files replaced as one, whenever a process is stopped.

The new tree is written in a folder of its run beside the old one, which then moves in there, and
the new one takes its place. Of a run that was killed the next puts back what it had moved, and
removes the rest; a run that goes on keeps its folder locked.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from dossier.plain.errors import ConfigError
from dossier.plain.files import named, prefix_of
from dossier.plain.temporary import claim, is_claimed, release

_FRESH, _ASIDE = ".new", ".old"
"""Where a run has, each by the folder's name, what is to take its place and what stood there."""
_RANDOM = "[a-z0-9_]{8}"
"""What `mkdtemp` ends a name with."""


def replace_tree(folder: Path, files: Iterable[tuple[str, bytes]], marker: str) -> None:
    """Put files in place of a folder's content, which must be ours: empty, or with `marker`.

    Raises ConfigError if it is not.
    """
    restore_tree(folder)
    if folder.exists() and any(folder.iterdir()) and not (folder / marker).exists():
        raise ConfigError(f"{folder} holds other files", "name an empty folder")
    put_tree(folder, (*files, (marker, b"")))


def put_tree(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Put files in place of a folder's content, whatever that is: the caller has looked.

    Whoever looks calls `restore_tree` before. Raises ConfigError if that has something to do only
    now, or if somebody else makes the folder meanwhile; OSError if a file cannot be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    if restore_tree(folder):
        raise ConfigError(f"{folder} has changed meanwhile", "run it again")
    run = Path(tempfile.mkdtemp(prefix=prefix_of(folder), dir=folder.parent))
    fresh, aside = (run / place / folder.name for place in (_FRESH, _ASIDE))
    try:
        with suppress(OSError):  # some file systems of other machines have no locks
            claim(run)
        fresh.mkdir(parents=True)
        aside.parent.mkdir()
        for name, content in files:
            path = fresh / name
            with named(folder / name):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        fresh.chmod(0o755)
        if folder.exists():
            folder.rename(aside)
        fresh.rename(folder)
    finally:
        try:
            _put_back(run, folder)
        finally:
            release(run)
        # What cannot be removed now is told by the next run, which tries again.
        shutil.rmtree(run, ignore_errors=True)


def restore_tree(folder: Path) -> bool:
    """Undo what a killed run began to put in a folder's place. Returns whether it was put back.

    Raises ConfigError if somebody made the folder since, so that there are two; OSError if what
    is left cannot be removed.
    """
    is_back = False
    for run in tuple(_killed(folder)):
        is_back |= _put_back(run, folder)
        shutil.rmtree(run)
    return is_back


def _killed(folder: Path) -> Iterator[Path]:
    """Yield the folders of this user's runs that were to replace one and do not go on."""
    if not folder.parent.is_dir():
        return
    ours = re.compile(re.escape(prefix_of(folder)) + _RANDOM)
    for run in folder.parent.iterdir():
        if not ours.fullmatch(run.name):
            continue
        status = run.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid() or is_claimed(run):
            continue
        # Long names are cut, so that another folder's run may have the same.
        if all(path.name == folder.name for path in (run / _ASIDE).glob("*")):
            yield run


def _put_back(run: Path, folder: Path) -> bool:
    """Put back what a run moved aside before its own took the place. Returns whether it had."""
    fresh, aside = (run / place / folder.name for place in (_FRESH, _ASIDE))
    if not (fresh.exists() and aside.exists()):
        return False
    try:
        aside.rename(folder)
    except OSError as error:
        message = f"{folder} was made anew while what had stood there is in {aside}"
        raise ConfigError(message, f"move what you want to keep, then remove {run}") from error
    return True
