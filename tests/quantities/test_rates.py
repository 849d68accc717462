import pytest

from dossier.quantities.quantity import Rate
from dossier.quantities.rates import is_price
from tests.quantities.reading import figures, one

DAY, WEEK = 86400, 604800


@pytest.mark.parametrize(
    ("text", "kind", "size"),
    [
        ("40 orders a day", "time", DAY),
        ("40 new orders per week", "time", WEEK),
        ("40 orders/day", "time", DAY),
        ("40 orders daily", "time", DAY),
        ("40 orders come in at the doors of our shop every day", "time", DAY),
        ("40 orders come in at the doors of our shop daily", "time", DAY),
        ("every week, 310 t", "time", WEEK),
        ("2.1 per 1,000 patient days", "word:patient", 1000),
        ("$5 per user", "word:user", 1),
        ("3.1 per million bottles", "word:bottl", 10**6),
        ("3.1 of every million bottles", "word:bottl", 10**6),
        ("3 per 10 million bottles", "word:bottl", 10**7),
        ("5 kWh per litre", "volume", 1),
        ("5 kWh/m3", "volume", 1000),
        ("5 kWh per cubic metre", "volume", 1000),
        ("5 m3 of water are drawn every week", "time", WEEK),
        ("$5 less is spent on care every month", "time", 2628000),
    ],
)
def test_rates_are_read(text: str, kind: str, size: int) -> None:
    rate = one(text).rate
    assert rate is not None
    assert rate.kind == kind
    assert rate.size == size


@pytest.mark.parametrize(
    "text",
    [
        "40 orders in a day",
        "5 m3 of water, read once a week",
        "5 m3 of water per site",
        "2 interns on daily tasks",
        "40 orders for people at home who meet every week",
        "40 orders come in from the shop and we meet every week",
        "40 orders come in from the shop, swept every week",
        "40 orders come in from the shop in a week",
        "40 orders",
    ],
)
def test_spans_are_no_rates(text: str) -> None:
    assert one(text).rate is None


def test_how_often_something_is_done_is_no_rate_of_a_count() -> None:
    assert [f.text for f in figures("40 sensors report every 15 seconds")] == ["40", "15 seconds"]
    assert one("3 leaks every 15 seconds").rate


def test_equal_rates_compare() -> None:
    assert one("5 a day").rate == Rate("time", one("5 a day").rate.size)  # type: ignore[union-attr]


def test_time_is_preferred_to_what_else_a_figure_is_per() -> None:
    assert one("9,400 litres per cow per year").rate == one("9,400 litres a year").rate


def test_price_is_money_per_what_no_sum_of_money_is_per() -> None:
    price, year = one("3 ct per kWh").rate, one("$5 per year").rate
    assert is_price(price, None)
    assert is_price(price, year)
    assert not is_price(price, price)
    assert not is_price(year, None)
