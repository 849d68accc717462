from decimal import Decimal

from dossier.model.evidence import Operator
from dossier.quantities.deriving import derived
from dossier.quantities.lexicon import lexicon
from dossier.quantities.measuring import value_in


def test_difference_change_and_factor_follow_from_two_values() -> None:
    new, old = (value_in([Decimal(n)], "kWh", lexicon("en")) for n in (5, 10))
    found = [(kind, value) for kind, value in derived(new, old, None)]
    change = [("%", 50), ("x", 2), ("%", 50)]
    assert found == [("energy", Decimal(18000000)), *change]


def test_rest_and_factor_follow_from_a_fall() -> None:
    fall = value_in([Decimal(60)], "%", lexicon("en"))
    assert list(derived(fall, None, Operator.MINUS)) == [("%", 40), ("x", Decimal("2.5"))]
    assert list(derived(fall, None, None)) == []
