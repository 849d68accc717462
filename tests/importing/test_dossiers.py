"""Dossiers as people write them: nothing of them is lost, and all in them is found."""

import re

import pytest

from dossier.importing.dossiers import read_dossier, role_named, section_named
from dossier.importing.draft import Draft
from dossier.importing.read import read_input
from dossier.model.audience import Audience
from dossier.model.library import Library
from tests.builders import REPOSITORY
from tests.importing.generated import generate

REAL = REPOSITORY.parent / "shared" / "dossiers"
"""Two dossiers that stand beside a checkout where this project is worked on."""


def read(text: str, name: str = "acme.md") -> Draft:
    found = read_input(name, text.encode(), Library(Audience.PRIVATE), wanted="dossier")
    assert isinstance(found, Draft), found
    return found


def questions(draft: Draft) -> list[str]:
    text = next((part.text for part in draft.parts if part.name == "questions"), "")
    return [line[4:] for line in text.split("\n") if line.startswith("### ")]


@pytest.mark.parametrize("seed", range(100))
def test_dossier_of_any_form_is_found_whole(seed: int) -> None:
    written = generate(seed)
    found = read_input("x.md", written.text.encode(), Library(Audience.PRIVATE))
    assert isinstance(found, Draft), found
    assert found.kind == "dossier"
    application = found.dossier
    assert application["company"] == written.company
    assert [row["requirement"] for row in application["proof_points"]] == written.rows
    assert all("strength" in row for row in application["proof_points"])
    assert [gap["gap"] for gap in application["gaps"]] == written.gaps
    assert questions(found) == written.questions
    (role,) = application["roles"]
    assert role["url"] == "https://jobs.example.org/a?id=4"
    assert role["asks"] == ["SQL", "calm (in crises, mostly)", "French"]
    assert role["posting"]["posted"] in ("2026-01-05", "2026-02", "2026-03", "2026-01-03")
    names = {part.name for part in found.parts}
    assert names >= {"pitch", "why", "hooks", "notes", "gaps", "questions", None}
    told = found.account()
    assert (told.lost, told.invented) == ((), ())
    assert not [part for part in found.parts if part.title == "Not placed"]


@pytest.mark.skipif(not REAL.is_dir(), reason="the two dossiers are not part of the repository")
@pytest.mark.parametrize(
    ("name", "roles", "rows", "gaps", "asked"),
    [("databricks", 1, 7, 4, 6), ("tensorzero", 2, 12, 5, 8)],
)
def test_real_dossiers_keep_every_word(
    name: str, roles: int, rows: int, gaps: int, asked: int
) -> None:
    found = read((REAL / f"{name}.md").read_text(encoding="utf-8"), f"{name}.md")
    application = found.dossier
    sizes = [len(application[key]) for key in ("roles", "proof_points", "gaps")]
    assert [*sizes, len(questions(found))] == [roles, rows, gaps, asked]
    hooks = next((part.text for part in found.parts if part.name == "hooks"), "")
    assert len(re.findall(r"^\d\.", hooks, re.MULTILINE)) == (3 if name == "databricks" else 0)
    told = found.account()
    assert (told.lost, told.invented) == ((), ())
    assert told.given > 1000


def test_section_goes_by_other_names_with_numbers_and_signs() -> None:
    assert section_named("3. Why Acme", "Acme") == "why"
    assert section_named("## 💡 Gaps & Risks".strip("# ")) == "gaps"
    assert section_named("IV) If They Ask X, Say Y") == "questions"
    assert section_named("The Mathematical Overlap Pitch") is None


def test_role_is_named_in_brackets_or_behind_a_dash() -> None:
    assert role_named("Role Summary (Rust MTS — Back-end)") == "Rust MTS — Back-end"
    assert role_named("Role 2: Data Lead") == "Data Lead"
    assert role_named("At a Glance") == ""
    assert role_named("Why Acme") is None


def test_section_that_only_the_importer_knows_is_not_opened_to_readers() -> None:
    found = read("# Acme — Engineer\n\n## Motivation\n\nSecret plan.\n\n## Pitch\n\nI do.\n")
    options = {part.name: part.options for part in found.parts}
    assert options == {"why": "{ audience=private }", "pitch": ""}


def test_options_of_a_heading_open_nothing() -> None:
    found = read("# Acme\n\n## My plan { audience=shared }\n\nHush.\n\n## Pitch\n\nI do.\n")
    assert [(part.title, part.options) for part in found.parts] == [("My plan", ""), ("Pitch", "")]
    assert found.account().lost == ()


def test_dossier_without_a_title_is_named_by_its_file() -> None:
    found = read_dossier("## Pitch\n\nI do.\n\n## Gaps\n\n- **Rust**: learning\n", "globex")
    assert found.dossier["company"] == "globex"
    assert found.id == "globex"


def test_facts_before_the_first_role_are_its_own_unless_it_says_otherwise() -> None:
    role = "## Role Summary (Data Lead)\n- **Fit**: 4/5\n\n## Pitch\n\nx\n"
    (alone,) = read(f"# Acme\n\n**Location:** Lyon\n\n{role}").dossier["roles"]
    assert (alone["location"], alone["fit"]) == ("Lyon", 4)
    roles = read(f"# Acme\n\n**Fit:** 3/5\n\n{role}").dossier["roles"]
    assert [one["fit"] for one in roles] == [3, 4]


def test_section_of_a_role_that_names_none_is_of_the_first() -> None:
    draft = read(
        "# Acme\n\n## Role: Baker\n\n## Role: Miller\n\n## The role\n\n- Location: Leeds\n"
    )
    roles = [(str(r["title"]), r.get("location")) for r in draft.dossier["roles"]]
    assert roles == [("Baker", "Leeds"), ("Miller", None)]


def test_what_a_role_says_without_a_field_stays_below_its_heading() -> None:
    draft = read("# Acme\n\n## Role: Baker\n\nBaking at night.\n\n## Role: Miller\n")
    assert [role["title"] for role in draft.dossier["roles"]] == ["Baker", "Miller"]
    assert [(p.title, p.text) for p in draft.parts] == [("Role: Baker", "Baking at night.")]
    assert draft.account().lost == ()


def test_second_section_of_a_name_is_joined_to_the_first() -> None:
    found = read("# Acme\n\n## Notes\n\none\n\n## Application Notes\n\ntwo\n\n## Pitch\n\nx\n")
    notes = [part for part in found.parts if part.name == "notes"]
    assert [part.text for part in notes] == ["one\n\n**Application Notes**\n\ntwo"]


def test_nothing_is_invented_of_a_bare_dossier() -> None:
    found = read("# Acme — Engineer\n\n## Proof points\n\n| Need | Proof |\n|-|-|\n| SQL | yes |\n")
    assert found.dossier["proof_points"] == [{"id": "sql", "requirement": "SQL", "claim": "yes"}]
    assert found.dossier["roles"] == [{"id": "engineer", "title": "Engineer"}]


def test_front_matter_that_says_otherwise_or_cannot_be_read_is_kept() -> None:
    front = "---\nroles:\n  - {title: Miller, location: Lyon}\n---\n\n"
    found = read(f"{front}# Acme: Baker\n\n## Role\n\n- **Location**: Bonn\n\nSome words\n")
    assert found.dossier["roles"] == [{"id": "baker", "title": "Baker", "location": "Bonn"}]
    kept = [("Front matter", "- roles: title: Miller; location: Lyon"), ("Role", "Some words")]
    assert [(part.title, part.text) for part in found.parts] == kept
    for front in ("a: [", "- a list"):
        found = read(f"---\n{front}\n---\n\n# Acme\n\n## Hooks\n\nA\n")
        texts = [(part.title, part.text.rstrip()) for part in found.parts]
        assert texts == [("Front matter", f"    {front}"), ("Hooks", "A")]
        assert (found.account().lost, found.account().invented) == ((), ())
