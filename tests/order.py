"""In what order tests run side by side: each process begins with what takes long.

Processes take from the end of each other's work. If that is long, all but one wait for the last.
"""

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

import pytest

SLOW = (
    "tests/browser/",
    "tests/attacks/",
    "tests/cli/",
    "tests/secrecy/",
    "tests/adapters/",
    "tests/test_",
    "tests/lint/",
    "tests/render/",
    "tests/exporting/",
)
"""Where tests take longest, in a folder of theirs or together."""


def dealt(tests: Sequence[pytest.Item], processes: int) -> list[pytest.Item]:
    """Return tests so that each of as many equal parts begins with slow ones, in their order."""
    parts: list[list[pytest.Item]] = [[] for _ in range(processes)]
    for number, start in enumerate(SLOW):
        parts[number % processes] += [test for test in tests if test.nodeid.startswith(start)]
    quick = [test for test in tests if not test.nodeid.startswith(SLOW)]
    size = -(-len(tests) // processes)
    for part in parts:
        room = max(0, size - len(part))
        part.extend(quick[:room])
        del quick[:room]
    return [test for part in (*parts, quick) for test in part]


def shared_out(folder: Path, number: int, processes: int) -> list[str]:
    """Return all that is in a folder of tests, from another place on for each process.

    What a process is the first to read it has to compile, which takes longer than all else of it.
    """
    paths = sorted({*folder.glob("test_*.py"), *(file.parent for file in folder.glob("*/*.py"))})
    sizes = [sum(f.stat().st_size for f in (path, *path.rglob("*.py"))) for path in paths]
    before = [0, *accumulate(sizes)]
    start = sum(size * processes < before[-1] * number for size in before)
    return [str(path) for path in (*paths[start:], *paths[:start])]
