"""Several files written, all or none, whenever a process is stopped.

Their new contents are written beside them, then a journal says which they are, and only then do
they take their places. A run that is killed before the journal is there has changed nothing; one
that is killed later is finished by the next, and nobody reads what is halfway.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from dossier.plain.errors import ConfigError
from dossier.plain.files import (
    EVERYBODYS_FILE,
    make_own_folder,
    prefix_of,
    remove_unfinished,
    replace_file,
    sync_folder,
    write_beside,
)
from dossier.plain.locks import locked

JOURNAL = ".dossier/apply.json"
"""Where the journal is, below a project's root."""
LOCK = ".dossier/writing"
"""What whoever writes a site's files keeps locked, below its root."""


@contextmanager
def writing(root: Path) -> Iterator[None]:
    """Keep every other process from writing files below a root. It may be asked for within itself.

    All who write content write within it, and what they replace they read or compare within it: no
    change is lost, and what has a name of its own beside a file is left by somebody who was
    stopped. Raises ConfigError if another keeps it for too long.
    """
    make_own_folder((root / LOCK).parent)
    with locked(root / LOCK):
        yield


def write_all(root: Path, files: Mapping[str, tuple[bytes | None, bytes]]) -> None:
    """Write files below a root, each with what must be there now, None for nothing.

    Raises ConfigError if one is something else meanwhile, or is a link. OSError if one cannot be
    written: then nothing is changed.
    """
    with writing(root):
        finish(root)
        for name, (before, _) in files.items():
            _check(root, name, before)
        fresh: dict[str, Path] = {}
        # Before any is written: what one leaves may be named like another's.
        for name in files:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            remove_unfinished(root / name)
        try:
            for name, (_, content) in files.items():
                fresh[name] = _beside(root / name, content)
            _write_journal(root, fresh, files)
        except BaseException:
            for path in fresh.values():
                path.unlink(missing_ok=True)
            raise
        finish(root)


def finish(root: Path) -> bool:
    """Put in place what a journal names, if there is one. Returns whether there was."""
    journal = root / JOURNAL
    if not journal.exists():
        return False
    with writing(root):
        return _finish(root, journal)


def _finish(root: Path, journal: Path) -> bool:
    if not journal.exists():
        return False
    for name, entry in _read_journal(journal).items():
        if is_linked(root, name):
            raise _not_ours(journal)
        path, fresh = root / name, (root / name).with_name(entry["fresh"])
        if fresh.exists():
            fresh.replace(path)
            sync_folder(path.parent)
        elif not path.exists() or _digest(path.read_bytes()) != entry["sha256"]:
            message = f"{path} is not what an interrupted `dossier apply` was to write"
            raise ConfigError(message, f"look at it, then remove {journal}")
    journal.unlink()
    return True


def _read_journal(journal: Path) -> Mapping[str, Mapping[str, str]]:
    """Return the files that a journal names. Raises ConfigError for one that is not ours.

    It came with a repository, perhaps: it may name nothing elsewhere, and no file of others.
    """
    try:
        files: dict[str, dict[str, str]] = json.loads(journal.read_bytes())["files"]
        is_ours = all(
            not {"..", ".", ""} & set(name.split("/"))
            and entry["fresh"].startswith(prefix_of(PurePosixPath(name)))
            and "/" not in entry["fresh"]
            and isinstance(entry["sha256"], str)
            for name, entry in files.items()
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        is_ours = False
    if not is_ours:
        raise _not_ours(journal)
    return files


def _not_ours(journal: Path) -> ConfigError:
    message = f"{journal} is not what `dossier apply` writes, and nothing that it names is touched"
    return ConfigError(message, "look at it, then remove it")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def refuse_halfway(root: Path) -> None:
    """Raise ConfigError if a run was killed while files took their places."""
    if (root / JOURNAL).exists():
        with writing(root):
            is_halfway = (root / JOURNAL).exists()
        if is_halfway:
            message = "`dossier apply` was interrupted, and some files are written, others not"
            raise ConfigError(message, "`dossier apply` without a patch finishes it")


def is_linked(root: Path, name: str) -> bool:
    """Return whether a file below a root, or a folder on the way to it, is a symbolic link."""
    return any((root / part).is_symlink() for part in [Path(name), *Path(name).parents][:-1])


def _check(root: Path, name: str, before: bytes | None) -> None:
    path = root / name
    if is_linked(root, name):
        raise ConfigError(f"{path} is a link, or lies in one", "put the file itself there")
    now = path.read_bytes() if path.exists() else None
    if now != before:
        raise ConfigError(f"{path} has changed meanwhile", "run it again")


def _beside(path: Path, content: bytes) -> Path:
    """Write content under another name beside a path."""
    mode = path.stat().st_mode & 0o777 if path.exists() else EVERYBODYS_FILE
    return write_beside(path, content, mode)


def _write_journal(
    root: Path, fresh: Mapping[str, Path], files: Mapping[str, tuple[bytes | None, bytes]]
) -> None:
    entries = {
        name: {"fresh": path.name, "sha256": _digest(files[name][1])}
        for name, path in fresh.items()
    }
    journal = root / JOURNAL
    remove_unfinished(journal)
    text = json.dumps({"version": 1, "files": entries}, indent=1)
    replace_file(journal, text.encode(), mode=0o600)
