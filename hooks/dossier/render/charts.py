"""Metrics that compare to bars on one axis: from zero, each with its value beside it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from dossier.model.evidence import Metric, Operator
from dossier.model.figure import Figure, part_thousands, spell
from dossier.plain.frozen import frozen
from dossier.render.figures import written

FEWEST, MOST = 2, 4
"""How many bars a chart has. One compares to nothing, and five are a table."""
_ENDS = tuple(Decimal(end) for end in ("1", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10"))
"""Round numbers at which an axis may end, times a power of ten."""
_EXTREME = 15
"""Powers of ten beyond which a number is not drawn."""
_ZERO = Decimal()


@frozen
class Mark:
    """A metric with what has to be said beside it."""

    metric: Metric
    baseline: Markup
    scope: Markup
    qualifier: str
    """What must be said beside name, baseline and scope, empty for nothing."""


@frozen
class BarView:
    """A metric as a bar, or a range as a span."""

    value: Figure
    caption: Markup
    """Its name, with what must be said of this one alone."""
    start: str
    """Where it begins, in hundredths of the axis."""
    width: str


@frozen
class ChartView:
    """Two to four metrics on one axis, all of the same unit, baseline and scope."""

    bars: tuple[BarView, ...]
    zero: str
    """Where zero stands, in hundredths of the axis."""
    low: str
    high: str
    """The ends of the axis, in the unit that stands beside each value."""
    beside_scope: Markup
    """What is the same for all of them, where the scope stands beside it."""
    in_full: Markup
    """The same with the scope, where nothing else is said."""
    doubt: str = ""
    """Why one of them may not count, empty unless it stands alone."""


def comparable(marks: Sequence[Mark]) -> tuple[tuple[int, ...], ...]:
    """Return the positions of the metrics that one chart can show, chart by chart."""
    alike: dict[tuple[object, ...], list[int]] = {}
    for position, mark in enumerate(marks):
        metric = mark.metric
        # Numbers without a unit count different things, and a change is no share of a whole.
        if metric.unit and all(_is_drawable(value) for value in metric.value):
            key = (metric.unit, _is_change(metric), mark.baseline, mark.scope)
            alike.setdefault(key, []).append(position)
    return tuple(
        tuple(positions)
        for positions in alike.values()
        if FEWEST <= len(positions) <= MOST
        and any(value for position in positions for value in marks[position].metric.value)
    )


def chart(marks: Sequence[Mark], thousands: str = "") -> ChartView:
    """Draw metrics that are comparable, with what parts the thousands of a number."""
    spans = [_span(mark.metric) for mark in marks]
    low = -_axis_end(-min(_ZERO, *(start for start, _ in spans)))
    high = _axis_end(max(_ZERO, *(end for _, end in spans)))

    def place(value: Decimal) -> Decimal:
        return round((value - low) / (high - low) * 100, 2)

    said = {mark.qualifier for mark in marks}
    shared = said.pop() if len(said) == 1 else ""
    bars = []
    for mark, (start, end) in zip(marks, spans, strict=True):
        bars.append(
            BarView(
                value=spell(mark.metric, thousands),
                caption=written(mark.metric.name, qualifier="" if shared else mark.qualifier),
                start=_plain(place(start)),
                width=_plain(place(end) - place(start)),
            )
        )
    first = marks[0]
    return ChartView(
        bars=tuple(bars),
        zero=_plain(place(_ZERO)),
        low=part_thousands(_tick(low, first.metric), thousands),
        high=part_thousands(_tick(high, first.metric), thousands),
        beside_scope=written("", first.baseline, qualifier=shared),
        in_full=written("", first.baseline, first.scope, shared),
    )


def _is_drawable(value: Decimal) -> bool:
    return value.is_finite() and abs(value.adjusted()) <= _EXTREME


def _is_change(metric: Metric) -> bool:
    return metric.op in (Operator.PLUS, Operator.MINUS) or min(metric.value) < 0


def _span(metric: Metric) -> tuple[Decimal, Decimal]:
    """Return where a metric begins and ends: at zero and its value, or at a range's two ends."""
    sign = -1 if metric.op is Operator.MINUS else 1
    ends = [sign * value for value in metric.value]
    first, last = min(ends), max(ends)
    return (first, last) if len(ends) > 1 else (min(first, _ZERO), max(last, _ZERO))


def _axis_end(value: Decimal) -> Decimal:
    """Return the least round number that is not below `value`."""
    if not value:
        return _ZERO
    return next(end for step in _ENDS if (end := step.scaleb(value.adjusted())) >= value)


def _tick(value: Decimal, metric: Metric) -> str:
    sign = "+" if value > 0 and _is_change(metric) else ""
    return f"{sign}{_plain(value)}"


def _plain(value: Decimal) -> str:
    """Write a number without an exponent and without zeros at its end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
