"""The evidence index: every record by skill, and the directive that draws some."""

from itertools import pairwise
from pathlib import Path

import pytest

from dossier.render.evidence import NO_SKILL
from dossier.render.page import Page
from tests.html import Node
from tests.render.fixtures import EVIDENCE, draw, evidence, free_page, headings, project, record


def skills(page: Node) -> dict[str, list[str]]:
    """Return the records under each skill."""
    nodes = [child for child in page.children if isinstance(child, Node)]
    return {
        node.text: after.texts("a.ev-id")
        for node, after in pairwise(nodes)
        if "ev-skill" in node.classes
    }


def test_evidence_stands_by_skill(tmp_path: Path) -> None:
    files = {
        "content/evidence/qortex.yml": evidence(
            record("one", skills=["rust", "graph-algorithms"]),
            record("two", skills=["graph algorithms", "rust", "graph-algorithms"]),
            record("three", skills=["C++"]),
            record("four"),
        )
    }
    drawn = draw(tmp_path, files)
    page = drawn.tree(EVIDENCE)
    assert skills(page) == {
        "C++": ["qortex/three"],
        "graph algorithms": ["qortex/one", "qortex/two"],
        "rust": ["qortex/one", "qortex/two"],
        NO_SKILL: ["qortex/four"],
    }
    assert page.one("p.ev-lede").text.startswith("4 records.")
    assert len(page.ids) == len(set(page.ids))
    assert "skill-graph-algorithms" in page.ids
    found = drawn.page(EVIDENCE)
    assert isinstance(found, Page)
    assert [(h.anchor, h.title) for h in found.headings] == [("skills", "By skill")]


def test_a_skill_of_signs_alone_keeps_its_name(tmp_path: Path) -> None:
    files = {"content/evidence/a.yml": evidence(record("a", skills=["-"]))}
    assert "-" in draw(tmp_path, files).tree(EVIDENCE).texts("h3")


def test_single_record_is_one_record_on_the_index(tmp_path: Path) -> None:
    assert draw(tmp_path).tree(EVIDENCE).one("p.ev-lede").text.startswith("1 record. ")


def test_records_without_a_project_page_have_their_cards_there(tmp_path: Path) -> None:
    files = {
        "content/evidence/loose.yml": evidence(
            record("alone"),
            record("gone", project="nowhere"),
            record("in", project="qortex"),
            project=None,
        )
    }
    drawn = draw(tmp_path, files)
    page = drawn.tree(EVIDENCE)
    assert [i for i in page.ids if "/" in i] == ["loose/alone", "loose/gone"]
    assert headings(page) == ["Code", "By skill"]
    found = drawn.page(EVIDENCE)
    assert isinstance(found, Page)
    assert [h.anchor for h in found.headings] == ["kind-code", "skills"]


def test_site_without_records_has_no_index(tmp_path: Path) -> None:
    drawn = draw(
        tmp_path, {"content/evidence/qortex.yml": "", "content/projects/qortex.md": project()}
    )
    assert EVIDENCE not in drawn.paths


@pytest.mark.parametrize(
    ("options", "records"),
    [
        ("", ["lab/two", "qortex/gain", "qortex/one"]),
        ("project: lab", ["lab/two"]),
        ("project: [lab, qortex]", ["lab/two", "qortex/gain", "qortex/one"]),
        ("skills: rust", ["qortex/one", "lab/two"]),
        ("skills: [rust, sql]\nproject: qortex", ["qortex/one"]),
        ("skills: none", []),
    ],
)
def test_directive_draws_records_of_projects_or_skills(
    options: str, records: list[str], tmp_path: Path
) -> None:
    files = {
        "content/evidence/qortex.yml": evidence(record("gain"), record("one", skills=["rust"])),
        "content/evidence/lab.yml": evidence(record("two", skills=["rust"]), project="lab"),
        "content/projects/lab.md": project(title="lab"),
        "content/about.md": free_page(f"```evidence\n{options}\n```\n"),
    }
    page = draw(tmp_path, files).tree("about.md")
    assert sorted(i for i in page.ids if "/" in i) == sorted(records)
