"""What commands cost as processes: mostly what they import.

CPU seconds, user and system, medians of several runs after one that is not counted: the first has
to compile what it imports.
"""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median

from tests.bench.generate import REPOSITORY

LIMITS = {("--help",): 0.15, ("--version",): 0.15, ("check",): 0.5}
"""What is wanted of each command line, on the shipped content."""
RUNS = 9


def startup() -> None:
    """Print a line for each command line."""
    for arguments, limit in LIMITS.items():
        seconds = [cpu_seconds(*arguments) for _ in range(RUNS + 1)][1:]
        print(
            f"{median(seconds):8.2f}  `dossier {' '.join(arguments)}` as a process: "
            f"median of {RUNS}, most {max(seconds):.2f}; at most {limit} are wanted"
        )


def cpu_seconds(*arguments: str) -> float:
    """Return what a command took, its own children included."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    before = os.times()
    subprocess.run(
        [sys.executable, "-m", "dossier", *arguments],
        check=False,  # a check that finds something is a check
        cwd=REPOSITORY,
        env=environment,
        capture_output=True,
    )
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])
