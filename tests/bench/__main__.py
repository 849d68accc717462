"""Builds of this project beside those of other engines, of the same pages, in one run.

`python -m tests.bench [DOSSIERS …]`. What is measured is interleaved, since machines are noisy: it
is the ratios within a round that count.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.engines import PLAIN, TOOLS, Tool
from tests.bench.processes import Usage


def main() -> None:
    """Measure what the command line asks for, and print it."""
    wanted = _arguments()
    tools = [tool for tool in TOOLS if tool.name in wanted.tools.split(",")]
    for dossiers in wanted.dossiers:
        for audience in wanted.audiences.split(","):
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name) / "x"
                trees = [sys.executable, "-m", "tests.bench.trees", str(folder)]
                subprocess.run([*trees, str(dossiers), audience], check=True)
                rounds = list(_rounds(tools, folder, audience, wanted.repeats))
            print(f"{dossiers} dossiers, {audience}: cold builds, CPU s and times {PLAIN.title}")
            for tool in tools:
                seconds = [each[tool.name].cpu for each in rounds]
                ratios = sorted(each[tool.name].cpu / each[PLAIN.name].cpu for each in rounds)
                spread = f"{ratios[0]:.2f} to {ratios[-1]:.2f}"
                memory = median(each[tool.name].memory for each in rounds) / 1e6
                print(
                    f"{median(seconds):8.2f}  {median(ratios):5.2f} × ({spread})  "
                    f"{memory:5.0f} MB  {tool.title}",
                    flush=True,
                )


def _rounds(
    tools: list[Tool], folder: Path, audience: str, repeats: int
) -> Iterator[dict[str, Usage]]:
    """Yield what each engine took in each round. The first compiles, and is not counted."""
    for number in range(repeats + 1):
        used = {tool.name: tool.cold(folder, audience) for tool in tools}
        if number:
            yield used


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("dossiers", nargs="*", type=int, default=[100])
    parser.add_argument("--tools", default=",".join(tool.name for tool in TOOLS))
    parser.add_argument("--audiences", default="private,public")
    parser.add_argument("--repeats", type=int, default=5)
    return parser.parse_args()


if __name__ == "__main__":
    main()
