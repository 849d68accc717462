from decimal import Decimal

import pytest

from dossier.quantities.lexicon import lexicon
from dossier.quantities.measuring import value_in


@pytest.mark.parametrize(
    ("unit", "kind", "value"),
    [
        ("", "", 9),
        ("minutes", "time", 540),
        ("€", "money:EUR", 9),
        ("million EUR", "money:EUR", 9000000),
        ("per day", "", 9),
        ("quires", "word:quires", 9),
        ("kWh/hl", "energy", 32400000),
    ],
)
def test_value_has_what_its_unit_measures(unit: str, kind: str, value: int) -> None:
    read = value_in([Decimal(-9)], unit, lexicon("en"))
    assert (read.unit.kind, int(read.values[0]), read.digits) == (kind, value, "9")


def test_ordinal_is_one() -> None:
    assert value_in([Decimal(2)], "", lexicon("en"), is_ordinal=True).unit.kind == "ordinal"
