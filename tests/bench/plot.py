"""What a run measured to an SVG: CPU seconds by number of dossiers, on logarithmic scales."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from tests.bench.engines import TOOLS
from tests.bench.results import Case, Results

PANELS = (("cold", "Cold build, private"), ("edit", "An edit of one dossier's prose"))
COLOURS = ("#0b57d0", "#7a7a7a", "#444746", "#b3261e", "#a15c00", "#7b3fa0")
"""One an engine. Each is read on white, which the picture brings along."""
WIDTH, HEIGHT, PLOT = 440, 340, 210
"""Of a panel, and how wide its lines run; names stand to their right."""
LEFT, TOP, BOTTOM, LINE = 52, 44, 40, 15


@dataclass(frozen=True, slots=True)
class Scale:
    """Where numbers stand on a logarithmic axis."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return the place of a number."""
        share = math.log(value / self.low) / math.log(self.high / self.low)
        return round(self.start + share * (self.end - self.start), 1)

    def powers(self) -> Iterator[float]:
        """Yield the powers of ten on it."""
        first, last = math.ceil(math.log10(self.low)), math.floor(math.log10(self.high))
        yield from (10.0**power for power in range(first, last + 1))


def plot(results: Results) -> str:
    """Return the picture."""
    width = WIDTH * len(PANELS)
    view = f'viewBox="0 0 {width} {HEIGHT}" role="img"'
    font = 'font-family="system-ui, sans-serif" font-size="12"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {view} {font}>',
        "<title>CPU seconds by number of dossiers</title>",
        f'<rect width="{width}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for number, (act, title) in enumerate(PANELS):
        parts.append(f'<g transform="translate({number * WIDTH} 0)">')
        parts += [f'<text x="{LEFT}" y="22" font-weight="600">{escape(title)}, CPU s</text>']
        parts += [*_panel(results, act), "</g>"]
    return "\n".join([*parts, "</svg>", ""])


def _panel(results: Results, act: str) -> Iterator[str]:
    sizes = results.sizes()
    lines = {}
    for tool, colour in zip(TOOLS, COLOURS, strict=True):
        found = [
            (size, results.median(tool.name, Case(act, "private", size), "cpu")) for size in sizes
        ]
        points = [(size, seconds) for size, seconds in found if seconds]
        if points:
            lines[tool.title] = (colour, points)
    seconds = [value for _, points in lines.values() for _, value in points]
    if not seconds:
        return
    across = Scale(sizes[0] / 1.1, sizes[-1] * 1.1, LEFT, LEFT + PLOT)
    up = Scale(min(seconds) / 1.4, max(seconds) * 1.4, HEIGHT - BOTTOM, TOP)
    yield from _axes(across, up, sizes)
    ends = _apart([up.at(points[-1][1]) for _, points in lines.values()])
    for (title, (colour, points)), end in zip(lines.items(), ends, strict=True):
        yield from _line(title, colour, [(across.at(x), up.at(y)) for x, y in points], end)


def _axes(across: Scale, up: Scale, sizes: Sequence[int]) -> Iterator[str]:
    for power in up.powers():
        y = up.at(power)
        yield f'<path d="M{LEFT} {y}h{PLOT}" stroke="#ddd"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 4}" text-anchor="end" fill="#444">{power:g}</text>'
    for size in sizes:
        x = across.at(size)
        yield f'<text x="{x}" y="{HEIGHT - 20}" text-anchor="middle" fill="#444">{size}</text>'
    middle = LEFT + PLOT / 2
    yield f'<text x="{middle}" y="{HEIGHT - 4}" text-anchor="middle" fill="#444">dossiers</text>'


def _line(
    title: str, colour: str, points: Sequence[tuple[float, float]], end: float
) -> Iterator[str]:
    path = " ".join(f"{x},{y}" for x, y in points)
    yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    yield from (f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>' for x, y in points)
    yield f'<text x="{LEFT + PLOT + 8}" y="{end + 4}" fill="{colour}">{escape(title)}</text>'


def _apart(places: Sequence[float]) -> list[float]:
    """Return places of names in the same order, moved so that no two overlap."""
    moved = dict.fromkeys(range(len(places)), 0.0)
    lowest = -math.inf
    for number in sorted(moved, key=places.__getitem__):
        lowest = max(places[number], lowest + LINE)
        moved[number] = lowest
    return list(moved.values())
