"""What many roles ask for: a line a concept, most asked first."""

from pathlib import Path

from tests.html import Node
from tests.render.fixtures import applications, dossier, role, row


def test_many_roles_are_told_a_line_a_concept(tmp_path: Path) -> None:
    moderate = {"strength": "moderate", "note": "n"}
    weak = {"strength": "weak", "note": "n", "roles": ["r0"]}
    own = [row(f"own-{number:02}", roles=["r0"]) for number in range(60)]
    files = {
        name: dossier(
            company=name.title(),
            roles=[role(f"r{number}") for number in range(4)],
            proof_points=[row("a", concept="rust", **moderate), row("b", concept="rust", **weak)]
            + [row("c", concept="tests", roles=["r1"])]
            + (own if name == "one" else []),
        )
        for name in ("one", "two", "three", "four", "five")
    }
    table = applications(tmp_path, files).one("table.ev-heat--sum")
    assert table.one("thead").texts("th") == [
        *("Concept", "Asked", "Weak", "Moderate", "Strong", "Not yet strong for")
    ]
    lines = [
        [cell.text for cell in node.children if isinstance(cell, Node)]
        for node in table.one("tbody").all("tr")
    ]
    assert lines[:3] == [
        ["Rust", "20", "5", "15", "0", "Five, Four, One, and 7 more"],
        ["Tests", "5", "0", "0", "5", ""],
        ["Need own-00", "1", "0", "0", "1", ""],
    ]
    assert len(lines) == 50
    assert table.one("tbody").links()["Five"] == "five/#proof-b"
    assert table.one("tfoot").texts("td") == ["", "5", "15", "65", ""]
