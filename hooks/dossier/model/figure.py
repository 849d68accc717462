"""Metrics to figures, spelled as readers see them: `+22%`, `0.02 ms`, `100+`, `2–3 weeks`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dossier.model.evidence import Metric, Operator, Record

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
WITH_SCOPE = "with scope"
"""The title of a reference that says the metric's scope behind its value."""
_MEASURES = """
% ‰ ns µs us ms s min h B kB KB MB GB TB KiB MiB GiB Hz kHz MHz GHz x × °C K W kWh USD EUR
"""
MEASURES = frozenset(_MEASURES.split())
"""Units of a measured quantity. Any other unit names what is counted."""
_SIGNS = {Operator.AT_MOST: "≤", Operator.AT_LEAST: "≥"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A value as it is printed."""

    number: str
    """With its sign: `+22`."""
    unit: str
    """Empty for none."""

    @property
    def closes_up(self) -> bool:
        """Whether no space stands between number and unit."""
        return self.unit in ("", "%")

    def __str__(self) -> str:
        return self.number + ("" if self.closes_up else NO_BREAK_SPACE) + self.unit


def spell(metric: Metric) -> Figure:
    """Spell a metric, digits as typed."""
    number = metric.display or "–".join(str(value) for value in metric.value)
    unit = metric.unit or ""
    if metric.op is Operator.AT_LEAST and unit not in MEASURES:
        return Figure(f"{number}+", unit)
    sign = _SIGNS.get(metric.op, metric.op.value) if metric.op else ""
    return Figure(f"{sign}{number}", unit)


def caption(name: str, baseline: str = "", scope: str = "", qualifier: str = "") -> str:
    """Say what a value is of, as far as it is told: `recall against BM25; per query (warm)`."""
    compared = " ".join(part for part in (name, baseline and f"against {baseline}") if part)
    told = "; ".join(part for part in (compared, scope) if part)
    return f"{told} ({qualifier})" if qualifier else told


def qualifier(record: Record, metric: Metric, title: str, plain: Callable[[str], str]) -> str:
    """Return what a titled reference says behind a value, ` (on 20 concepts)`; nothing for none.

    `plain` returns a text field without its markup.
    """
    said = title
    if title == WITH_SCOPE:
        said = plain(metric.scope) if metric.scope else next(iter(record.must_say), "")
    return f" ({said})" if said.strip() else ""
