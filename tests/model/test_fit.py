"""How well a role fits: out of five, and what is written instead."""

from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from dossier.model.fit import Fit

FIT: TypeAdapter[Decimal] = TypeAdapter(Fit)


@pytest.mark.parametrize("fit", ["0", "3.5", "3.7", "5", "5.0"])
def test_a_fit_is_out_of_five_with_one_decimal_at_most(fit: str) -> None:
    assert FIT.validate_python(Decimal(fit)) == Decimal(fit)


@pytest.mark.parametrize(
    ("fit", "hint", "cure"),
    [
        ("3.75", "write `3.8`", "3.8"),
        ("8", "8 of 10 is `4` here", "4"),
        ("7.5", "7.5 of 10 is `3.8` here", "3.8"),
        ("85", "write 0 to 5: `3.5`", "3.5"),
        ("-1", "write 0 to 5: `3.5`", "3.5"),
    ],
)
def test_any_other_is_told_with_what_to_write(fit: str, hint: str, cure: str) -> None:
    with pytest.raises(ValidationError) as raised:
        FIT.validate_python(Decimal(fit))
    assert raised.value.errors()[0]["ctx"]["hint"] == hint
    assert f"`{cure}`" in hint
    FIT.validate_python(Decimal(cure))
