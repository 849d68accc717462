"""A command to what it used: processor, time, memory, and the bytes that it wrote."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Usage:
    """What something took."""

    cpu: float
    """Seconds of the processor, user and system, of a process and those that it waited for."""
    wall: float
    """Seconds of the clock, which tell little on a machine that others use."""
    memory: int = 0
    """The most bytes that one of its processes held, 0 where that cannot be told."""
    written: int = 0
    """The bytes of the files that are new or were written again."""


def run(command: Sequence[str], cwd: Path, out: Path) -> Usage:
    """Run a command that writes below `out`, and return what it took.

    Raises CalledProcessError with what it said, if it failed.
    """
    before = times_of(out)
    with (cwd.parent / "said.txt").open("w+b") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=cwd, env=environment(), stdout=said, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(process.returncode, command, said.read()[-2000:])
    cpu = used.ru_utime + used.ru_stime
    return Usage(cpu, wall, used.ru_maxrss * 1024, written_since(out, before))


def environment() -> dict[str, str]:
    """Return the environment that commands run in: what they import may be kept compiled."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def clear(*folders: Path) -> None:
    """Remove folders, whether they are there or not."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def written_since(folder: Path, before: Mapping[Path, int]) -> int:
    """Return the bytes of the files below a folder that were not there, or had other times."""
    now = times_of(folder)
    return sum(path.stat().st_size for path in now if before.get(path) != now[path])


def times_of(folder: Path) -> dict[Path, int]:
    """Return when each file below a folder was last written."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path: path.stat().st_mtime_ns for path in paths}
