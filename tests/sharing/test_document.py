"""The page of one recipient, from files to HTML."""

from base64 import b64decode
from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.plain.errors import InternalError
from dossier.render.share import ShareDocument
from dossier.sharing.document import SharedView
from tests.builders import MINIMAL, write_site
from tests.html import parse
from tests.render.fixtures import ACME, dossier, evidence, record, role, row
from tests.views import library as read_library
from tests.views import shared_view

PAGE = "s/aa/index.md"
PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""A picture of one point."""


def shared(
    root: Path, acme: str, role_id: str | None = None, **files: str | bytes
) -> ShareDocument:
    settings = write_site(root, {**MINIMAL, f"content/{ACME}": acme})
    for name, content in files.items():
        path = root / "content" / "assets" / name.replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    view = shared_view(settings)
    return view.document("acme", role_id, page=PAGE)


def test_images_and_files_are_held_by_the_page(tmp_path: Path) -> None:
    body = "## Pitch\n\nSee.\n\n![Curve](../../assets/a.png) and [paper](../../assets/b.pdf)\n"
    document = shared(tmp_path, dossier(body), a_png=PNG, b_pdf=b"%PDF-nonsense")
    tree = parse(document.html)
    head, _, coded = tree.one("img").attributes["src"].partition(",")
    assert head == "data:image/png;base64"
    assert b64decode(coded).startswith(b"\x89PNG")
    # A file that cannot be stripped is in no view, so that only its name is left.
    assert "paper" not in tree.links()
    assert "and paper" in tree.text


def test_only_the_shared_view_makes_a_page(tmp_path: Path) -> None:
    settings = write_site(tmp_path, MINIMAL, audience=Audience.PRIVATE)
    library = read_library(settings)
    with pytest.raises(InternalError):
        SharedView(library, settings, {}, {}, "")


def test_public_pages_are_linked_and_everything_else_is_here(tmp_path: Path) -> None:
    body = "## Why Acme\n\n[Tool](project:qortex), [gain](evidence:qortex/gain), [row](proof:a)\n"
    tree = parse(shared(tmp_path, dossier(body, proof_points=[row("a")])).html)
    assert tree.links()["Tool"] == "../../projects/qortex/"
    inner = {link[1:] for link in tree.links().values() if link.startswith("#")}
    assert {"qortex/gain", "proof-a"} <= inner <= set(tree.ids)


def test_a_row_of_another_role_is_plain_text(tmp_path: Path) -> None:
    body = "## Why Acme\n\nAlso [Rust](proof:b), [](evidence:qortex/none#x).\n"
    acme = dossier(
        body,
        roles=[role("ml"), role("rust")],
        proof_points=[row("a"), row("b", roles=["rust"])],
    )
    document = shared(tmp_path, acme, "ml")
    assert "Also Rust, ?." in parse(document.html).text
    assert "ev-dead" not in document.html
    assert "Role rust" not in document.html


def test_no_image_is_fetched_from_elsewhere(tmp_path: Path) -> None:
    body = "## Pitch\n\nOne.\n\n![A](https://a.org/a.png)\n\nand ![B](//a.org/b.png)\n"
    tree = parse(shared(tmp_path, dossier(body)).html)
    assert not tree.has("img")
    assert "A and B" in tree.text


TWO_ROLES = {
    "roles": [role("ml"), role("rust")],
    "proof_points": [row("a", roles=["ml"]), row("b", roles=["rust"])],
}


@pytest.mark.parametrize("option", ["role: rust", "only: [b]"])
def test_a_table_of_another_role_is_not_drawn(option: str, tmp_path: Path) -> None:
    tables = f"```proof-points\n{option}\n```\n\n```coverage\nrole: rust\n```\n"
    body = f"## Why Acme\n\nBecause.\n\n{tables}"
    tree = parse(shared(tmp_path, dossier(body, **TWO_ROLES), "ml").html)
    # What the role asks for stands once, under its own heading.
    told = ["Your requirements, my evidence", "Why Acme", "Work and education"]
    assert tree.texts("h2")[:3] == told
    assert len(tree.all("table.ev-req")) == 1
    assert not tree.has("div.ev-coverage")
    assert not tree.has("div.ev-empty")


def test_a_table_of_a_role_stands_for_all_that_it_names(tmp_path: Path) -> None:
    body = "## Why Acme\n\n```proof-points\nrole: rust\n```\n"
    tree = parse(shared(tmp_path, dossier(body, **TWO_ROLES)).html)
    assert [node.attributes["id"] for node in tree.all("tr") if "id" in node.attributes] == [
        "proof-b"
    ]


def test_a_page_that_the_public_lacks_is_not_linked(tmp_path: Path) -> None:
    body = "## Why Acme\n\n[All](../../evidence/index.md), [own](evidence:a/own)\n"
    write_site(tmp_path, {"content/evidence/a.yml": evidence(record("own"), audience="shared")})
    tree = parse(shared(tmp_path, dossier(body)).html)
    assert "All" not in tree.links()
    assert "#a/own" in tree.links().values()
