"""Tables and lists to rows and gaps."""

import pytest

from dossier.importing.draft import Draft
from dossier.importing.figures import add_records
from dossier.importing.rows import take_gaps, take_rows, tie_gaps


def rows(text: str, *, in_section: bool = True) -> Draft:
    draft = Draft("dossier", text, application={})
    draft.keep("Left", take_rows(draft, text, in_section=in_section))
    add_records(draft)
    assert draft.account().lost == ()
    return draft


def gaps(text: str) -> Draft:
    draft = Draft("dossier", text, application={})
    draft.keep("Left", take_gaps(draft, text, in_section=True))
    assert draft.account().lost == ()
    return draft


def left(draft: Draft) -> str:
    return "\n".join(part.text for part in draft.parts)


def test_row_has_what_its_cells_say() -> None:
    draft = rows(
        "| Need | Proof | Strength | Quote | Priority | Notes | Mood |\n|-|-|-|-|-|-|-|\n"
        '| SQL | ten years | Moderate — only reads | "Strong SQL" | Nice to have | ask Jo | ok |\n'
    )
    assert draft.dossier["proof_points"] == [
        {
            "id": "sql",
            "requirement": "SQL",
            "claim": "ten years",
            "strength": "moderate",
            "note": "only reads. ask Jo",
            "priority": "nice",
            "quote": "Strong SQL",
        }
    ]
    assert left(draft) == "- SQL: Mood: ok"


def test_strength_that_nobody_knows_is_kept_and_not_guessed() -> None:
    draft = rows("| Requirement | Evidence | Strength |\n|-|-|-|\n| SQL | yes | 8/10 |\n")
    assert "strength" not in draft.dossier["proof_points"][0]
    assert left(draft) == "- SQL: Strength: 8/10"


def test_match_is_a_strength_or_what_shows_it() -> None:
    rated = rows("| Requirement | Match | Source |\n|-|-|-|\n| SQL | Strong | CV |\n")
    assert rated.dossier["proof_points"] == [
        {"id": "sql", "requirement": "SQL", "strength": "strong"}
    ]
    assert rated.sources == {"sql": "CV"}
    told = rows("| Requirement | Match |\n|-|-|\n| SQL | ten years of it |\n")
    assert told.dossier["proof_points"][0]["claim"] == "ten years of it"


@pytest.mark.parametrize(
    "item",
    [
        "- **SQL**: ten years (Strong)",
        "1. **SQL** — ten years — Strong",
        "* **SQL:** ten years [Strong]",
    ],
)
def test_item_with_a_bold_lead_is_a_row(item: str) -> None:
    draft = rows(item)
    assert draft.dossier["proof_points"] == [
        {"id": "sql", "requirement": "SQL", "claim": "ten years", "strength": "strong"}
    ]


def test_item_without_a_lead_is_kept() -> None:
    draft = rows("- ten years of SQL")
    assert draft.dossier.get("proof_points") is None
    assert left(draft) == "- ten years of SQL"


def test_table_of_something_else_is_left() -> None:
    text = "| Year | Grant |\n|-|-|\n| 2020 | a |"
    assert left(rows(text)) == text


def test_rows_of_one_name_have_ids_of_their_own() -> None:
    draft = rows("| Requirement | Evidence |\n|-|-|\n| SQL | a |\n| SQL | b |\n|  |  |\n|  | c |\n")
    assert [row["id"] for row in draft.dossier["proof_points"]] == ["sql", "sql-2"]
    assert left(draft) == "-  | c"


def test_gap_has_what_its_cells_say() -> None:
    draft = gaps("| Gap | Severity | Mitigation |\n|-|-|-|\n| Rust | High — for now | learn |\n")
    assert draft.dossier["gaps"] == [
        {"id": "rust", "about": "rust", "gap": "Rust", "framing": "learn", "severity": "major"}
    ]
    assert left(draft) == "- Rust: Severity: for now"


def test_medium_is_kept_and_not_guessed() -> None:
    draft = gaps("| Gap | Severity | Mitigation |\n|-|-|-|\n| Rust | Medium | learn |\n")
    assert "severity" not in draft.dossier["gaps"][0]
    assert left(draft) == "- Rust: Severity: Medium"


def test_item_is_a_gap() -> None:
    draft = gaps("- **Rust** (minor): I learn\n- No degree\n")
    assert draft.dossier["gaps"] == [
        {"id": "rust", "about": "rust", "gap": "Rust", "framing": "I learn", "severity": "minor"},
        {"id": "no-degree", "about": "no-degree", "gap": "No degree"},
    ]


def test_gap_is_about_the_row_whose_words_it_has() -> None:
    application = {
        "proof_points": [{"id": "rust-proficiency", "requirement": "Rust proficiency"}],
        "gaps": [
            {"id": "a", "about": "a", "gap": "Rust proficiency"},
            {"id": "b", "about": "b", "gap": "No degree"},
        ],
    }
    tie_gaps(application)
    assert [gap["about"] for gap in application["gaps"]] == ["rust-proficiency", "b"]


def test_a_lead_with_its_strength_alone_is_a_row() -> None:
    draft = rows("- **SQL**: Strong\n- **Spark**: ran it (Moderate)\n")
    told = [(row.get("claim"), row["strength"]) for row in draft.dossier["proof_points"]]
    assert told == [(None, "strong"), ("ran it", "moderate")]


def test_line_of_a_table_that_names_no_gap_is_kept() -> None:
    draft = gaps("| Gap | Framing |\n|-|-|\n| Spark | SQL |\n| | Learning |\n| | |\n")
    assert [gap["gap"] for gap in draft.dossier["gaps"]] == ["Spark"]
    assert left(draft) == "-  | Learning"
