"""How long an edit takes under `mkdocs serve`, from the saved file to the bytes on the disk.

CPU seconds of this process, beside its first build: the ratio is what counts. Polling is left out.
`python -m tests.bench.serving [DOSSIERS]`, 100 if not said.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tests.adapters.served import Served
from tests.bench.generate import generate

EDITS, FEW, SOME, MANY = 9, 3, 20, 500
"""How many edits of prose are timed, how many others, and after how many, spread over all dossiers,
the memory is told."""
SETTLED = 2.1
"""After how many seconds the times of a file tell that it is as it was."""


def main() -> None:
    dossiers = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "x"
        root.mkdir()
        generate(root, dossiers=dossiers, records=max(50, dossiers // 2))
        serving(root, dossiers)


def serving(root: Path, dossiers: int) -> None:
    """Print what edits of a generated project cost."""
    with tempfile.TemporaryDirectory() as folder:
        time.sleep(SETTLED)
        served = Served(root, Path(folder))
        first = _seconds(served.start)
        print(f"{first:8.2f}  {dossiers} dossiers served for the first time; then an edit of")
        content = root / "content"
        prose = content / "applications/company-0000/index.md"
        _edits("a dossier's prose", served, prose, lambda text: f"{text}And more.\n", first)
        record = content / "evidence/topic-000.yml"
        _edits("a record's method", served, record, _more("method: "), first)
        _edits("a record's value", served, record, _other_value, first)
        _edits("a record's claim", served, record, _more("claim: "), first)
        _edits("the headline", served, content / "profile.yml", _more("headline: "), first)
        print(f"{served.wholes:8}  times everything was built again")
        memory = []
        for number in range(MANY):
            page = content / f"applications/company-{number % dossiers:04d}/index.md"
            page.write_text(f"{page.read_text(encoding='utf-8')}{number}\n", encoding="utf-8")
            served.rebuild()
            memory += [_memory()] if number + 1 in (SOME, MANY) else []
        print(f"{memory[1] / memory[0]:8.2f}  times the memory after {MANY} edits as after {SOME}")


def _edits(
    name: str, served: Served, file: Path, change: Callable[[str], str], first: float
) -> None:
    taken = []
    for _ in range(EDITS if file.name == "index.md" else FEW):
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
        taken.append(_seconds(served.rebuild))
    spread = f"{min(taken):.2f} to {max(taken):.2f}"
    print(f"{median(taken):8.2f}  {name} ({spread}), {first / median(taken):.0f} times less")


def _more(key: str) -> Callable[[str], str]:
    return lambda text: text.replace(key, f"{key}More ", 1)


def _other_value(text: str) -> str:
    return re.sub(r"value: (\d+)", lambda found: f"value: {int(found[1]) % 90 + 1}", text, count=1)


def _seconds(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _memory() -> int:
    """Return how many pages of memory this process holds."""
    return int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])


if __name__ == "__main__":
    main()
