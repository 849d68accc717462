"""Labelled facts to fields."""

from decimal import Decimal

import pytest

from dossier.importing.draft import Draft, Values
from dossier.importing.roles import take_facts


def read(text: str) -> tuple[Values, Values, str]:
    """Return the role, the dossier's own fields and what is left."""
    draft = Draft("dossier", text, application={})
    role: Values = {}
    left = take_facts(draft, role, text)
    draft.keep("Left", left)
    draft.dossier["roles"] = [role]
    assert draft.account().lost == ()
    assert draft.account().invented == ("left",) * bool(left)
    del draft.dossier["roles"]
    return role, draft.dossier, left


def test_facts_of_a_role_are_taken() -> None:
    role, _, left = read(
        "- **Link**: [Posting](https://a.example)\n- **Location:** Lyon\n- **Fit Score**: 3.5/5\n"
        "- **Comp**: not listed\n- **Honest Assessment**: a *stretch*\n- **Posted:** Feb 2026\n"
    )
    assert role == {
        "url": "https://a.example",
        "location": "Lyon",
        "fit": Decimal("3.5"),
        "compensation": {"posted": "not listed"},
        "assessment": "a *stretch*",
        "posting": {"posted": "2026-02"},
    }
    assert left == ""


@pytest.mark.parametrize(
    "line",
    [
        "- **Fit Score**: 8/10",
        "- **Link**: ask Jo",
        "- **Link**: [here](https://a.example) (dead since May)",
        "- **Posted**: 02/10/2026",
        "- **Status**: they will call me when the budget is there",
        "- **Favourite colour**: blue",
        "- **Location**: [Lyon](https://a.example)",
        "- **Due**: 2026-02-01",
        "- **Lead**: ml-engineer",
    ],
)
def test_what_is_not_sure_stays_as_it_is(line: str) -> None:
    role, dossier, left = read(line)
    assert (role, dossier, left) == ({}, {}, line)


def test_list_of_several_for_a_field_of_one_stays() -> None:
    text = "- **Location:**\n  - Lyon\n  - Paris"
    assert read(text) == ({}, {}, text)


def test_second_value_of_a_field_stays() -> None:
    role, _, left = read("- **Location:** Lyon\n- **City:** Paris\n")
    assert role == {"location": "Lyon"}
    assert left == "- **City:** Paris"


def test_facts_beside_one_another_are_parted() -> None:
    role, _, left = read("**Location:** Lyon | **Mood:** fine | **Fit:** 4/5\n")
    assert role == {"location": "Lyon", "fit": 4}
    assert left == "- **Mood:** fine"


@pytest.mark.parametrize("head", ["| # | Field | Value |\n|-|-|-|\n", "| Field | Value |\n|-|-|\n"])
def test_table_of_fields_is_read(head: str) -> None:
    number = "| 1 " if "#" in head else ""
    role, _, left = read(f"{head}{number}| Location | Lyon |\n{number}| Mood | fine |\n")
    assert role == {"location": "Lyon"}
    assert left.startswith("- **Mood:** fine")


def test_facts_of_the_dossier_are_taken() -> None:
    _, dossier, left = read(
        "Status: Phone screen\nApplied: 2026-01-05\nTier: 2\nAKA: Acme Labs, Acme AG\n"
        "Next step: call Jo\nDue: 3 March 2026\n"
    )
    assert dossier == {
        "status": "screening",
        "events": [{"date": "2026-01-05", "what": "applied"}],
        "tier": 2,
        "aliases": ["Acme Labs", "Acme AG"],
        "next": {"do": "call Jo", "due": "2026-03-03"},
    }
    assert left == ""


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Recruiter: Jo Doe (jo@example.org)", {"name": "Jo Doe", "channel": "jo@example.org"}),
        ("Recruiter: Jo Doe", {"name": "Jo Doe"}),
    ],
)
def test_person_is_a_contact(line: str, person: dict[str, str]) -> None:
    _, dossier, left = read(line)
    assert dossier == {"contacts": [{**person, "role": "Recruiter"}]}
    assert left == ""


@pytest.mark.parametrize(("said", "mode"), [("On-site", "onsite"), ("hybrid", "hybrid")])
def test_mode_is_one_of_three(said: str, mode: str) -> None:
    assert read(f"Work mode: {said}")[0] == {"mode": mode}
    assert read("Work mode: remote in the EU")[0] == {}


def test_list_below_a_label_is_what_is_asked() -> None:
    role, _, _ = read("- **Key Requirements**:\n  - SQL\n  - calm, mostly\n")
    assert role == {"asks": ["SQL", "calm, mostly"]}


def test_pairs_without_titles_are_read_and_other_tables_left() -> None:
    role, _, left = read("| Location | Lyon |\n|-|-|\n| Posted | Feb 2026 |\n| Odd | x |\n")
    assert role == {"location": "Lyon", "posting": {"posted": "2026-02"}}
    assert left == "- **Odd:** x"
    table = "| A | B | C |\n|-|-|-|\n| Location | Lyon | x |"
    assert read(table) == ({}, {}, table)


def test_second_status_is_left() -> None:
    _, dossier, left = read("- **Status**: applied\n- **Status**: rejected\n")
    assert (dossier, left) == ({"status": "applied"}, "- **Status**: rejected")
