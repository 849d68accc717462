from dataclasses import replace
from decimal import Decimal

import pytest

from dossier.records.agreement import Agreement, agreement, is_less
from tests.claims.saying import known
from tests.quantities.reading import one

VALUE, BEFORE = Agreement.VALUE, Agreement.BEFORE
DERIVED, WRONG = Agreement.DERIVED, Agreement.WRONG
GAIN = 'value: 22, unit: "%", op: "+"'
TIME = "value: 9, unit: minutes, before: 14"


@pytest.mark.parametrize(
    ("metric", "text", "expected"),
    [
        (GAIN, "22%", VALUE),
        (GAIN, "26%", WRONG),
        (GAIN, "22 pp", WRONG),
        (GAIN, "over 20%", VALUE),
        (GAIN, "over a fifth", VALUE),
        (GAIN, "nearly a quarter", WRONG),
        (GAIN, "22 ms", None),
        (GAIN, "26 ms", None),
        (GAIN, "22 boxes", None),
        ("value: 3, unit: working days", "three days", VALUE),
        ("value: 3, unit: working days", "3 hours", WRONG),
        ("value: 3, unit: working days", "3 weeks", WRONG),
        ("value: 3, unit: working days", "3 working days", VALUE),
        ("value: 3, unit: working days", "3 working hours", WRONG),
        ("value: 3, unit: man-days", "3 man-hours", WRONG),
        ("value: 3, unit: man-days", "3 man-days", VALUE),
        ("value: 3, unit: moves per hour", "3 working days", VALUE),
        ("value: 3, unit: working days", "3 kg", None),
        ("value: 57, scope: of 60", "all but 3", DERIVED),
        ("value: 57, scope: of 60", "all but 13", WRONG),
        ("value: 57", "all but 3", None),
        ("value: 57, scope: of 60", "57 out of 60", VALUE),
        ("value: 57, scope: of 60", "58 out of 60", WRONG),
        ("value: 57, scope: of 60", "57 out of 80", WRONG),
        ("value: 57, scope: of 60", "58 out of 80", None),
        ("value: 57, scope: of 60", "3 beds", DERIVED),
        ("value: 57, scope: of 60", "60 beds", WRONG),
        ("value: 412, before: 268", "nine out of ten", None),
        ("value: 412, before: 268", "90%", WRONG),
        ('value: 1.7, unit: "%"', "17 per 1,000 planks", VALUE),
        ('value: 1.7, unit: "%"', "1.7 per 1,000 planks", WRONG),
        ('value: 1.7, unit: "%"', "17 per mille", VALUE),
        (TIME, "9 minutes", VALUE),
        (TIME, "540 s", VALUE),
        (TIME, "14 minutes", BEFORE),
        (TIME, "5 minutes", DERIVED),
        (TIME, "36%", DERIVED),
        (TIME, "50%", WRONG),
        (TIME, "9 hours", WRONG),
        (TIME, "9th", None),
        ("value: 26000, op: '>=', before: 9000", "fewer than 26,000", WRONG),
        ("value: 2.8, unit: µA", "2.8 mA", WRONG),
        ("value: 0.02, unit: s", "20 ms", VALUE),
        ("value: 0.38, unit: kWh/m³", "0.38 kWh per litre", WRONG),
        ("value: 0.38, unit: kWh/m³", "0.38 Wh per litre", VALUE),
        ("value: 0.38, unit: kWh/m³", "0.38 kWh per cubic metre", VALUE),
        ("value: 240000, unit: EUR", "$240,000", WRONG),
        ('value: 240000, unit: "€"', "€240,000", VALUE),
        ('value: 240000, unit: "€"', "240,000 €", VALUE),
        ('value: 240000, unit: "€"', "€240", WRONG),
        ('value: 240000, unit: "€", scope: per year', "3 ct/kWh", None),
        ("value: 0.06, unit: mg/l, before: 0.11", "0.6 mg/l", WRONG),
        ("value: 0.06, unit: mg/l, before: 0.11", "0.05 mg/l", DERIVED),
        ("value: 60, unit: fps", "60 fps", VALUE),
        ("value: 60, unit: fps", "60 Hz", WRONG),
        ("value: 4.8, scope: out of 5", "4.8 out of 10", WRONG),
        ("value: 4.8, scope: out of 5", "4.8 out of 5", VALUE),
        ("value: 4, scope: per 1000 calls", "one in 250", VALUE),
        ("value: 4, scope: per 1000 calls", "one in 25", None),
        ("value: 40, scope: per day", "40 a week", WRONG),
        ("value: 40, scope: per day", "280 a week", VALUE),
        ("value: 980, unit: m", "160 km/h", None),
        ("value: 980, unit: m", "160 km", WRONG),
        ('value: 99.8, unit: "%"', "99.99%", WRONG),
        ('value: 96.5, unit: "%"', "97%", WRONG),
        ("value: 3.94, unit: s", "3.9 s", VALUE),
        ("value: 3.94, unit: s", "about 4 s", VALUE),
        ('value: 100, op: ">="', "100+", VALUE),
        ('value: 100, op: ">="', "500+", WRONG),
        ('value: 0.01, unit: ms, op: "<"', "over 0.01 ms", WRONG),
        ("value: 0.83", "83%", VALUE),
        ("value: 600, forms: [hours]", "600 hours", VALUE),
        ("value: 9", "between 8 and 10", VALUE),
        ("value: [5, 8], unit: days", "6 days", VALUE),
    ],
)
def test_figures_agree_or_not(metric: str, text: str, expected: Agreement | None) -> None:
    (meaning,) = known(f"id: precision, name: hours spent, {metric}")
    assert agreement(one(text), meaning) is expected


@pytest.mark.parametrize(
    ("metric", "sign", "told", "expected"),
    [
        ('value: 97, unit: "%"', "", (), True),
        ('value: 97, unit: "%"', "", (97,), False),
        ('value: 100, unit: "%"', "", (), False),
        ('value: 97, unit: "%"', "-", (), False),
        (GAIN, "", (), False),
        ('value: 61, unit: "%", op: "-"', "-", (), True),
        ('value: 61, unit: "%", op: "-"', "-", (39,), False),
        ("value: 3, before: 11", "-", (), True),
        ("value: 0, before: 11", "-", (), False),
        ("value: 11, before: 3", "-", (), False),
    ],
)
def test_record_says_less_than_all(
    metric: str, sign: str, told: tuple[int, ...], *, expected: bool
) -> None:
    total = replace(one("100%"), sign=sign)
    (meaning,) = known(f"id: precision, name: precision, {metric}")
    assert is_less(total, meaning, frozenset(map(Decimal, told))) is expected


@pytest.mark.parametrize(
    ("metric", "told", "expected"),
    [
        ("value: 3", (), True),
        ("value: 3", (3,), False),
        ("value: 0", (), False),
        ('value: 3, op: "<="', (), False),
        ('value: 3, unit: "%"', (), False),
    ],
)
def test_record_of_some_is_no_record_of_none(
    metric: str, told: tuple[int, ...], *, expected: bool
) -> None:
    (meaning,) = known(f"id: precision, name: precision, {metric}")
    assert is_less(one("zero"), meaning, frozenset(map(Decimal, told))) is expected
