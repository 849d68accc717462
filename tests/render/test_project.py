"""A project's page: its head, the author's text, the ledger, the limits."""

from datetime import date
from pathlib import Path

from dossier.render.page import AuthorPage
from tests.render.fixtures import (
    QORTEX,
    Drawn,
    draw,
    evidence,
    headings,
    project,
    record,
    section,
    tiles,
)


def project_page(
    root: Path, *records: dict[str, object], body: str = "", **fields: object
) -> Drawn:
    files = {
        "content/evidence/qortex.yml": evidence(*records),
        "content/projects/qortex.md": project(body, **fields),
    }
    return draw(root, files, as_of=date(2026, 3, 1))


def test_project_page_has_head_text_ledger_and_limits(tmp_path: Path) -> None:
    drawn = project_page(
        tmp_path,
        record("one"),
        body="Some [text](evidence:qortex/one).\n",
        line="A *graph*",
        status="retired",
        links=[{"label": "Repository", "url": "https://example.org/q"}],
        limits="Nothing [else](evidence:qortex/one)",
    )
    page = drawn.tree(QORTEX)
    assert page.one("p.ev-kicker").links() == {"Portfolio": "../../", "Projects": "../"}
    assert page.one("h1").text == "qortex"
    assert page.one("p.ev-lede").text == "A graph"
    assert page.one("p.ev-meta").text == "FinishedRepository"
    assert headings(page) == ["Code", "What this does not show"]
    assert section(page, "What this does not show").text == "Nothing else (open to inspect)"
    found = drawn.page(QORTEX)
    assert isinstance(found, AuthorPage)
    assert found.description == "A graph"
    assert [(h.anchor, h.title) for h in found.headings] == [
        ("kind-code", "Code"),
        ("limits", "What this does not show"),
    ]
    assert {h.anchor for h in found.headings} <= set(page.ids)


def test_tiles_count_what_can_be_checked(tmp_path: Path) -> None:
    drawn = project_page(
        tmp_path,
        record("a", check="rerun"),
        record("b", check="rerun", valid_until="2026-02"),
        record("c", check="third-party"),
        record("d", check="statement"),
    )
    assert tiles(drawn.tree(QORTEX)) == [
        "4 records",
        "2 you can repeat yourself",
        "1 by a third party",
        "1 due for another check",
    ]


def test_tiles_leave_out_what_there_is_none_of(tmp_path: Path) -> None:
    page = project_page(tmp_path, record("a", check="statement")).tree(QORTEX)
    assert tiles(page) == ["1 record"]


def test_text_that_draws_some_records_leaves_the_others_to_the_ledger(tmp_path: Path) -> None:
    drawn = project_page(
        tmp_path,
        record("one", skills=["rust"]),
        record("two", skills=["sql"]),
        body="```evidence\nskills: [sql]\n```\n\n## Then\n",
    )
    page = drawn.tree(QORTEX)
    assert [i for i in page.ids if "/" in i] == ["qortex/two", "qortex/one"]
    assert headings(page) == ["Code", "Then", "Code"]
    assert len(page.ids) == len(set(page.ids))


def test_text_that_draws_all_records_leaves_no_ledger(tmp_path: Path) -> None:
    page = project_page(tmp_path, record("one"), body="```evidence\nproject: qortex\n```\n")
    assert len(page.tree(QORTEX).all("ol.ev-ledger")) == 1


def test_own_heading_called_limits_leaves_ours_its_place(tmp_path: Path) -> None:
    drawn = project_page(tmp_path, body="## Limits\n\n## Kind code\n", limits="Small")
    assert drawn.tree(QORTEX).ids == ["limits", "kind-code", "limits-2"]
    page = drawn.page(QORTEX)
    assert isinstance(page, AuthorPage)
    assert page.headings[-1].anchor == "limits-2"
