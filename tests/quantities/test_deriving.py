from decimal import Decimal

import pytest

from dossier.model.evidence import Operator
from dossier.quantities.deriving import are_product, derived
from dossier.quantities.lexicon import lexicon
from dossier.quantities.measuring import value_in
from tests.quantities.reading import figures


def test_difference_change_and_factor_follow_from_two_values() -> None:
    new, old = (value_in([Decimal(n)], "kWh", lexicon("en")) for n in (5, 10))
    found = [(kind, value) for kind, value in derived(new, old, None)]
    change = [("%", 50), ("x", 2), ("%", 50)]
    assert found == [("energy", Decimal(18000000)), *change]


def test_rest_and_factor_follow_from_a_fall() -> None:
    fall = value_in([Decimal(60)], "%", lexicon("en"))
    assert list(derived(fall, None, Operator.MINUS)) == [("%", 40), ("x", Decimal("2.5"))]
    assert list(derived(fall, None, None)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.6 W, about 38 Wh in 24 hours", True),
        ("in 24 hours 38 Wh, at 1.6 W", True),
        ("42 t/ha, which is 420 t from 10 ha", True),
        ("20 calls of 6 minutes take 2 hours", True),
        ("1.6 W, about 48 Wh in 24 hours", False),
        ("3 vans, 12 stops and 36 drops", False),
    ],
)
def test_figures_are_multiplied(text: str, *, expected: bool) -> None:
    assert are_product(*figures(text)) is expected
