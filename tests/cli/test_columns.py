"""Old and new side by side: in two columns, below each other, and with odd letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.cli.columns import cells, shown, side_by_side, wrap
from dossier.model.lock import Change

CHANGES = (
    Change("claim", "It retrieves better than plain similarity", "It retrieves worse"),
    Change("limits", "", "One domain"),
)


def test_wide_terminal_has_two_columns() -> None:
    assert side_by_side(CHANGES, 72) == [
        "          reviewed                        now",
        "  claim   It retrieves better than plain  It retrieves worse",
        "          similarity",
        "  limits  (nothing)                       One domain",
    ]


def test_narrow_terminal_has_one() -> None:
    assert side_by_side(CHANGES, 30) == [
        "  claim",
        "    - It retrieves better than",
        "      plain similarity",
        "    + It retrieves worse",
        "  limits",
        "    - (nothing)",
        "    + One domain",
    ]


def test_lines_never_grow_past_what_can_be_read_at_once() -> None:
    change = Change("claim", "word " * 100, "word " * 100)
    assert max(map(len, side_by_side([change], 400))) <= 120


def test_nothing_changed_says_nothing() -> None:
    assert [side_by_side((), width) for width in (30, 80)] == [[], []]


def test_wide_letters_take_two_places_and_combining_ones_none() -> None:
    assert [cells(text) for text in ("abc", "漢字", "e\u0301")] == [3, 4, 1]
    assert wrap("漢字漢字漢字", 5) == ["漢字", "漢字", "漢字"]


def test_long_word_is_cut() -> None:
    assert wrap("a https://example.org/long b", 10) == ["a", "https://ex", "ample.org/", "long b"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[2J", "\\u001b[2J"),
        ("a\u202eb", "a\\u202eb"),
        ("1\u00a0ms", "1 ms"),
        ("e\u0301", "e\u0301"),
    ],
)
def test_nothing_reaches_the_terminal_that_it_would_obey(text: str, expected: str) -> None:
    assert shown(text) == expected


@given(st.text(), st.text(), st.integers(20, 200))
def test_no_line_is_wider_than_the_terminal(old: str, new: str, width: int) -> None:
    lines = side_by_side([Change("metrics.precision.value", old, new)], width)
    assert all(cells(line) <= width for line in lines)
