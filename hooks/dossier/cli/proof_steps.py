"""Records to a table: how well each is proven, how well it could be, and by which one command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dossier.cli.columns import cells
from dossier.model.library import RecordEntry
from dossier.model.proof import SHORT_NAMES, ProofLevel, level_of
from dossier.model.verdict import SourcePart
from dossier.plain.frozen import frozen
from dossier.verify.records import asked_url, quote_there
from dossier.verify.source_check import SourceCheck

MOST = 20
"""How many records are listed one by one; of more, those alike stand on one line."""
_NAMES = SHORT_NAMES | {ProofLevel.ATTESTED: "measured, and signed by a machine"}
_HEAD = ("record", "now", "reachable", "by")
_ID = "ID"


@frozen
class Step:
    """What gets a record to a better proof."""

    now: ProofLevel
    reachable: ProofLevel
    command: str
    """With `ID` for the record; empty if nothing is better."""


def proof_table(
    records: Mapping[str, RecordEntry], checks: Mapping[str, SourceCheck]
) -> Iterator[str]:
    """Yield the lines of the table, none for no record."""
    steps = {name: next_step(entry, checks.get(name)) for name, entry in records.items()}
    rows = list(_alike(steps) if len(steps) > MOST else map(_row, steps.items()))
    if rows:
        yield from _aligned([_HEAD, *rows])


def next_step(entry: RecordEntry, check: SourceCheck | None) -> Step:
    """Return the next better proof that a record can have."""
    now = level_of(entry)
    for reachable, command in _ways(entry, check):
        if reachable > now:
            return Step(now, reachable, command)
    return Step(now, now, "")


def _ways(entry: RecordEntry, check: SourceCheck | None) -> Iterator[tuple[ProofLevel, str]]:
    """Yield what a record could be proven by, what takes least first."""
    source, proven = entry.record.source, entry.proven
    has_failed = entry.verdict is not None and bool(entry.verdict.failed)
    if source and has_failed:
        yield ProofLevel.OPENS, f"mend its source, then {_verify(entry)}"
    elif source:
        if asked_url(source) and SourcePart.URL not in proven:
            reached = ProofLevel.PLACED if quote_there(source) else ProofLevel.OPENS
            yield reached, f"dossier verify {_ID} --online"
        if check and any("--clone" in why for why in check.skipped):
            name = source.package or source.repo or source.url
            yield _in_files(entry), f"dossier verify {_ID} --clone {name}=DIR"
        if source.quote and SourcePart.PLACE in proven:
            yield ProofLevel.PLACED, f"mend `quote` or its place, then {_verify(entry)}"
        elif source.url and not source.quote:
            yield ProofLevel.PLACED, f"add `quote: …`, then {_verify(entry)}"
        if source.repo and entry.record.metrics:
            yield ProofLevel.ATTESTED, f"dossier new proof {_ID} --run … --at …"
    yield ProofLevel.CONFIRMED, f"dossier ask {_ID} --of github:NAME"


def _in_files(entry: RecordEntry) -> ProofLevel:
    source, metrics = entry.record.source, entry.record.metrics
    if metrics and (len(metrics) == 1 or all(metric.at for metric in metrics)):
        return ProofLevel.MEASURED
    return ProofLevel.PLACED if source and source.lines else ProofLevel.OPENS


def _verify(entry: RecordEntry) -> str:
    return f"dossier verify {_ID}{' --online' if asked_url(entry.record.source) else ''}"


def _row(item: tuple[str, Step]) -> tuple[str, ...]:
    name, step = item
    return (name, _NAMES[step.now], *_told(step, name))


def _told(step: Step, name: str) -> tuple[str, str]:
    if not step.command:
        return "", ""
    return _NAMES[step.reachable], step.command.replace(_ID, name)


def _alike(steps: Mapping[str, Step]) -> Iterator[tuple[str, ...]]:
    """Yield a row for records of one step, in the order of the first of each."""
    groups: dict[Step, list[str]] = {}
    for name, step in steps.items():
        groups.setdefault(step, []).append(name)
    for step, (first, *others) in groups.items():
        named = f"{first} and {len(others)} more" if others else first
        yield (named, _NAMES[step.now], *_told(step, _ID if others else first))


def _aligned(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    table = list(rows)
    widths = [max(map(cells, column)) for column in zip(*table, strict=True)]
    for row in table:
        padded = (
            text + " " * (width - cells(text)) for text, width in zip(row, widths, strict=True)
        )
        yield "  ".join(padded).rstrip()
