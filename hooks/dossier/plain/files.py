"""Files read within limits, and written whole or not at all: under another name first."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from dossier.plain.errors import ConfigError


def read_ordinary(path: Path, limit: int) -> bytes:
    """Return the content of an ordinary file of at most `limit` bytes. Raises OSError."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "this is no ordinary file", str(path))
    if status.st_size > limit:
        message = f"it has {status.st_size:,} bytes, more than the {limit:,} that are read"
        raise OSError(errno.EFBIG, message, str(path))
    return path.read_bytes()


def write_new(path: Path, text: str) -> None:
    """Write a file that must not exist yet. Raises ConfigError if it does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=path.parent, prefix=".new-", delete=False
    ) as file:
        file.write(text)
    temporary = Path(file.name)
    temporary.chmod(0o644)
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise ConfigError(f"{path} is already there", "choose another name") from None
    finally:
        temporary.unlink()


def replace_text(path: Path, text: str) -> None:
    """Write a file in place of the one before, if any: whole or not at all.

    Raises ConfigError if it is a symbolic link, OSError if it cannot be written.
    """
    if path.is_symlink():
        raise ConfigError(f"{path} is a link to another file", "put the file itself there")
    replace_file(path, text.encode())


def replace_file(path: Path, content: bytes) -> None:
    """Put content in place of a file's, with the mode that it has. Raises OSError."""
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o644
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(mode)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def replace_tree(folder: Path, files: Iterable[tuple[str, bytes]], marker: str) -> None:
    """Put files in place of a folder's content, which must be ours: empty, or with `marker`.

    Raises ConfigError if it is not. The new tree is complete before the old one goes.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / marker).exists():
        raise ConfigError(f"{folder} holds other files", "name an empty folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, content in [*files, (marker, b"")]:
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        fresh.chmod(0o755)
        if folder.exists():
            shutil.rmtree(folder)
        fresh.rename(folder)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
