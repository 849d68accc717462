import pytest

from tests.quantities.reading import figures, one


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("22%", "22", "%"),
        ("22 %", "22", "%"),
        ("2.8 mA", "0.0028", "current"),
        ("2.8 µA", "0.0000028", "current"),
        ("1.9 cm", "0.019", "length"),
        ("20 ms", "0.020", "time"),
        ("0.02 s", "0.02", "time"),
        ("16K lines", "16000", ""),
        ("$1.2 million", "1200000", "money:USD"),
        ("€5m", "5000000", "money:EUR"),
        ("1,234.5 tests", "1234.5", ""),
        ("16 000 lines", "16000", ""),
        ("0,02 ms", "0.00002", "time"),
        ("12 percentage points", "12", "pp"),
        ("3 m2", "3", "area"),
        ("21 °C", "21", "degrees:C"),
        ("3 mGy·cm", "0.00003", "absorbed dose·length"),
        ("60 fps", "60", ""),
        ("5x", "5", "x"),
        ("a factor of 5", "5", "x"),
        ("multiplied by four", "4", "x"),
        ("16-bit", "16", "bits"),
    ],
)
def test_value_and_unit_are_read(text: str, value: str, kind: str) -> None:
    found = one(f"Of {text} here")
    assert (str(found.values[0].normalize().__format__("f")), found.kind) == (
        f"{found.values[0].__class__(value).normalize():f}",
        kind,
    )


@pytest.mark.parametrize(
    "text",
    [
        *("2026-12-01", "10:30", "24/7", "+1 512 555 0100", "3.11.2", "12 June"),
        *("H100", "GPT-4", "STM32L4A6", "#4521", "5G"),
    ],
)
def test_what_is_no_figure_is_passed_over(text: str) -> None:
    assert [f.text for f in figures(f"so {text}.") if not f.is_label] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [("2–3 weeks", 2), ("2 to 3 weeks", 2), ("between 2 and 3 weeks", 2), ("from 2 to 3", 1)],
)
def test_ranges_have_two_values(text: str, values: int) -> None:
    assert len(figures(text)[0].values) == values


def test_other_languages_have_their_own_spelling_and_no_words() -> None:
    (found,) = figures("über 1.234,5 ms", "de", comma=True)
    assert (found.values[0] * 1000, found.bound) == (found.values[0].__class__("1234.5"), "exact")
    assert figures("three boxes", "de") == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        *(("over 5", "at least"), ("more than a 5", "over"), ("100+", "at least")),
        *(("<5", "under"), ("about 5", "about"), ("5", "exact")),
    ],
)
def test_words_and_signs_bound_a_figure(text: str, bound: str) -> None:
    assert one(text).bound == bound


def test_signs_and_wholes_are_read() -> None:
    assert one("-38%").sign == "-"
    assert [one(text).out_of for text in ("4.8 out of 5", "4.8/5")] == [5, 5]
    assert [f.text for f in figures("4 of 6 tests")] == ["4", "6"]


def test_ratios_are_read_as_one_figure() -> None:
    assert one("46 of every 50").out_of == 50
    assert one("1 in 20").out_of == 20
    assert [f.text for f in figures("5 in 20 tries")] == ["5", "20"]


def test_what_follows_from_is_no_range() -> None:
    assert [f.text for f in figures("up from £26.90 to £31.40")] == ["£26.90", "£31.40"]
    assert [f.text for f in figures("went from two to seven per load")] == ["two", "seven"]
