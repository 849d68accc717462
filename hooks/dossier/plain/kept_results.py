"""What a run came to, kept on disk for as long as all that it was made of is as it was.

It holds whole or not at all: no byte of it enters what another run makes. It names its own digest,
and is JSON, so that what was cut, altered or put there by somebody else is passed over.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import Any

from dossier.plain.errors import ConfigError
from dossier.plain.file_states import SETTLED
from dossier.plain.files import (
    OWNER_FILE,
    OWNER_FOLDER,
    make_own_folder,
    read_ordinary,
    replace_file,
)
from dossier.plain.frozen import changing

FOLDER = ".cache"
"""Where results are, below a project's root, in a folder for each who may see them."""
MOST_BYTES = 20_000_000
"""Of one result: what is larger is not kept."""
_VERSION = 1
_TICK = 50_000_000
"""Of the clock of a file system on this machine, at most, in nanoseconds."""
_PACKAGE = Path(__file__).parent.parent
_COMPILED = "__pycache__"
_AT_ONCE = 65_536
"""How much of a file is read at a time: most files whole, into memory that is not zeroed first."""


@changing
class KeptResult:
    """One result of one kind of run; the next of its kind takes its place."""

    file: Path
    asked: Mapping[str, object]
    """What was asked for: another result belongs to anything else."""
    _before: dict[str, str] = field(default_factory=dict)
    _began: int = 0
    _seen: dict[str, str] = field(default_factory=dict)
    """Digests of places as they were when a result was asked for."""

    @property
    def _run(self) -> dict[str, object]:
        return {"version": _VERSION, "asked": dict(self.asked), "installed": installed()}

    def read(self) -> Any | None:  # noqa: ANN401 - plain values, of whatever was kept
        """Return what was kept if nothing that it was made of has changed since."""
        self._seen.clear()
        try:
            if not _is_own(self.file.parent):
                return None
            digest, _, text = read_ordinary(self.file, MOST_BYTES).partition(b"\n")
            if digest.decode() != hashlib.sha256(text).hexdigest():
                return None
            kept = json.loads(text)
            is_same = kept["run"] == self._run and all(
                self._look(place) == known for place, known in kept["places"].items()
            )
            return kept["result"] if is_same else None
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None

    def begin(self, places: Iterable[Path]) -> None:
        """Note how files and folders are, before anything is read of them."""
        self._began = time.time_ns()
        with suppress(OSError):
            self._before = {str(place): self._look(str(place)) for place in places}

    def _look(self, place: str) -> str:
        """Return the digest of a place, as it was when it was first looked at."""
        if place not in self._seen:
            self._seen[place] = digest_of(Path(place))
        return self._seen[place]

    def beside(self, kind: str, *, without: Iterable[Path]) -> KeptResult | None:
        """Return where another result is kept that hangs on the same places but some.

        None if nobody noted how they were: then nothing can be kept.
        """
        passed = set(map(str, without))
        left = {place: known for place, known in self._before.items() if place not in passed}
        file = self.file.with_name(f"{kind}.json")
        return KeptResult(file, {}, left, self._began) if left else None

    def keep(
        self, result: object, *, files: Iterable[Path] = (), written: Iterable[Path] = ()
    ) -> None:
        """Keep a result, unless something that it was made of has changed meanwhile.

        `files` were found to be read while it was made; what was `written` belongs to the result.
        """
        with suppress(OSError, ConfigError):
            now = {place: digest_of(Path(place)) for place in self._before}
            if not now or now != self._before:
                return
            found = tuple(files)
            if not all(map(self._was_as_it_is, found)):
                return
            now |= {str(file): digest_of(file) for file in found}
            now |= {str(place): digest_of(place) for place in written}
            text = json.dumps({"run": self._run, "places": now, "result": result}).encode()
            content = hashlib.sha256(text).hexdigest().encode() + b"\n" + text
            if len(content) <= MOST_BYTES and _made_own(self.file.parent):
                replace_file(self.file, content, mode=OWNER_FILE)

    def _was_as_it_is(self, file: Path) -> bool:
        """Whether a file is what it was when the run began, or was not there then either."""
        if os.path.lexists(file):
            return file.stat().st_ctime_ns < self._began - SETTLED
        folder = next(parent for parent in file.parents if parent.is_dir())
        return folder.stat().st_ctime_ns < self._began - _TICK


def digest_of(place: Path) -> str:
    """Return what tells a file, or all that stands below a folder, from what it was.

    Raises OSError if something of it cannot be read.
    """
    # A link on the way to it may lead elsewhere some day.
    told = hashlib.sha256(os.fsencode(os.path.realpath(place)))
    for path, kind in _with_contents(str(place)):
        told.update(b"\0%s\0%o\0" % (os.fsencode(path), kind))
        if stat.S_ISLNK(kind):
            told.update(os.fsencode(Path(path).readlink()))
        elif stat.S_ISREG(kind):
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a path costs more
                content = hashlib.sha256()
                while read := file.read(_AT_ONCE):
                    content.update(read)
                told.update(content.digest())
    return told.hexdigest()


def _with_contents(place: str) -> Iterator[tuple[str, int]]:
    """Yield a file or folder, and what stands below it, in a fixed order, without following links.

    With each comes what kind of file it is.
    """
    try:
        kind = stat.S_IFMT(os.stat(place).st_mode)  # noqa: PTH116 - as above
    except FileNotFoundError:
        return
    yield place, kind
    if stat.S_ISDIR(kind):
        yield from _in_folder(place)


def _in_folder(folder: str) -> Iterator[tuple[str, int]]:
    for path, status in _statuses(folder):
        kind = stat.S_IFMT(status.st_mode)
        yield path, kind
        if stat.S_ISDIR(kind):
            yield from _in_folder(path)


def _statuses(folder: str) -> list[tuple[str, os.stat_result]]:
    """Return what stands in a folder, in a fixed order, without following links."""
    with os.scandir(folder) as entries:
        return sorted((entry.path, entry.stat(follow_symlinks=False)) for entry in entries)


def is_installed(folder: Path) -> bool:
    """Return whether a folder came with a package whose version `installed` tells."""
    holders = {os.path.dirname(found) for found, _ in _distributions()}  # noqa: PTH120 - as above
    return folder.is_relative_to(_PACKAGE) or not holders.isdisjoint(map(str, folder.parents))


@cache
def installed() -> str:
    """Return what tells this Python, this package's files and what is installed beside it."""
    told = hashlib.sha256(f"{sys.version} {sys.prefix} {_distributions()}".encode())
    told.update("\n".join(_source_states(str(_PACKAGE))).encode())
    return told.hexdigest()


def _source_states(folder: str) -> Iterator[str]:
    for path, status in _statuses(folder):
        if stat.S_ISDIR(status.st_mode):
            # Python writes what it has compiled beside its source at any time.
            if not path.endswith(_COMPILED):
                yield from _source_states(path)
        elif stat.S_ISREG(status.st_mode):
            changed = f"{status.st_mtime_ns} {status.st_ctime_ns} {status.st_size}"
            yield f"{path} {changed} {status.st_ino}"


@cache
def _distributions() -> list[tuple[str, int]]:
    """Return what tells which versions of packages are installed, and since when."""
    found = {}
    for folder in filter(os.path.isdir, sys.path):
        real = os.path.realpath(folder)
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith((".dist-info", ".egg-info")):
                    path = f"{real}/{entry.name}"
                    path = os.path.realpath(path) if entry.is_symlink() else path
                    found[path] = entry.stat().st_mtime_ns
    return sorted(found.items())


def _is_own(folder: Path) -> bool:
    """Return whether a folder is this user's, and no link to another."""
    parts = (folder, folder.parent)
    return all(part.is_dir() and not part.is_symlink() for part in parts) and (
        folder.stat().st_uid == os.getuid()
    )


def _made_own(folder: Path) -> bool:
    """Make a folder that its owner alone can enter, and git passes over."""
    folder.parent.mkdir(mode=OWNER_FOLDER, exist_ok=True)
    folder.mkdir(mode=OWNER_FOLDER, exist_ok=True)
    if not _is_own(folder):
        return False
    folder.chmod(OWNER_FOLDER)
    make_own_folder(folder)
    return True
