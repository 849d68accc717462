"""Builds of this project beside those of other engines, of the same pages, in one run.

`python -m tests.bench [DOSSIERS …]`. What is measured is interleaved, since machines are noisy: it
is the ratios within a round that count.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from statistics import median

from tests.bench.engines import PLAIN, REPEATED, TOOLS
from tests.bench.plot import plot
from tests.bench.results import Case, Results, load
from tests.bench.rounds import Run
from tests.bench.table import page

SIZES = (30, 100, 300)


def main() -> None:
    """Measure what the command line asks for, print it, and write what it names."""
    wanted = _arguments()
    if wanted.load:
        results = load(wanted.load)
    else:
        tools = [tool for tool in TOOLS if tool.name in wanted.tools.split(",")]
        run = Run(tools, wanted.repeats, wanted.acts.split(","))
        sizes = wanted.dossiers or [*SIZES, *([1000] if wanted.all else [])]
        for case in run.measure(sizes, wanted.audiences.split(",")):
            _tell(run.results, case)
            if wanted.save:
                run.results.save(wanted.save)
        results = run.results
    if wanted.write:
        picture = wanted.write.parent / "images" / f"{wanted.write.stem}.svg"
        picture.write_text(plot(results), encoding="utf-8")
        text = page(results, picture.relative_to(wanted.write.parent).as_posix())
        wanted.write.write_text(text, encoding="utf-8")


def _tell(results: Results, case: Case) -> None:
    print(f"{case.dossiers} dossiers, {case.audience}, {case.act}: CPU s")
    known = [tool for tool in TOOLS if results.of(tool.name, case)]
    base = next((tool for tool in (REPEATED, PLAIN) if tool in known), known[0])
    for tool in known:
        used = results.of(tool.name, case)
        ratios = results.ratios(tool.name, base.name, case)
        memory = f"{median(each.memory for each in used) / 1e6:5.0f} MB  " if used[0].memory else ""
        print(
            f"{median(each.cpu for each in used):8.3f}  {median(ratios):7.3f} × {base.name} "
            f"({ratios[0]:.3f} to {ratios[-1]:.3f})  {memory}{tool.title}",
            flush=True,
        )


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "dossiers", nargs="*", type=int, help="how many; 30, 100 and 300 if not said"
    )
    parser.add_argument("--all", action="store_true", help="1000, too")
    parser.add_argument("--tools", default=",".join(tool.name for tool in TOOLS))
    parser.add_argument("--audiences", default="private,public")
    parser.add_argument("--acts", default="cold,unchanged,edit")
    parser.add_argument("--repeats", type=int, default=3, help="rounds, fewer where it takes long")
    parser.add_argument("--write", type=Path, help="the page to write; its plot goes to images/")
    parser.add_argument("--save", type=Path, help="keep what was measured in a file")
    parser.add_argument("--load", type=Path, help="measure nothing, read what was kept")
    return parser.parse_args()


if __name__ == "__main__":
    main()
