"""Titles of dossiers."""

import pytest

from dossier.importing.titles import is_title, read_title


@pytest.mark.parametrize(
    "title",
    [
        "Acme — Data Engineer",
        "Acme – Data Engineer",
        "Acme | Data Engineer",
        "Acme - Data Engineer",
        "Acme: Data Engineer",
        "Acme (Data Engineer)",
        "Data Engineer at Acme",
        "Data Engineer @ Acme",
        "Data Engineer — Acme",
        "Application: Acme — Data Engineer",
        "Job application for Acme — Data Engineer",
        "**Acme** — Data Engineer",
    ],
)
def test_title_says_company_and_role(title: str) -> None:
    read = read_title(title)
    assert (read.company, read.role) == ("Acme", "Data Engineer")


def test_title_of_one_part_is_the_company() -> None:
    assert read_title("Smith & Daughters").company == "Smith & Daughters"
    assert read_title("Smith & Daughters").role == ""


def test_words_tell_a_title_from_a_name() -> None:
    assert is_title("Head of Nursing, Manager")
    assert not is_title("Globex, Inc.")
