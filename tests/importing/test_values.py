"""Words as people write them to the values of fields."""

from decimal import Decimal

import pytest

from dossier.importing.values import (
    find_link,
    find_span,
    plain_line,
    read_date,
    read_fit,
    read_strength,
    split_list,
)


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2026-02-10", "2026-02-10"),
        ("2026/2/1", "2026-02-01"),
        ("2026", "2026"),
        ("Feb 2026", "2026-02"),
        ("**Feb. 2026**", "2026-02"),
        ("12 March 2021", "2021-03-12"),
        ("March 3, 2021", "2021-03-03"),
        ("05/2020", "2020-05"),
        ("5/2020", "2020-05"),
        ("02/10/2026", None),  # its month depends on where one lives
        ("13/2020", None),
        ("2026-02-30", None),
        ("soon", None),
        ("", None),
    ],
)
def test_date_is_read_year_first(said: str, date: str | None) -> None:
    assert read_date(said) == date


@pytest.mark.parametrize(
    ("said", "since", "until"),
    [
        ("05/2020 -- 06/2021", "2020-05", "2021-06"),
        ("Engineer (Jan 2019 – Present)", "2019-01", "present"),
        ("2016-2018", "2016", "2018"),
        ("Sept. 2012 to Oct 2013", "2012-09", "2013-10"),
        ("2020-05–now", "2020-05", "present"),
        ("03/2017 – heute", "2017-03", "present"),
        ("since May 2020", "2020-05", None),
        ("juillet 2011 – août 2013", "2011-07", "2013-08"),
        ("März 2019 bis heute", "2019-03", "present"),
        ("marzo de 2019 a julio de 2020", "2019-03", "2020-07"),
        ("depuis févr. 2020", "2020-02", None),
        ("June 2018 to date", "2018-06", "present"),
        ("Feb 2020 → today", "2020-02", "present"),
        ("2015 -> 2018", "2015", "2018"),
    ],
)
def test_span_is_found(said: str, since: str, until: str | None) -> None:
    found = find_span(said)
    assert found
    assert (found.since, found.until) == (since, until)
    assert found.said in said


@pytest.mark.parametrize("said", ["call 555-2020-1234", "20 to 30 people", "pages 2019", "2-3"])
def test_no_span_is_found(said: str) -> None:
    assert find_span(said) is None


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("Strong", ("strong", "", "Strong")),
        ("Direct match", ("direct", "", "Direct match")),
        ("Moderate — why", ("moderate", "why", "Moderate")),
        ("Moderate (why (really))", ("moderate", "why (really)", "Moderate")),
        ("**Weak**: honest", ("weak", "honest", "**Weak**")),
        ("✅ Strong", ("strong", "", "✅ Strong")),
        (
            "Strong — see [it](https://x.example)",
            ("strong", "see [it](https://x.example)", "Strong"),
        ),
        ("great stuff", None),
        ("8/10", None),
        ("", None),
    ],
)
def test_strength_is_read_with_its_note(cell: str, read: tuple[str, str, str] | None) -> None:
    assert read_strength(cell) == read


@pytest.mark.parametrize(
    ("said", "fit"),
    [("4/5", "4"), ("**3.5/5**", "3.5"), ("5 out of 5", "5"), ("8/10", None), ("5.5/5", None)],
)
def test_fit_is_out_of_five(said: str, fit: str | None) -> None:
    assert read_fit(said) == (Decimal(fit) if fit else None)


def test_commas_in_brackets_part_no_list() -> None:
    assert split_list("Rust (or C, Zig), SQL") == ["Rust (or C, Zig)", "SQL"]
    assert split_list("a, b; c, d") == ["a, b", "c, d"]


def test_link_is_found_with_its_words() -> None:
    assert find_link("see [Posting](https://a.example/b)") == ("https://a.example/b", "Posting")
    assert find_link("<https://a.example/b>") == ("https://a.example/b", "")
    assert find_link("at https://a.example/c---d.") == ("https://a.example/c---d", "")
    assert find_link("[x](javascript:alert(1))") is None


def test_line_with_a_link_is_no_plain_line() -> None:
    assert plain_line("**Senior** _Engineer_ `x`") == "Senior Engineer x"
    assert plain_line("[x](y)") is None
