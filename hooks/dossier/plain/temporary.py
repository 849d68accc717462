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
import time
from collections.abc import Iterator
from pathlib import Path

PREFIXES = ("dossier-", "mkdocs_")
"""How the names of our folders begin, and of those in which MkDocs serves a site."""
MARKER = ".in-use"
_DAY = 24 * 60 * 60
"""In seconds."""
_LONGEST = 4096
"""Bytes of a path, at most."""
_claimed: dict[Path, int] = {}
"""The open files by which folders are kept, for as long as this process lives."""


@contextlib.contextmanager
def temporary_folder(purpose: str, site: Path | None = None) -> Iterator[Path]:
    """Yield an empty folder that its owner alone can enter, and remove it.

    With a site, what was kept for the next run of it goes first.
    """
    remove_abandoned(site)
    outer = Path(tempfile.mkdtemp(prefix=f"{PREFIXES[0]}{purpose}-"))
    try:
        claim(outer)
        inner = outer / "content"
        inner.mkdir()
        yield inner
    finally:
        release(outer)
        shutil.rmtree(outer, ignore_errors=True)


def folder_until_next_run(purpose: str, site: Path) -> Path:
    """Return an empty folder that its owner alone can enter, and that the site's next run removes.

    Runs of other sites leave it for a day: somebody may be looking at it.
    """
    remove_abandoned(site)
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIXES[0]}{purpose}-"))
    written = folder / "site"
    written.write_bytes(os.fsencode(site.resolve()))
    written.rename(folder / MARKER)  # As above: an empty one is nobody's.
    return folder


def claim(folder: Path) -> None:
    """Keep a folder from being taken for abandoned until this process ends."""
    if folder not in _claimed:
        begun = folder / f"{MARKER}-{os.getpid()}"
        descriptor = os.open(begun, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # A marker that nobody keeps, if for a moment, is an abandoned folder's.
        begun.rename(folder / MARKER)
        _claimed[folder] = descriptor


def remove_abandoned(site: Path | None = None) -> None:
    """Remove the folders of this user's runs that were killed, and those kept for a site's next."""
    for folder in Path(tempfile.gettempdir()).iterdir():
        if folder.name.startswith(PREFIXES) and _is_abandoned(folder, site):
            shutil.rmtree(folder, ignore_errors=True)


def _is_abandoned(folder: Path, site: Path | None) -> bool:
    try:
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid():
            return False
        descriptor = os.open(folder / MARKER, os.O_RDWR | os.O_NOFOLLOW)
    except OSError:
        return False  # not ours to judge: it is gone, or was never claimed
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return not _is_kept(descriptor, site)
    except OSError:
        return False
    finally:
        os.close(descriptor)


def _is_kept(descriptor: int, site: Path | None) -> bool:
    """Return whether a folder waits for the next run of another site, which has a day for it."""
    kept_for = os.read(descriptor, _LONGEST)
    is_own = site is not None and kept_for == os.fsencode(site.resolve())
    return bool(kept_for) and not is_own and time.time() - os.fstat(descriptor).st_mtime < _DAY


def is_claimed(folder: Path) -> bool:
    """Return whether a process that lives has claimed a folder."""
    try:
        descriptor = os.open(folder / MARKER, os.O_RDWR | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return isinstance(error, BlockingIOError)
    finally:
        os.close(descriptor)
    return False


def release(folder: Path) -> None:
    """Give up a folder that was claimed, if it was."""
    if (descriptor := _claimed.pop(folder, None)) is not None:
        os.close(descriptor)
