"""Signs and units that stand twice where a metric is printed."""

import pytest

from tests.builders import edited, problems_of

RECORDS = "content/evidence/qortex.yml"
OLD = 'value: 22, unit: "%", op: "+"'


@pytest.mark.parametrize("unit", ["EUR", "\N{EURO SIGN}"])
def test_currency_stands_once(unit: str) -> None:
    display = "\N{EURO SIGN}22"
    files = edited(RECORDS, OLD, f'value: 22, unit: "{unit}", display: "{display}"')
    found = [p for p in problems_of(files) if p.endswith("[figure-doubled]")]
    assert len(found) == 1
    assert "the unit twice" in found[0]
