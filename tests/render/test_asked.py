"""What open roles ask for: each concept with the weakest row of every role that asks."""

from pathlib import Path

from dossier.render.asked import asked_of, open_roles
from tests.render.fixtures import ACME, dossier, renderer, role, row


def test_role_answers_a_concept_by_its_weakest_row(tmp_path: Path) -> None:
    weak = {"strength": "weak", "note": "n"}
    rows = [
        row("a", concept="rust"),
        row("b", concept="rust", roles=["ml"], **weak),
        row("c", concept="rust", roles=["ml"], **weak),
        row("d", requirement="Need *tests*"),
    ]
    files = {
        f"content/{ACME}": dossier(roles=[role("ml"), role("be")], proof_points=rows),
        "content/applications/gone/index.md": dossier(status="closed", proof_points=[row("e")]),
    }
    drawing = renderer(tmp_path, files)
    rust, own = asked_of(drawing, open_roles(drawing))
    assert (rust.name, own.name) == ("Rust", "Need tests")
    assert [covered.row.id for covered in rust.answers.values()] == ["b", "a"]
    assert [covered.row.id for covered in own.answers.values()] == ["d", "d"]
    assert (rust.weakest, own.weakest) == (3, 1)
