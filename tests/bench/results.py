"""What a run measured: each engine, size, audience, act and round, kept as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

from tests.bench.processes import Usage


@dataclass(frozen=True, slots=True)
class Case:
    """What is done with how much."""

    act: str
    """`cold`, `unchanged` or `edit`."""
    audience: str
    dossiers: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What one engine took for one case in one round."""

    tool: str
    case: Case
    number: int
    """The round: what was measured in one round is compared."""
    usage: Usage


@dataclass(slots=True)
class Results:
    """All of a run."""

    day: str = ""
    load: list[float] = field(default_factory=list)
    """How many processes wanted the processor while it ran, at its start, middle and end."""
    cores: int = 0
    versions: dict[str, str] = field(default_factory=dict)
    measured: list[Measured] = field(default_factory=list)
    words: dict[str, int] = field(default_factory=dict)
    """How many words an engine's pages have, by engine, audience and size."""
    passed: dict[str, str] = field(default_factory=dict)
    """Why an engine was not measured for a size, or at all."""

    def of(self, tool: str, case: Case) -> list[Usage]:
        """Return what an engine took for a case in each round."""
        return [each.usage for each in self.measured if (each.tool, each.case) == (tool, case)]

    def median(self, tool: str, case: Case, what: str) -> float | None:
        """Return the median of one thing that an engine took, None if it was not measured."""
        found = [getattr(used, what) for used in self.of(tool, case)]
        return median(found) if found else None

    def ratios(self, tool: str, base: str, case: Case) -> list[float]:
        """Return how many times the CPU of another engine one took, within each round, sorted."""
        rounds: dict[int, dict[str, float]] = {}
        for each in self.measured:
            if each.case == case:
                rounds.setdefault(each.number, {})[each.tool] = each.usage.cpu
        pairs = ((cpu[tool], cpu[base]) for cpu in rounds.values() if {tool, base} <= cpu.keys())
        return sorted(own / other for own, other in pairs)

    def sizes(self) -> list[int]:
        """Return the sizes that were measured."""
        return sorted({each.case.dossiers for each in self.measured})

    def save(self, file: Path) -> None:
        """Write all of it as JSON."""
        file.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")


def load(file: Path) -> Results:
    """Return what was saved."""
    kept = json.loads(file.read_text(encoding="utf-8"))
    return Results(**{**kept, "measured": list(_measured(kept["measured"]))})


def _measured(kept: Iterable[dict[str, object]]) -> Iterable[Measured]:
    for each in kept:
        case, usage = Case(**each["case"]), Usage(**each["usage"])  # type: ignore[arg-type]
        yield Measured(str(each["tool"]), case, int(str(each["number"])), usage)


def words_key(tool: str, case: Case) -> str:
    """Return the name under which the words of an engine's pages are kept."""
    return f"{tool} {case.audience} {case.dossiers}"
