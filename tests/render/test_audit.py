"""The part of a dossier's page that says what it still wants."""

from pathlib import Path

from dossier.model.audience import Audience
from tests.html import Node
from tests.render.fixtures import ACME, dossier, draw, role, row

POSTING = "content/applications/acme/posting.md"
ASKS = "## Requirements\n- Distributed Rust\n- Requirements <x>of kind\n"
WANTED = [
    "Asked for and in no row: Role ml",
    "In a row and not in the posting: Role ml",
    "Musts without an answer",
]


def page(root: Path, audience: Audience, rows: list[dict[str, object]]) -> Node:
    roles = [role("ml", posting={"file": "posting.md"})]
    text = dossier("", audience="public", roles=roles, proof_points=rows)
    return draw(root, {f"content/{ACME}": text, POSTING: ASKS}, audience=audience).tree(ACME)


def items(found: Node) -> list[str]:
    """Return the list items below the heading *To prepare*."""
    nodes = list(found)
    titles = [node for node in nodes if node.tag == "h2"]
    start = next(n for n, node in enumerate(nodes) if node in titles and "prepare" in node.text)
    return [node.text for node in nodes[start:] if node.tag == "li"]


def test_author_sees_asks_rows_and_musts_that_want_something(tmp_path: Path) -> None:
    found = page(tmp_path, Audience.PRIVATE, [row("latin", requirement="Latin", strength="none")])
    assert [node.text for node in found.all("h3") if node.text in WANTED] == WANTED
    assert items(found)[:2] == ["Distributed Rust", "Requirements <x>of kind"]
    assert items(found)[2:] == ["Latin", "Latin lacks a framing and a prepared question"]


def test_others_see_nothing_of_it(tmp_path: Path) -> None:
    rows = [row("latin", requirement="Latin", strength="none")]
    for audience in (Audience.SHARED, Audience.PUBLIC):
        text = page(tmp_path, audience, rows).text
        assert not [said for said in (*WANTED, "To prepare", "Distributed") if said in text]


def test_dossier_that_wants_nothing_has_no_such_part(tmp_path: Path) -> None:
    rows = [
        row("rust", requirement="Distributed Rust", strength="direct"),
        row("kind", requirement="Requirements of kind", strength="direct"),
    ]
    assert "To prepare" not in page(tmp_path, Audience.PRIVATE, rows).text
