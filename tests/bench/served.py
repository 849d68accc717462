"""A site as its server builds it, in a process of its own: `python -m tests.bench.served TOOL …`.

For the engines whose servers poll, ours and MkDocs: each line that is read is one edit, answered
with what it took. What asks is `tests/bench/edits.py`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import asdict
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.adapters.served import URL, Served
from tests.bench.processes import Usage, times_of, written_since


def main(name: str, root: Path, out: Path, page: Path) -> None:
    """Build once, then after each edit that is read."""
    with redirect_stdout(sys.stderr):
        rebuild = _ours(root, out) if name == "ours" else _plain(root, out)
    print("built", flush=True)
    for line in sys.stdin:
        before = times_of(out)
        with page.open("a", encoding="utf-8") as file:
            file.write(f"\n{line}")
        cpu, wall = time.process_time(), time.perf_counter()
        with redirect_stdout(sys.stderr):
            rebuild()
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        print(json.dumps(asdict(Usage(cpu, wall, 0, written_since(out, before)))), flush=True)


def _ours(root: Path, out: Path) -> Callable[[], None]:
    served = Served(root, out)
    served.start()
    return served.rebuild


def _plain(root: Path, out: Path) -> Callable[[], None]:
    def rebuild() -> None:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(out))
        config.site_url = URL
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url=URL)

    rebuild()
    return rebuild


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:]))
