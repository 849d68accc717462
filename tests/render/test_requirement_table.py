"""The requirement table: its legend, the rows that a directive asks for, its roles."""

from pathlib import Path

import pytest

from dossier.model.application import Strength
from tests.html import Node
from tests.render.fixtures import draw_dossier, role, row


def test_legend_says_what_each_strength_in_the_table_means(tmp_path: Path) -> None:
    rows = [row("a", strength="weak", note="n"), row("b", strength="direct")]
    legend = draw_dossier(tmp_path, proof_points=rows).one("p.ev-legend")
    assert [node.text for node in legend.children if isinstance(node, Node)] == [
        "Direct did this exact thing",
        "Weak begun, little to show",
    ]


def drawn_rows(page: Node) -> list[list[str]]:
    return [
        [n.one("th").text.split()[1] for n in t.all("tr")[1:]] for t in page.all("table.ev-req")
    ]


@pytest.mark.parametrize(
    ("options", "rows"),
    [
        ("", ["a", "b", "c"]),
        ("role: ml", ["a", "b"]),
        ("role: be", ["a", "c"]),
        ("only: [c, a]", ["a", "c"]),
        ("only: b", ["b"]),
        ("role: be\nonly: [b, c]", ["c"]),
    ],
)
def test_directive_draws_all_rows_or_some(options: str, rows: list[str], tmp_path: Path) -> None:
    page = draw_dossier(
        tmp_path,
        f"## Pitch\n\n```proof-points\n{options}\n```\n",
        roles=[role("ml"), role("be")],
        proof_points=[row("a"), row("b", roles=["ml"]), row("c", roles=["be"])],
    )
    assert drawn_rows(page) == [rows]


def test_row_of_two_tables_has_its_anchor_once(tmp_path: Path) -> None:
    page = draw_dossier(
        tmp_path,
        "## Pitch\n\n```proof-points\nrole: ml\n```\n\n```proof-points\nrole: be\n```\n",
        roles=[role("ml"), role("be")],
        proof_points=[row("a"), row("b", roles=["be"])],
    )
    assert drawn_rows(page) == [["a"], ["a", "b"]]
    assert [i for i in page.ids if i.startswith("proof")] == ["proof-a", "proof-b"]


def test_table_without_rows_says_so(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, "## Pitch\n\n```proof-points\n```\n", roles=[role("ml")])
    assert page.texts("div.ev-empty") == ["No requirements yet."]
    assert not page.has("table")


def test_table_keeps_its_roles_when_its_rows_are_stacked(tmp_path: Path) -> None:
    table = draw_dossier(tmp_path, proof_points=[row("a")]).one("table.ev-req")
    assert table.attributes["role"] == "table"
    assert table.attributes["aria-label"] == "Requirements and evidence"
    expected = {"tr": {"row"}, "td": {"cell"}, "thead": {"rowgroup"}, "tbody": {"rowgroup"}}
    for tag, names in expected.items():
        assert {node.attributes.get("role") for node in table.all(tag)} == names
    assert table.one("tbody").one("th").attributes["role"] == "rowheader"


def test_every_strength_can_be_drawn(tmp_path: Path) -> None:
    rows = [row(s.value, strength=s.value, note="n") for s in Strength]
    marks = draw_dossier(tmp_path, proof_points=rows).one("table").all("use")
    assert [mark.attributes["href"] for mark in marks if "hb-" in mark.attributes["href"]] == [
        f"#hb-{s.value}" for s in Strength
    ]
