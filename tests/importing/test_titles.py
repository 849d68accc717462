"""Titles of dossiers."""

import pytest

from dossier.importing.titles import is_title, read_title, without_company


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


def test_title_of_a_role_is_told_without_its_company() -> None:
    for title, expected in {
        "Practice Manager – Marlow & Finch Opticians, Ludlow": "Practice Manager",
        "Practice Manager at Marlow & Finch": "Practice Manager",
        "Marlow & Finch: Practice Manager": "Practice Manager",
        "Practice Manager - Marlow & Finch": "Practice Manager",
        "Practice Manager – Marlow & Finch Area Manager": (
            "Practice Manager – Marlow & Finch Area Manager"
        ),
        "Practice Manager – Marlow & Finchley": "Practice Manager – Marlow & Finchley",
        "Practice Manager – Ludlow": "Practice Manager – Ludlow",
        "Marlow & Finch": "Marlow & Finch",
    }.items():
        assert without_company(title, "Marlow & Finch") == expected
