"""The engines that are compared: which tree each builds, with which command."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.processes import Usage, clear, run


@dataclass(frozen=True, slots=True)
class Tool:
    """An engine with the tree that it builds."""

    name: str
    title: str
    tree: str
    """The folder beside the others that `trees.py` writes."""
    command: Callable[[Path, str], list[str]]
    """The command that builds a folder for an audience."""
    kept: tuple[str, ...] = ()
    """The folders below its tree in which it keeps what it knows between builds."""

    def cold(self, folder: Path, audience: str) -> Usage:
        """Build with nothing known, and return what it took."""
        clear(self._out(folder), *(folder / self.tree / name for name in self.kept))
        return self.again(folder, audience)

    def again(self, folder: Path, audience: str) -> Usage:
        """Build over what is there, and return what it took."""
        out = self._out(folder)
        return run(self.command(out, audience), folder / self.tree, out, {})

    def _out(self, folder: Path) -> Path:
        return folder / f"{self.name}-out"


def _ours(out: Path, audience: str) -> list[str]:
    if audience == "private":
        return [sys.executable, "-m", "dossier", "build", "--private", str(out)]
    return _mkdocs(out, audience)


def _mkdocs(out: Path, _: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(out)]


OURS = Tool("ours", "this project", "ours", _ours, (".cache",))
PLAIN = Tool("mkdocs", "MkDocs, records linked", "linked", _mkdocs)
REPEATED = Tool("mkdocs-repeated", "MkDocs, records repeated", "repeated", _mkdocs)
TOOLS = (OURS, PLAIN, REPEATED)
