"""Two values of one thing to what follows from them: difference, change in per cent, factor."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dossier.model.evidence import Operator
from dossier.quantities.quantity import Value


def derived(
    told: Value, before: Value | None, op: Operator | None
) -> Iterator[tuple[str, Decimal]]:
    """Yield what follows from a value and its earlier one, or from a change, each with its kind."""
    value, kind = told.values[0], told.unit.kind
    if before and before.unit.kind == kind and before.values[0] and value:
        old = before.values[0]
        yield ("pp" if kind == "%" else kind), abs(value - old)
        yield from [("pp", abs(value - old))] if not kind else ()
        yield "%", abs(value - old) / old * 100
        yield "x", max(value, old) / min(value, old)
        yield "%", value / old * 100
    elif kind == "%" and op is Operator.PLUS:
        yield "x", 1 + value / 100
    elif kind == "%" and op is Operator.MINUS:
        yield "%", 100 - value
        if value < 100:  # noqa: PLR2004 - of per cent
            yield "x", 1 / (1 - value / 100)
    elif kind == "x" and value > 1:
        yield "%", (1 - 1 / value) * 100
        yield "%", (value - 1) * 100
        yield "%", 100 / value
