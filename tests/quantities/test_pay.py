"""What somebody is paid is told from what they saved, raised or bargained for."""

import pytest

from dossier.plain.folding import fold
from dossier.quantities.pay import pay_in


@pytest.mark.parametrize(
    "text",
    [
        "Salary: 78,400 GBP",
        "Final wage £41,500 a year",
        "My base salary was $120k",
        "Gehalt: 52.000 EUR brutto im Jahr",
        "EUR 61,000 gross salary",
        "£78,400 a year base pay.",
    ],
)
def test_an_amount_that_is_called_a_pay_is_found(text: str) -> None:
    assert pay_in(fold(text)), text


@pytest.mark.parametrize(
    "text",
    [
        "Saved £120,000 a year in licences.",
        "Negotiated a pay rise of £2,000 for 40 porters.",
        "Cut the wage bill by £40,000.",
        "Moved payroll of £2m to one system.",
        "Settled a £2m pay dispute.",
        "Wrote the salary survey of 2019.",
    ],
)
def test_what_else_is_said_of_money_and_pay_is_none(text: str) -> None:
    assert not pay_in(fold(text)), text
