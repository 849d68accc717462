"""The evidence index: every record once, and the directive that draws some."""

from pathlib import Path

import pytest

from dossier.render.page import Page
from tests.html import Node
from tests.render.fixtures import (
    ACME,
    EVIDENCE,
    dossier,
    draw,
    evidence,
    free_page,
    headings,
    project,
    record,
    row,
)


def shelves(page: Node) -> dict[str, list[str]]:
    """Return the records on each shelf."""
    return {fold.one("h3").text: fold.texts("a.ev-id") for fold in page.all("details.ev-fold")}


def facets_of(page: Node) -> dict[str, set[str]]:
    """Return what each record can be filtered by."""
    return {
        item.one("a.ev-id").text: set(item.attributes["data-facets"].splitlines())
        for item in page.all("li")
        if "data-facets" in item.attributes
    }


def test_each_record_stands_once_with_its_project_or_kind(tmp_path: Path) -> None:
    files = {
        "content/evidence/qortex.yml": evidence(
            record("one", skills=["rust", "graph-algorithms"]),
            record("two", skills=["graph algorithms", "rust", "graph-algorithms"]),
        ),
        "content/evidence/loose.yml": evidence(record("four"), project=None),
    }
    drawn = draw(tmp_path, files)
    page = drawn.tree(EVIDENCE)
    assert shelves(page) == {"qortex": ["qortex/one", "qortex/two"], "Code": ["loose/four"]}
    assert page.one("p.ev-lede").text.startswith("3 records.")
    assert len(page.ids) == len(set(page.ids))
    found = drawn.page(EVIDENCE)
    assert isinstance(found, Page)
    assert (found.headings[0].anchor, found.headings[0].title) == ("records", "All records")


def test_records_are_filtered_by_project_skill_and_kind(tmp_path: Path) -> None:
    files = {
        "content/evidence/qortex.yml": evidence(
            record("one", skills=["graph-algorithms", "-"]),
            record("two", skills=["graph algorithms"], kind="benchmark"),
        )
    }
    page = draw(tmp_path, files).tree(EVIDENCE)
    assert facets_of(page) == {
        "qortex/one": {
            "Project\tqortex",
            "Skill\tgraph algorithms",
            "Skill\t-",
            "Kind\tCode",
        },
        "qortex/two": {"Project\tqortex", "Skill\tgraph algorithms", "Kind\tMeasurements"},
    }
    # What all have tells none of them from the others.
    form = page.one("form")
    skills, kinds = ("- (1)", "graph algorithms (2)"), ("Code (1)", "Measurements (1)")
    assert form.texts("option") == ["All", *skills, "All", *kinds]


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
    assert headings(page) == ["All records", "Code"]
    found = drawn.page(EVIDENCE)
    assert isinstance(found, Page)
    assert [h.anchor for h in found.headings] == ["records", "kind-code"]


def test_page_of_many_records_stays_light(tmp_path: Path) -> None:
    many = [
        record(f"r{number}", method="By hand " * 8, limits="Small " * 8) for number in range(500)
    ]
    used = [row(f"a{number}", evidence=["loose/r7"]) for number in range(5)]
    files = {
        "content/evidence/loose.yml": evidence(*many, project=None),
        f"content/{ACME}": dossier(proof_points=used),
    }
    drawn = draw(tmp_path, files)
    page = drawn.tree(EVIDENCE)
    # They are no second list beside their cards, which the filter looks at.
    assert shelves(page) == {"qortex": ["qortex/gain"]}
    cards = page.one("ol.ev-long").all("li")
    assert [card.attributes["data-facets"] for card in cards[:2]] == ["Kind\tCode\n"] * 2
    told = cards[7].one("p.ev-used").texts("span")[-1]
    assert told == "and 2 more: dossier show loose/r7"
    assert len(drawn.html(EVIDENCE).encode()) < 570_000


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
