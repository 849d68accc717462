"""Folders for the time of a run. What a run that was killed has left goes with the next one.

A folder is known by its name, by its owner and by a file in it that its run keeps locked: whoever
is killed lets go of a lock, and a number of a process could be given to another.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

PREFIXES = ("dossier-", "mkdocs_")
"""How the names of our folders begin, and of those in which MkDocs serves a site."""
MARKER = ".in-use"
_claimed: dict[Path, int] = {}
"""The open files by which folders are kept, for as long as this process lives."""


@contextlib.contextmanager
def temporary_folder(purpose: str) -> Iterator[Path]:
    """Yield an empty folder that its owner alone can enter, and remove it."""
    remove_abandoned()
    outer = Path(tempfile.mkdtemp(prefix=f"{PREFIXES[0]}{purpose}-"))
    try:
        claim(outer)
        inner = outer / "content"
        inner.mkdir()
        yield inner
    finally:
        _release(outer)
        shutil.rmtree(outer, ignore_errors=True)


def folder_until_next_run(purpose: str) -> Path:
    """Return an empty folder that its owner alone can enter, and that the next run removes."""
    remove_abandoned()
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIXES[0]}{purpose}-"))
    (folder / MARKER).touch()
    return folder


def claim(folder: Path) -> None:
    """Keep a folder from being taken for abandoned until this process ends."""
    if folder not in _claimed:
        descriptor = os.open(folder / MARKER, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _claimed[folder] = descriptor


def remove_abandoned() -> None:
    """Remove the folders of this user's runs that were killed."""
    for folder in Path(tempfile.gettempdir()).iterdir():
        if folder.name.startswith(PREFIXES) and _is_abandoned(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_abandoned(folder: Path) -> bool:
    try:
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid():
            return False
        descriptor = os.open(folder / MARKER, os.O_RDWR | os.O_NOFOLLOW)
    except OSError:
        return False  # not ours to judge: it is gone, or was never claimed
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return True


def _release(folder: Path) -> None:
    if (descriptor := _claimed.pop(folder, None)) is not None:
        os.close(descriptor)
