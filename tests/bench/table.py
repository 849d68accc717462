"""What a run measured to a page of Markdown, with nothing in it that the run did not tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from tests.bench.engines import HUGO, NEEDS, OURS, PLAIN, REPEATED, TOOLS, ZENSICAL, Tool
from tests.bench.results import Case, Results, words_key

CASES = (
    ("cold", "private", "Cold build, private"),
    ("cold", "public", "Cold build, public, every dossier open"),
    ("unchanged", "private", "Unchanged rebuild, private"),
    ("edit", "private", "An edit of one dossier's prose, until it is on the disk"),
)
NOTES = {
    OURS: "Checks every figure and wording against its record, counts coverage, hides by audience, "
    "makes a search index of its own. The preview of what a recipient sees is drawn when it is "
    "asked for, which is not measured here.",
    PLAIN: "Records are links to the pages of their projects, so a dossier has fewer words than "
    "ours. Checks links between files; no figure, no coverage, no audiences, no previews.",
    REPEATED: "The records that a dossier's rows cite are written out below it, once each. "
    "Otherwise as above.",
    ZENSICAL: "The same tree and configuration as MkDocs with records written out. Has a search; "
    "runs no hooks, so what ours checks and hides it cannot.",
    HUGO: "The same Markdown, drawn by the one small template that `dossier stage --for hugo` "
    "writes: no theme, no search, no check of links, figures or audiences.",
    NEEDS: "Rows and records as needs, in Sphinx's own theme. Has a search, and checks links; "
    "records stand once. An edit is the build run again, in a new process.",
}
INTRODUCTION = """# Performance

Written by `make bench` on {day} from that run alone; changes made by hand are lost with the next.

Generated sites are built by this project, and by other engines from the same pages as somebody
would have typed them: {sizes} dossiers, each with 12 rows that cite two or three records and
about 9,000 characters of prose, half as many records (50 at least). It is CPU seconds that count,
user and system: the machine has {cores} cores, and on average {load} processes wanted them at the
start, between and at the end, so the clock tells little. The engines took turns in each round; a
ratio is one of two builds of the same round, and what is told is the median (rounds: {rounds}),
with the lowest and the highest. A cold build knows nothing of the content; modules of Python that
were compiled before, and our templates, are kept. An edit is measured without waiting for a server
to look at its files.
"""


def page(results: Results, picture: str) -> str:
    """Return the page; `picture` is the address of its plot."""
    sizes = results.sizes()
    rounds = sorted({len(results.of(OURS.name, case)) for case in _cases(results)} - {0})
    parts = [
        INTRODUCTION.format(
            day=results.day,
            sizes=_listed(map(str, sizes)),
            cores=results.cores,
            load=", ".join(f"{load:.0f}" for load in results.load),
            rounds=" to ".join(str(each) for each in (rounds[0], rounds[-1])[: len(rounds)]),
        ),
        "## In short\n",
        *_short(results, sizes),
        f"\n![CPU seconds by number of dossiers: cold builds, and edits]({picture})\n",
    ]
    for act, audience, title in CASES:
        cases = [Case(act, audience, size) for size in sizes]
        if any(results.of(OURS.name, case) for case in cases):
            parts += [f"## {title}\n", *_compared(results, cases), ""]
    parts += ["## What each does, and does not\n", *_engines(results), ""]
    parts += ["## All that was measured\n", *_all(results), ""]
    return "\n".join(parts)


def _cases(results: Results) -> Iterator[Case]:
    for size in results.sizes():
        for act, audience, _ in CASES:
            yield Case(act, audience, size)


def _listed(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def _short(results: Results, sizes: Sequence[int]) -> Iterator[str]:
    """Yield the rows that say how far what is wanted has been reached."""

    def beside(act: str, audience: str, base: Tool) -> list[str]:
        cases = (Case(act, audience, size) for size in sizes)
        return [_spread(results.ratios(OURS.name, base.name, case)) for case in cases]

    written, linked = (base.title for base in (REPEATED, PLAIN))
    rows = (
        (f"Cold build, private ÷ {written}", "1.2", beside("cold", "private", REPEATED)),
        (f"Cold build, private ÷ {linked}", "", beside("cold", "private", PLAIN)),
        (f"Cold build, public ÷ {written}", "1.0", beside("cold", "public", REPEATED)),
        (f"Cold build, public ÷ {linked}", "", beside("cold", "public", PLAIN)),
        ("Unchanged rebuild, private ÷ cold", "0.15", _beside_cold(results, sizes)),
        (f"Edit ÷ {written}", "0.05", beside("edit", "private", REPEATED)),
        ("Edit ÷ Hugo's server", "3", beside("edit", "private", HUGO)),
        (f"Peak memory, private ÷ {written}", "2", _memory(results, sizes)),
    )
    yield f"| This project | wanted: at most | {' | '.join(map(str, sizes))} |"
    yield f"| --- | --: |{' --: |' * len(sizes)}"
    for title, limit, cells in rows:
        yield f"| {title} | {limit} | {' | '.join(cells)} |"


def _beside_cold(results: Results, sizes: Sequence[int]) -> list[str]:
    cells = []
    for size in sizes:
        pairs = zip(
            results.of(OURS.name, Case("unchanged", "private", size)),
            results.of(OURS.name, Case("cold", "private", size)),
            strict=False,
        )
        cells.append(_spread(sorted(again.cpu / cold.cpu for again, cold in pairs)))
    return cells


def _memory(results: Results, sizes: Sequence[int]) -> list[str]:
    cells = []
    for size in sizes:
        case = Case("cold", "private", size)
        own, other = (results.median(each.name, case, "memory") for each in (OURS, REPEATED))
        cells.append(f"{own / other:.1f}" if own and other else "–")
    return cells


def _compared(results: Results, cases: Sequence[Case]) -> Iterator[str]:
    """Yield a table of every engine: CPU seconds, and times MkDocs with records written out."""
    yield f"| CPU s (÷ {REPEATED.title}) | {' | '.join(str(case.dossiers) for case in cases)} |"
    yield f"| --- |{' --: |' * len(cases)}"
    for tool in TOOLS:
        cells = (_cell(results, tool, case) for case in cases)
        yield f"| {tool.title} | {' | '.join(cells)} |"


def _cell(results: Results, tool: Tool, case: Case) -> str:
    cpu = results.median(tool.name, case, "cpu")
    if cpu is None:
        return _why_not(results, tool, case)
    ratios = results.ratios(tool.name, REPEATED.name, case)
    return f"{_seconds(cpu)} ({_ratio(median(ratios))} ×)" if ratios else _seconds(cpu)


def _why_not(results: Results, tool: Tool, case: Case) -> str:
    names = (tool.name, f"{tool.name} {case.dossiers}")
    return next((results.passed[name] for name in names if name in results.passed), "not measured")


def _engines(results: Results) -> Iterator[str]:
    yield "| | version | words at the largest size measured, private | |"
    yield "| --- | --- | --: | --- |"
    for tool in TOOLS:
        found = (f"{name} {results.versions.get(name, '')}".strip() for name in tool.packages)
        words = [
            results.words.get(words_key(tool.name, Case("cold", "private", size)))
            for size in results.sizes()
        ]
        told = f"{next(reversed([each for each in words if each]), 0):,}" if any(words) else "–"
        yield f"| {tool.title} | {', '.join(found)} | {told} | {NOTES[tool]} |"


def _all(results: Results) -> Iterator[str]:
    yield "Medians; CPU from the lowest to the highest. Memory is the most that one process held.\n"
    yield "| | dossiers | | rounds | CPU s | ÷ MkDocs | by the clock | memory | written | words |"
    yield "| --- | --: | --- | --: | --: | --: | --: | --: | --: | --: |"
    for case in _cases(results):
        for tool in TOOLS:
            used = results.of(tool.name, case)
            if used:
                yield _row(results, tool, case, sorted(each.cpu for each in used))


def _row(results: Results, tool: Tool, case: Case, cpu: Sequence[float]) -> str:
    wall, memory, written = (
        results.median(tool.name, case, what) or 0 for what in ("wall", "memory", "written")
    )
    words = results.words.get(words_key(tool.name, case))
    spread = f" ({_seconds(cpu[0])}–{_seconds(cpu[-1])})" if len(cpu) > 1 else ""
    cells = (
        f"{case.act}, {case.audience}",
        str(case.dossiers),
        tool.title,
        str(len(cpu)),
        _seconds(results.median(tool.name, case, "cpu") or 0) + spread,
        _spread(results.ratios(tool.name, REPEATED.name, case)),
        f"{_seconds(wall)} s",
        f"{memory / 1e6:.0f} MB" if memory else "–",
        f"{written / 1e6:.2f} MB",
        f"{words:,}" if words else "",
    )
    return f"| {' | '.join(cells)} |"


def _seconds(seconds: float) -> str:
    return f"{seconds:.3f}" if seconds < 1 else f"{seconds:.1f}"


def _spread(ratios: Sequence[float]) -> str:
    """Return the median of ratios, with the lowest and the highest."""
    if not ratios:
        return "–"
    low, middle, high = map(_ratio, (min(ratios), median(ratios), max(ratios)))
    return f"{middle} ({low}–{high})" if len(ratios) > 1 else middle


def _ratio(ratio: float) -> str:
    return f"{ratio:.3f}" if ratio < 0.1 else f"{ratio:.2f}" if ratio < 10 else f"{ratio:.0f}"
