"""Git as it is asked, everywhere by this one runner: nothing around it points it elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from dossier.plain.errors import ConfigError

_QUIET = ("-c", "core.fsmonitor=false")
"""A folder's own settings could name a program that git runs before it says what it tracks."""


def succeeds(folder: Path, *arguments: str) -> bool:
    """Return whether a git command succeeds in a folder."""
    return run(folder, *arguments).returncode == 0


def output_of(folder: Path, *arguments: str) -> str:
    """Return what a git command that only reads says in a folder, if anything."""
    return bytes_of(folder, *arguments).decode("utf-8", "surrogateescape")


def bytes_of(folder: Path, *arguments: str, feed: bytes = b"") -> bytes:
    """Return the same as it is said; `feed` is what the command reads."""
    done = run(folder, "-c", "core.quotePath=false", *arguments, feed=feed)
    return done.stdout if done.returncode == 0 else b""


def tracks(path: Path) -> bool:
    """Return whether git knows a file, or one in a folder."""
    path = path.resolve()
    return succeeds(_nearest(path), "ls-files", "--error-unmatch", "--", str(path))


def ignores(path: Path) -> bool:
    """Return whether git would not take a file, which need not be there, with `git add`."""
    path = path.resolve()
    return succeeds(_nearest(path), "check-ignore", "--quiet", "--no-index", "--", str(path))


@contextmanager
def stream_of(folder: Path, *arguments: str) -> Iterator[BinaryIO]:
    """Yield what a git command that only reads says, to be read to its end while it is said.

    Raises ConfigError if there is no git, or it does not come to its end.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - a list, without a shell
            _line(folder, arguments),
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise _no_git() from error
    with process:
        try:
            yield cast("BinaryIO", process.stdout)
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        raise ConfigError(f"git {arguments[0]} failed", "`git fsck` says what is broken")


def run(
    folder: Path, *arguments: str, feed: bytes = b"", variables: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, with `variables` besides `environment()`.

    Raises ConfigError if there is no git: nobody else could tell.
    """
    try:
        return subprocess.run(  # noqa: S603 - a list, without a shell
            _line(folder, arguments),
            env={**environment(), **(variables or {})},
            input=feed,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise _no_git() from error


def environment() -> dict[str, str]:
    """Return this process's variables without git's own, any of which may point it elsewhere."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("GIT_")}
    asking = {} if sys.stdin and sys.stdin.isatty() else {"GIT_TERMINAL_PROMPT": "0"}
    # Never refresh the author's index, nor take another object for one that is named; messages
    # that we look into are in English.
    fixed = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_REPLACE_OBJECTS": "1", "LC_ALL": "C"}
    return kept | asking | fixed


def _line(folder: Path, arguments: tuple[str, ...]) -> list[str]:
    return ["git", *_QUIET, "-C", str(folder), *arguments]


def _no_git() -> ConfigError:
    hint = "install it: it knows what is tracked, and publishing is a push"
    return ConfigError("git cannot be run", hint)


def _nearest(path: Path) -> Path:
    """Return a path, or its nearest parent, that is a folder already."""
    return next(parent for parent in (path, *path.parents) if parent.is_dir())
