"""Runs the engines in rounds, so that what else the machine does falls on all of them."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.edits import editor
from tests.bench.engines import Tool, version_of
from tests.bench.processes import Usage
from tests.bench.results import Case, Measured, Results, words_key

SLOW = 20
"""An engine that takes more seconds for a build is run once, and passed over for more dossiers.
Ours and MkDocs never are."""
MANY = 600
"""So many dossiers or more are built once, half as many twice."""


class Run:
    """A run of some engines, and what it has measured so far."""

    def __init__(self, tools: Sequence[Tool], repeats: int, acts: Sequence[str]) -> None:
        self.results = Results(datetime.now(UTC).date().isoformat(), cores=os.cpu_count() or 0)
        self.repeats, self.acts = repeats, acts
        self.tools = [tool for tool in tools if not self._is_missing(tool)]
        self.slow: dict[str, int] = {}
        self.results.versions = {name: version_of(name) for each in tools for name in each.packages}
        self._look()

    def measure(self, sizes: Sequence[int], audiences: Sequence[str]) -> Iterator[Case]:
        """Measure everything, and yield each case when it is done."""
        for dossiers in sizes:
            for audience in audiences:
                with tempfile.TemporaryDirectory() as name:
                    folder = Path(name) / "x"
                    _python("tests.bench.trees", folder, dossiers, audience)
                    if (dossiers, audience) == (sizes[0], audiences[0]):
                        self._warm(folder, audience)
                    yield from self._builds(folder, audience, dossiers)
                    # Servers show the private site; for other engines an audience is only a text.
                    if audience == "private" and "edit" in self.acts:
                        yield self._edits(folder, dossiers)
            self._look()

    def _is_missing(self, tool: Tool) -> bool:
        if tool.missing:
            self.results.passed[tool.name] = f"not installed: {', '.join(tool.missing)}"
        return bool(tool.missing)

    def _warm(self, folder: Path, audience: str) -> None:
        """Build once what is not counted: what is imported is compiled, what is read is cached."""
        for tool in self.tools:
            tool.cold(folder, audience)

    def _builds(self, folder: Path, audience: str, dossiers: int) -> Iterator[Case]:
        cold, unchanged = (Case(act, audience, dossiers) for act in ("cold", "unchanged"))
        is_rebuilt = audience == "private" and unchanged.act in self.acts
        for number in range(self._rounds(dossiers)):
            for tool in self._able(dossiers, number):
                used = tool.cold(folder, audience)
                self._note(tool, cold, number, used)
                if used.cpu > SLOW and not tool.here:
                    self.slow.setdefault(tool.name, dossiers)
                if number == 0:
                    words = _python("tests.bench.words", tool.out(folder))
                    self.results.words[words_key(tool.name, cold)] = int(words)
                if is_rebuilt:
                    self._note(tool, unchanged, number, tool.again(folder, audience))
        yield cold
        if is_rebuilt:
            yield unchanged

    def _edits(self, folder: Path, dossiers: int) -> Case:
        case = Case("edit", "private", dossiers)
        with ExitStack() as stack:
            editors = [stack.enter_context(editor(each, folder)) for each in self.tools]
            for number in range(-1, self._rounds(dossiers)):
                able = list(self._able(dossiers, max(0, number)))
                for each in editors:
                    if each.tool in able:
                        used = each.edit(number)
                        if number >= 0:  # the first is not counted
                            self._note(each.tool, case, number, used)
        return case

    def _rounds(self, dossiers: int) -> int:
        return max(1, min(self.repeats, MANY // dossiers))

    def _able(self, dossiers: int, number: int) -> Iterable[Tool]:
        """Yield the engines that are not too slow for a round."""
        for tool in self.tools:
            limit = self.slow.get(tool.name, sys.maxsize)
            if dossiers > limit:
                self.results.passed[f"{tool.name} {dossiers}"] = (
                    f"over {SLOW} s for {limit} already"
                )
            elif dossiers < limit or number == 0:
                yield tool

    def _note(self, tool: Tool, case: Case, number: int, used: Usage) -> None:
        self.results.measured.append(Measured(tool.name, case, number, used))

    def _look(self) -> None:
        self.results.load.append(round(os.getloadavg()[0], 1))


def _python(module: str, *arguments: object) -> str:
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
