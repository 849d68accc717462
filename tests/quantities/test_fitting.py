from decimal import Decimal

import pytest

from dossier.model.evidence import Operator
from dossier.quantities.fitting import fits, follows
from tests.quantities.reading import one


@pytest.mark.parametrize(
    ("text", "true", "op", "expected"),
    [
        ("22", "22", None, True),
        ("21", "22", None, False),
        ("more than 22", "22", None, False),
        ("over 20", "22", None, True),
        ("over 2", "22", None, False),
        ("under 4", "3.9", None, True),
        ("nearly 23", "22", None, True),
        ("never above 90", "22", None, True),
        ("never above 20", "22", None, False),
        ("never had fewer than 20", "22", None, True),
        ("did not fall below 30", "22", None, False),
        ("never before more than 20", "22", None, True),
        ("nearly 21", "22", None, False),
        ("nearly two million", "1800000", None, True),
        ("nearly 2,000,000", "1800000", None, False),
        ("about 4", "3.94", None, True),
        ("about 3", "3.94", None, False),
        ("3.9", "3.94", None, True),
        ("3.90", "3.94", None, False),
        ("4", "3.94", None, False),
        ("16K", "16234", None, True),
        ("410", "412", None, False),
        ("100+", "100", Operator.AT_LEAST, True),
        ("close to 104", "100", Operator.AT_LEAST, True),
        ("close to 120", "100", Operator.AT_LEAST, False),
        ("150+", "100", Operator.AT_LEAST, False),
        ("under 100", "100", Operator.AT_LEAST, False),
        ("exactly 100", "100", Operator.AT_LEAST, False),
        ("<0.01", "0.01", Operator.BELOW, True),
        ("over 0.01", "0.01", Operator.BELOW, False),
        ("never above 100", "100", Operator.AT_LEAST, False),
        ("never below 100", "100", Operator.AT_LEAST, True),
        ("never above 120", "100", Operator.AT_LEAST, True),
        ("never below 100", "100", Operator.AT_MOST, False),
        ("never above 100", "100", Operator.AT_MOST, True),
    ],
)
def test_bounds_and_rounding(text: str, true: str, op: Operator | None, *, expected: bool) -> None:
    figure = one(text)
    assert fits(figure.values[0], Decimal(true), figure, op, "") is expected


def test_high_shares_are_not_rounded_up() -> None:
    assert not fits(Decimal(97), Decimal("96.5"), one("97%"), None, "%")
    assert fits(Decimal(96), Decimal("96.4"), one("96%"), None, "%")


@pytest.mark.parametrize(
    ("text", "true", "expected"),
    [("36%", "35.7", True), ("half", "44.7", True), ("50%", "35.7", False), ("5–6", "5", False)],
)
def test_what_follows_is_known_roughly(text: str, true: str, *, expected: bool) -> None:
    assert follows(one(text), Decimal(true)) is expected
