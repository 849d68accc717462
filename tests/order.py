"""In what order tests run side by side: each process begins with what takes long.

Processes take from the end of each other's work. If that is long, all but one wait for the last.
"""

from collections.abc import Sequence

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
