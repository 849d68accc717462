"""A lock on what processes change together: one holds it, who waits says so, who gives up by whom.

It is a file that its holder keeps locked and writes its name into. Whoever is killed lets go of it.
"""

from __future__ import annotations

import errno
import fcntl
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dossier.plain.errors import ConfigError
from dossier.plain.files import OWNER_FILE, named
from dossier.plain.frozen import changing
from dossier.plain.terminal import inert_line

PATIENT, LONGEST = 1.0, 30.0
"""Seconds after which somebody who waits says so, and after which it gives up."""
_PAUSE = 0.02
_MOST = 200


@changing
class Holder:
    """Who asks for locks in this process, and how it says that it waits."""

    name: str = "a program"
    tell: Callable[[str], object] = lambda _: None


THIS = Holder()
"""This process; its command says who it is."""
_held = threading.local()


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Keep all others from what a file stands for; its folder is there. Who has it has it again.

    Raises ConfigError if another keeps it for too long, OSError if the file cannot be made.
    """
    mine: set[Path] = _held.__dict__.setdefault("files", set())
    place = file.resolve()
    if place in mine:
        yield
        return
    with named(file):
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, OWNER_FILE)
    try:
        _wait(descriptor, file)
        _write(descriptor, f"`{THIS.name}` (process {os.getpid()})".encode())
        mine.add(place)
        yield
    finally:
        if place in mine:
            mine.discard(place)
            _write(descriptor, b"")
        os.close(descriptor)


def holds(file: Path) -> bool:
    """Return whether the lock of a file is held here."""
    return file.resolve() in _held.__dict__.get("files", ())


def _wait(descriptor: int, file: Path) -> None:
    begun, is_told = time.monotonic(), False
    while not _is_taken(descriptor):
        waited = time.monotonic() - begun
        if waited > LONGEST:
            message = f"{_holder(descriptor)} has been writing here for {waited:.0f} seconds"
            hint = "nothing was written; wait until it has ended, or end it, and run this again"
            raise ConfigError(f"{message}, and holds {file}", hint)
        if waited > PATIENT and not is_told:
            is_told = True
            THIS.tell(f"Waiting for {_holder(descriptor)}, which is writing here.")
        time.sleep(_PAUSE)


def _is_taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
            return False
        raise
    return True


def _holder(descriptor: int) -> str:
    said = os.pread(descriptor, _MOST, 0).decode(errors="replace")
    return inert_line(said) or "another program"


def _write(descriptor: int, said: bytes) -> None:
    """Name the holder in its file. A full disk keeps nobody from a lock."""
    try:
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, said[:_MOST], 0)
    except OSError:
        return
