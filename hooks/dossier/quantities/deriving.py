"""Two values of one thing to what follows from them: difference, change in per cent, factor."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dossier.model.evidence import Operator
from dossier.quantities.quantity import Quantity, Value

_PRODUCTS = {("power", "time"): "energy", ("current", "time"): "charge"}
_SAME = Decimal("0.025")
"""How far a product may be rounded."""


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


def are_product(one: Quantity, two: Quantity, three: Quantity) -> bool:
    """Return whether one of three figures is the product of the others: `1.6 W, 38 Wh in 24 h`."""
    return any(
        _is_product(*figures)
        for figures in ((one, two, three), (one, three, two), (two, three, one))
    )


def _is_product(one: Quantity, two: Quantity, product: Quantity) -> bool:
    value = one.values[0] * two.values[0]
    for each, other in ((one, two), (two, one)):
        if each.rate and each.rate.kind == other.kind:
            # `42 t/ha, which is 420 t from 10 ha`
            return _is_near(product, each.kind, value / each.rate.size)
    kinds = sorted((one.kind, two.kind))
    # A count of things that have a unit; two counts are multiplied by chance.
    kind = kinds[1] if not kinds[0] else _PRODUCTS.get((kinds[0], kinds[1]), "")
    return bool(kind) and _is_near(product, kind, value)


def _is_near(product: Quantity, kind: str, value: Decimal) -> bool:
    return product.kind == kind and abs(product.values[0] - value) <= value * _SAME
