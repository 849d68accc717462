"""An edit of one dossier's prose to what it took, from the saved file to the bytes on the disk."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from tests.bench.engines import Tool
from tests.bench.processes import Usage, environment, run, times_of, written_since

_HOME = Path(__file__).resolve().parents[2]
PATIENCE = 600
"""Seconds after which an edit that nobody shows is a fault."""
IDLE, QUIET = 0.3, 0.002
"""A server is done when it takes no more than so many seconds of the processor in so many."""


class Editor(ABC):
    """Edits the first dossier, and tells what its engine took to show that."""

    def __init__(self, tool: Tool, folder: Path) -> None:
        self.tool, self.folder = tool, folder
        self.root = folder / tool.tree
        self.page = self.root / tool.page
        self.out = tool.out(folder)
        self.process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process:
            self.process.kill()
            self.process.communicate()

    def _start(self, command: Sequence[str], cwd: Path) -> subprocess.Popen[str]:
        with (self.folder / f"{self.tool.name}-said.txt").open("w") as said:
            return subprocess.Popen(
                command,
                cwd=cwd,
                env=environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE if self.tool.here else said,
                stderr=said,
                text=True,
            )

    def edit(self, number: int) -> Usage:
        """Add a line to the dossier, and return what showing it took."""
        line = f"Edit number {number} of this run."
        used = self._edit(line)
        shown = self.out / "applications/company-0000/index.html"
        assert line in shown.read_text(encoding="utf-8"), f"{self.tool.title} does not show it"
        return used

    @abstractmethod
    def _edit(self, line: str) -> Usage: ...

    def _append(self, line: str) -> None:
        with self.page.open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")


class Rebuilding(Editor):
    """Runs the build again."""

    def _edit(self, line: str) -> Usage:
        self._append(line)
        return run(self.tool.command(self.out, "private"), self.root, self.out)


class Here(Editor):
    """Asks a process that builds as the server does, without waiting until it has polled."""

    def __enter__(self) -> Self:
        self.out = self.folder / f"{self.tool.name}-served"
        self.out.mkdir()
        module = [sys.executable, "-m", "tests.bench.served", self.tool.name]
        self.process = self._start([*module, *map(str, (self.root, self.out, self.page))], _HOME)
        assert self._read() == "built\n"
        return self

    def _edit(self, line: str) -> Usage:
        assert self.process
        assert self.process.stdin
        print(line, file=self.process.stdin, flush=True)
        return Usage(**json.loads(self._read()))

    def _read(self) -> str:
        assert self.process
        assert self.process.stdout
        return self.process.stdout.readline()


class Serving(Editor):
    """Edits below a running server, and reads from Linux what its process took."""

    def __enter__(self) -> Self:
        assert self.tool.serve
        self.process = self._start(self.tool.serve(self.out), self.root)
        self._rest(2.0)
        return self

    def _edit(self, line: str) -> Usage:
        shown = self.out / "applications/company-0000/index.html"
        before, cpu, start = times_of(self.out), self._cpu(), time.perf_counter()
        self._append(line)
        while line not in shown.read_text(encoding="utf-8"):
            assert time.perf_counter() - start < PATIENCE, f"{self.tool.title} shows no edit"
            time.sleep(0.002)
        wall = time.perf_counter() - start
        self._rest(IDLE)
        return Usage(self._cpu() - cpu, wall, 0, written_since(self.out, before))

    def _rest(self, seconds: float) -> None:
        """Wait until the server has nothing more to do."""
        before = -1.0
        while self._cpu() - before > QUIET:
            before = self._cpu()
            time.sleep(seconds)

    def _cpu(self) -> float:
        assert self.process
        threads = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(path.read_text().split()[0]) for path in threads) / 1e9


def editor(tool: Tool, folder: Path) -> Editor:
    """Return what measures the edits of an engine."""
    kind = Here if tool.here else Serving if tool.serve else Rebuilding
    return kind(tool, folder)
