import re

import pytest

from dossier.claims.attribution import (
    is_label,
    is_name,
    is_negated,
    is_of_others,
    is_quoted,
    no_figures,
)
from dossier.claims.clauses import clauses
from dossier.claims.numbers import Quantity, figures
from tests.claims.saying import read


def only(text: str) -> Quantity:
    return next(figures(text))


def test_dates_versions_and_addresses_hold_no_figures() -> None:
    text = "In May 2025 and 2024-05-01 by v1.2.3 at https://a.b/5 or 3/4 of 22%"
    spans = no_figures(text)
    assert {"May 2025", "2024-05-01", "v1.2.3", "https://a.b/5", "3/4"} <= {
        text[start:end] for start, end in spans
    }
    assert all(end <= text.index("22%") for _, end in spans)


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Tier 0 of it", True, True),
        ("Python 3 here", True, True),
        ("in 2025", True, True),
        ("two reasons to", False, True),
        ("Two tools do it, Lima and Ansible", False, True),
        ("the 2nd time", False, True),
        ("300 customers", False, False),
        ("three tests", False, False),
        ("22% of it", False, False),
    ],
)
def test_names_and_labels_are_no_claims(text: str, *, name: bool, label: bool) -> None:
    assert (is_name(text, only(text)), is_label(text, only(text))) == (name, label)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is not a 40% gain.", True),
        ("Avoid claiming 40%.", True),
        ("Not faster but 40% better.", False),
        ("It is a 40% gain.", False),
    ],
)
def test_figure_may_be_denied(text: str, *, expected: bool) -> None:
    assert is_negated(clauses(text)[-1], only(text).start) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('They say "we have 300 people here".', True),
        ('The page says "it has 300 people here".', True),
        ('I said "we cut 40 percent here".', False),
        ('My "300" it is.', False),
    ],
)
def test_words_in_quotes_are_somebody_elses(text: str, *, expected: bool) -> None:
    (statement,) = read(f"{text}\n")
    figure = only(statement.text)
    assert is_quoted(statement, clauses(statement.text)[0], figure, None) is expected


@pytest.mark.parametrize(
    ("text", "section", "expected"),
    [
        ("They employ 300 people.", "", True),
        ("I employ 300 people.", "", False),
        ("Acme has 300 tests.", "pitch", True),
        ("You run 300 tests.", "pitch", True),
        ("It would take 3 weeks.", "", True),
        ("I need 3 weeks.", "", True),
        ("Are there 300 of them?", "", True),
        ("300 people.", "notes", True),
        ("I served 300 people.", "notes", False),
        ("300 tests.", "pitch", False),
    ],
)
def test_figure_may_be_of_others(text: str, section: str, *, expected: bool) -> None:
    names = re.compile("Acme")
    (clause,) = clauses(text)
    at = only(text).start
    assert is_of_others(clause, at, section, names, is_own=False, is_named=False) is expected
