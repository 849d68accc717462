"""The page of all applications: what each reader finds on it."""

from pathlib import Path

from dossier.model.audience import Audience
from dossier.render.page import Page
from tests.render.fixtures import (
    ACME,
    APPLICATIONS,
    applications,
    dossier,
    draw,
    free_page,
    lines,
    role,
    row,
    tiles,
)


def test_empty_pipeline_says_what_to_do(tmp_path: Path) -> None:
    page = applications(tmp_path, {})
    first, second, third = page.texts("div.ev-empty")
    assert first.startswith("No applications yet.")
    assert "content/applications/<company>/index.md" in first
    assert second.startswith("No requirements yet.")
    assert third.startswith("Nothing to strengthen.")
    assert not page.has("table")
    assert not page.has("ul.ev-metrics--tiles")


def test_tiles_sum_up_all_dossiers(tmp_path: Path) -> None:
    late = {"do": "x", "due": "2026-02"}
    rows = [
        row("a"),
        row("b", strength="moderate", note="n"),
        row("c", strength="weak", note="n"),
        row("d", evidence=["qortex/said"]),
        row("e", accepted="no"),
    ]
    page = applications(
        tmp_path,
        {
            "a": dossier(
                status="screening", roles=[role("x"), role("y")], proof_points=rows, next=late
            ),
            "b": dossier(status="offer", next=late),
            "c": dossier(status="interviewing", next={"do": "x", "due": "2026-04"}),
            "d": dossier(status="applied", next={"do": "x"}),
        },
    )
    assert tiles(page) == [
        "5 roles in 4 dossiers",
        "3 in conversation",
        "4 / 8 requirements with evidence that counts",
        "2 next steps overdue",
    ]


def test_single_role_is_one_role(tmp_path: Path) -> None:
    assert tiles(applications(tmp_path, {"a": dossier()}))[0] == "1 role in 1 dossier"


def test_page_has_its_parts_for_the_author(tmp_path: Path) -> None:
    drawn = draw(tmp_path)
    page = drawn.tree(APPLICATIONS)
    assert page.texts("h2") == ["Pipeline", "Coverage", "Strengthen next"]
    subnav = page.one("nav.ev-subnav")
    assert list(subnav.links().values()) == ["#pipeline", "#coverage", "#strengthen"]
    found = drawn.page(APPLICATIONS)
    assert isinstance(found, Page)
    assert [h.anchor for h in found.headings] == ["pipeline", "coverage", "strengthen"]
    assert {h.anchor for h in found.headings} <= set(page.ids)


def test_public_page_has_one_part(tmp_path: Path) -> None:
    files = {f"content/{ACME}": dossier(audience="public")}
    drawn = draw(tmp_path, files, audience=Audience.PUBLIC)
    found = drawn.page(APPLICATIONS)
    assert isinstance(found, Page)
    assert [h.title for h in found.headings] == ["Open dossiers"]
    assert not found.is_private


def test_directives_draw_the_parts_on_a_private_page(tmp_path: Path) -> None:
    files = {
        f"content/{ACME}": dossier(
            next={"do": "See [a](proof:a)"}, proof_points=[row("a", strength="weak", note="n")]
        ),
        "content/desk.md": free_page(
            "```pipeline\n```\n\n```matrix\n```\n\n```strengthen\n```\n", audience="private"
        ),
    }
    page = draw(tmp_path, files).tree("desk.md")
    assert page.one("td.nx").links() == {"a": "../applications/acme/#proof-a"}
    assert page.one("table.ev-heat").links()["Weak"] == "../applications/acme/#proof-a"
    assert page.one("ol.ev-next").links() == {"Acme": "../applications/acme/#proof-a"}


def test_page_of_many_roles_stays_light(tmp_path: Path) -> None:
    due = {"do": "Ask whether the role is still open", "due": "2026-02"}
    strengths = ("direct", "strong", "moderate", "weak")
    dossiers = {
        f"content/applications/company-{number}/index.md": dossier(
            company=f"Sample Company {number}",
            status="closed" if number > 8 else "applied",
            next=due,
            roles=[
                role(f"r{each}", title="Senior Applied Engineer, ML Platform", fit=3.5)
                for each in range(50)
            ],
            proof_points=[
                row(f"row-{number}-{each}", strength=strengths[each % 4], note="n")
                for each in range(12)
            ],
        )
        for number in range(10)
    }
    drawn = draw(tmp_path, {f"content/{ACME}": "", **dossiers})
    page = drawn.tree(APPLICATIONS)
    assert len(lines(page)) == 500
    bar = lines(page)[0].one("span.ev-bar")
    assert [mark.attributes["width"] for mark in bar.all("svg")] == ["6em", "3em", "3em"]
    assert page.has("fieldset.ev-filter")
    assert len(page.one("ol.ev-next").all("li")) == 50
    assert page.texts("p.ev-sub")[-1] == "and 4 more"
    # With the frame around it 600 kB.
    assert len(drawn.html(APPLICATIONS).encode()) < 570_000
