from decimal import Decimal

import pytest

from dossier.claims.numbers import Bound, Quantity, figures


def only(text: str) -> Quantity:
    (found,) = figures(text)
    return found


def told(text: str) -> list[tuple[list[str], str]]:
    """Return the values and kinds of a text's figures."""
    return [([f"{v.normalize():f}" for v in f.values], f.kind) for f in figures(text)]


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("22 %", "22", "%"),
        ("22%", "22", "%"),
        ("22 percent", "22", "%"),
        ("22 per cent", "22", "%"),
        ("+22%", "22", "%"),
        ("-22%", "22", "%"),
        (".22", "0.22", ""),
        ("twenty-two percent", "22", "%"),
        ("3 pp", "3", "pp"),
        ("3 percentage points", "3", "pp"),
        ("5 bps", "0.05", "pp"),
        ("16K", "16000", ""),
        ("16,000", "16000", ""),
        ("16 000", "16000", ""),
        ("16.000.000", "16000000", ""),
        ("1.5 million", "1500000", ""),
        ("3.94s", "3.94", "time"),
        ("3.94 s", "3.94", "time"),
        ("3,94 s", "3.94", "time"),
        ("0.02 ms", "0.00002", "time"),
        ("5 minutes", "300", "time"),
        ("2 weeks", "14", "days"),
        ("nine months", "270", "days"),
        ("twenty-two", "22", ""),
        ("a hundred", "100", ""),
        ("two hundred and five", "205", ""),
        ("several hundred", "300", ""),
        ("3 GB", "3000000000", "bytes"),
        ("2 KiB", "2048", "bytes"),
        ("$5M", "5000000", "money"),
        ("3x", "3", "x"),
        ("10 times", "10", "x"),
    ],
)
def test_every_spelling_has_its_value(text: str, value: str, kind: str) -> None:
    assert told(text) == [([value], kind)]
    assert only(text).text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2\N{EN DASH}3 weeks", (["14", "21"], "days")),
        ("2-3 weeks", (["14", "21"], "days")),
        ("2 to 3 weeks", (["14", "21"], "days")),
        ("10k to 20k", (["10000", "20000"], "")),
        ("two or three", (["2", "3"], "")),
    ],
)
def test_range_has_two_ends(text: str, expected: tuple[list[str], str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("3 tests", Bound.EXACT),
        ("exactly 3 tests", Bound.PRECISELY),
        ("about 3 tests", Bound.ABOUT),
        ("~3 tests", Bound.ABOUT),
        ("nearly 3 tests", Bound.NEARLY),
        ("more than 3 tests", Bound.OVER),
        (">3 tests", Bound.OVER),
        ("at least 3 tests", Bound.AT_LEAST),
        ("3+ tests", Bound.AT_LEAST),
        ("≥3 tests", Bound.AT_LEAST),
        ("fewer than 3 tests", Bound.UNDER),
        ("<3 tests", Bound.UNDER),
        ("up to 3 tests", Bound.AT_MOST),
        ("<=3 tests", Bound.AT_MOST),
    ],
)
def test_words_and_signs_before_a_figure_bound_it(text: str, bound: Bound) -> None:
    assert (only(text).values, only(text).bound) == ((Decimal(3),), bound)


def test_sign_is_part_of_the_figure() -> None:
    assert [(f.text, f.sign) for f in figures("+22% and -5% or 3")] == [
        ("+22%", "+"),
        ("-5%", "-"),
        ("3", ""),
    ]


@pytest.mark.parametrize(
    ("text", "value", "kind", "written"),
    [
        ("it came 2nd", "2", "ordinal", "2nd"),
        ("third place", "3", "ordinal", "third"),
        ("it doubled recall", "2", "x", "doubled"),
        ("halving the time", "2", "x", "halving"),
        ("a tenfold gain", "10", "x", "tenfold"),
        ("half of it", "50", "%", "half"),
        ("a quarter of it", "25", "%", "a quarter"),
        ("a dozen tests", "12", "", "a dozen"),
        ("dozens of tests", "24", "", "dozens of"),
        ("a couple of tests", "2", "", "a couple of"),
        ("a single test", "1", "", "a single"),
        ("for a year", "365", "days", "a year"),
        ("half a year", "182", "days", "half a year"),
    ],
)
def test_figure_may_be_told_without_a_number(
    text: str, value: str, kind: str, written: str
) -> None:
    assert (told(text), only(text).text) == ([([value], kind)], written)


@pytest.mark.parametrize(
    "text", ["H100", "GPT-4", "k8s", "user_2", "double-check", "a year ago", "no figure at all"]
)
def test_number_in_a_name_and_an_idiom_are_no_figures(text: str) -> None:
    assert list(figures(text)) == []


def test_figures_come_in_the_order_of_the_text() -> None:
    text = "twice the 22% of 3rd place"
    assert [(f.start, f.end, f.is_word) for f in figures(text)] == [
        (0, 6, True),
        (10, 13, False),
        (17, 20, False),
    ]
