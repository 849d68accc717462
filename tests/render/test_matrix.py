"""The matrix: concepts by roles, weakest first."""

from pathlib import Path

from tests.html import Node
from tests.render.fixtures import applications, dossier, role, row


def matrix(page: Node) -> tuple[list[str], list[list[str]], list[str]]:
    """Return the titles of the columns, the lines, and the totals."""
    table = page.one("table.ev-heat")
    body = [
        [cell.text for cell in node.children if isinstance(cell, Node)]
        for node in table.one("tbody").all("tr")
    ]
    return table.one("thead").texts("th"), body, table.one("tfoot").texts("td")


def test_matrix_is_concepts_by_roles_weakest_first(tmp_path: Path) -> None:
    page = applications(
        tmp_path,
        {
            "acme": dossier(
                roles=[role("ml"), role("be")],
                proof_points=[
                    row("r1", concept="strong-thing", strength="direct"),
                    row("r2", concept="asked-twice"),
                    row("r3", concept="rust", strength="weak", note="n", roles=["be"]),
                    row("r4", concept="gap", strength="none", evidence=[], roles=["ml"]),
                ],
            ),
            "other": dossier(
                company="Other",
                proof_points=[
                    row("x", concept="asked-twice", strength="moderate", note="n"),
                    row("own-id", strength="moderate", note="n"),
                    row("y", concept="strong-thing"),
                ],
            ),
            "gone": dossier(company="Gone", status="closed", proof_points=[row("z", concept="no")]),
        },
    )
    columns, body, totals = matrix(page)
    assert columns == ["Concept", "Acme Role ml", "Acme Role be", "Other", "Asked"]
    assert body == [
        ["Gap", "None yet", "Not asked", "Not asked", "1"],
        ["Rust", "Not asked", "Weak", "Not asked", "1"],
        ["Asked twice", "Strong", "Strong", "Moderate", "3"],
        ["Need own-id", "Not asked", "Not asked", "Moderate", "1"],
        ["Strong thing", "Direct", "Direct", "Strong", "3"],
    ]
    assert totals == [
        "2 covered, 1 missing of 3",
        "2 covered, 1 weak of 3",
        "1 covered, 2 partial of 3",
        "",
    ]
    assert page.texts("p.ev-sub")[0] == "5 concepts that the open roles ask for, weakest first."


def test_cell_leads_to_its_row_and_is_named(tmp_path: Path) -> None:
    rows = [row("one", concept="rust"), row("two", concept="rust", strength="weak", note="n")]
    page = applications(tmp_path, {"acme": dossier(roles=[role("ml")], proof_points=rows)})
    (cell,) = [node for node in page.one("table.ev-heat").all("td") if node.has("a")]
    # Of two rows the weaker is shown.
    assert cell.attributes["data-s"] == "weak"
    assert cell.links() == {"Weak": "acme/#proof-two"}
    assert cell.one("a").attributes["aria-label"] == "Rust: Weak"
    assert page.one("table.ev-heat").one("thead").links() == {"Acme": "acme/"}


def test_matrix_scrolls_by_keyboard_and_has_a_name(tmp_path: Path) -> None:
    page = applications(tmp_path, {"acme": dossier(proof_points=[row("a")])})
    region = page.one("div.ev-scroll")
    assert region.attributes["role"] == "region"
    assert region.attributes["tabindex"] == "0"
    assert region.attributes["aria-label"].startswith("Coverage matrix")


def test_legend_has_the_strengths_of_the_matrix_best_first(tmp_path: Path) -> None:
    rows = [row("a", strength="weak", note="n"), row("b", strength="direct")]
    page = applications(tmp_path, {"acme": dossier(proof_points=rows)})
    assert page.all("p.ev-legend")[-1].text == "DirectWeakBlank: not asked for"
