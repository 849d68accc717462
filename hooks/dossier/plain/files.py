"""Files read within limits, and written whole or not at all: under another name first.

Nothing else in this package writes a file beside and renames it. A power cut leaves the old file
or the new.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath

from dossier.plain.errors import ConfigError

OWNER_FILE, OWNER_FOLDER, EVERYBODYS_FILE = 0o600, 0o700, 0o644
"""Who may read what is written."""


def read_ordinary(path: Path, limit: int) -> bytes:
    """Return the content of an ordinary file of at most `limit` bytes. Raises OSError."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "this is no ordinary file", str(path))
    if status.st_size > limit:
        message = f"it has {status.st_size:,} bytes, more than the {limit:,} that are read"
        raise OSError(errno.EFBIG, message, str(path))
    return path.read_bytes()


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Say in an OSError what was being written, as one of a full disk does not."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def write_new(path: Path, text: str) -> None:
    """Write a file, with its folders, that must not exist yet. Raises ConfigError if it does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        create_file(path, text.encode())
    except FileExistsError:
        raise ConfigError(f"{path} is already there", "choose another name") from None


def create_file(path: Path, content: bytes, *, mode: int = EVERYBODYS_FILE) -> None:
    """Write a file that must not exist yet. Raises OSError, a FileExistsError if it does."""
    _write(path, content, mode, _put_new)


def create_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a folder that must not exist yet: all of them, or none.

    Raises ConfigError with the names of those that do, OSError if one cannot be written.
    """
    taken = sorted({found for name in files for found in _in_the_way(folder, name)})
    if taken:
        message = f"{', '.join(taken)} in {folder}: already there, and nothing is overwritten"
        raise ConfigError(message, "name a new folder, or move what is there out of the way")
    made: list[Path] = []
    try:
        for name, content in files.items():
            path = folder / name
            for parent in reversed((path, *path.parents)[1:]):
                if not parent.exists():
                    parent.mkdir()
                    made.append(parent)
            create_file(path, content)
            made.append(path)
    except BaseException:
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink()
        raise


def _in_the_way(folder: Path, name: str) -> Iterator[str]:
    """Yield the path of a file if it is there, and of what is no folder above it."""
    path = folder / name
    if os.path.lexists(path):
        yield name
    for parent in Path(name).parents:
        above = folder / parent
        if os.path.lexists(above) and (above.is_symlink() or not above.is_dir()):
            yield parent.as_posix()


def make_own_folder(folder: Path) -> None:
    """Make a folder that its owner alone can enter, and whose content git passes over."""
    folder.mkdir(mode=OWNER_FOLDER, exist_ok=True)
    if not (ignored := folder / ".gitignore").exists():
        replace_file(ignored, b"*\n", mode=OWNER_FILE)


def replace_file(path: Path, content: bytes, *, mode: int | None = None) -> None:
    """Write a file in place of the one before, if any, whose mode it keeps if none is given.

    Raises ConfigError if it is a symbolic link, OSError if it cannot be written.
    """
    if path.is_symlink():
        raise ConfigError(f"{path} is a link to another file", "put the file itself there")
    if mode is None:
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else EVERYBODYS_FILE
    _write(path, content, mode, Path.replace)


def remove_unfinished(path: Path) -> None:
    """Remove what writers of a file left who were stopped. Whoever writes it holds its lock."""
    for other in path.parent.iterdir():
        if other.name.startswith(prefix_of(path)):
            other.unlink()


def _write(path: Path, content: bytes, mode: int, put: Callable[[Path, Path], object]) -> None:
    """Write content under a name of its own beside a path, make it last, and put it there."""
    try:
        fresh = write_beside(path, content, mode)
        try:
            put(fresh, path)
        finally:
            fresh.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as error:
        # Told of the file that was asked for: nobody knows the other name.
        raise OSError(error.errno, error.strerror, str(path)) from error


def write_beside(path: Path, content: bytes, mode: int) -> Path:
    """Write content under a name of its own beside a path, make it last, and return that name."""
    prefix = prefix_of(path)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=prefix, delete=False) as file:
        fresh = Path(file.name)
        try:
            file.write(content)
            file.flush()
            # So it was made; a file system without modes would refuse to be told.
            if mode != OWNER_FILE:
                fresh.chmod(mode)
            os.fsync(file.fileno())
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise
    return fresh


def _put_new(fresh: Path, path: Path) -> None:
    """Give a file another name, which must be free. Raises OSError."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links, as on most sticks: there the name is taken first.
        path.touch(OWNER_FILE, exist_ok=False)
        fresh.replace(path)


def prefix_of(path: PurePath) -> str:
    """Return how the names begin that a file has while it is written. No name gets too long."""
    return f".new-{path.name[:40]}-"


def sync_folder(folder: Path) -> None:
    """Make a new name last through a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
