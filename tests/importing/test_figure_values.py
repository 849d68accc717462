from __future__ import annotations

from decimal import Decimal

import pytest

from dossier.importing.figure_values import scaled, scope_of, unit_of, values_of
from dossier.quantities.lexicon import lexicon
from dossier.quantities.quantity import Quantity
from dossier.quantities.reader import quantities
from dossier.quantities.tokens import tokens


def figure(text: str) -> Quantity:
    (found,) = quantities(text, tokens(text), lexicon("en"))
    return found


@pytest.mark.parametrize(
    ("text", "values", "unit", "scale", "scope"),
    [
        ("1,200 tickets", [1200], "", "", ""),
        ("0.10 ms", [Decimal("0.10")], "ms", "", ""),
        ("EUR 2.4m", [2400000], "EUR", "2.4m", ""),
        ("4.7 out of 5", [Decimal("4.7")], "", "", "out of 5"),
        ("14 kg", [14], "kg", "", ""),
        ("8 to 10 people", [8, 10], "", "", ""),
        ("between 30 and 40 kg", [30, 40], "kg", "", ""),
        ("5-7 km", [5, 7], "km", "", ""),
        ("12-hour shift", [12], "hour", "", ""),
    ],
)
def test_a_figure_keeps_its_digits_its_unit_and_what_it_is_out_of(
    text: str, values: list[Decimal | int], unit: str, scale: str, scope: str
) -> None:
    found = figure(text)
    assert (values_of(found), unit_of(found)) == (values, unit)
    assert (scaled(found), scope_of(found)) == (scale, scope)
