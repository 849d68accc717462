"""Links from one page to another, whatever their depth and however addresses are written."""

from datetime import date
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from dossier.model.audience import Audience
from dossier.model.paths import address
from dossier.render.frame import Frame
from tests.html import Node
from tests.render.fixtures import (
    ACME,
    APPLICATIONS,
    EVIDENCE,
    HOME,
    QORTEX,
    Drawn,
    dossier,
    draw,
    evidence,
    free_page,
    project,
    record,
    renderer,
    role,
    row,
)

EVERYTHING = {
    "content/projects/lab.md": project("See [x](evidence:qortex/gain).\n", title="Lab"),
    "content/evidence/lab.yml": evidence(record("one"), record("two"), project="lab"),
    "content/evidence/loose.yml": evidence(record("alone", skills=["x"]), project=None),
    "content/writing/deep/essay.md": free_page(
        "[a](evidence:qortex/gain) [b](project:lab) [c](evidence:loose/alone)\n"
    ),
    f"content/{ACME}": dossier(
        "## Pitch\n\n[a](evidence:loose/alone) [b](proof:first) [c](project:lab)\n",
        next={"do": "Think of [first](proof:first)"},
        audience="public",
        roles=[role("ml")],
        proof_points=[
            row("first", evidence=["qortex/gain", "lab/one", "loose/alone"]),
            row("second", evidence=["lab/two"]),
        ],
    ),
}


def inner_links(drawn: Drawn, *, directory_urls: bool) -> list[tuple[str, str, str]]:
    """Return each link within the site: the page, the page it leads to, the fragment."""
    pages = {address(path, directory_urls=directory_urls): path for path in drawn.paths}
    found = []
    for here, path in pages.items():
        for node in drawn.tree(path).all("a"):
            target = urljoin(f"https://site.test/{here}", node.attributes["href"])
            if target.startswith("https://site.test/"):
                there, _, fragment = target.removeprefix("https://site.test/").partition("#")
                if there.removesuffix("index.html") + "index.html" in drawn.files:
                    continue
                assert there in pages, f"{path} links to {target}"
                found.append((path, pages[there], unquote(fragment)))
    return found


@pytest.mark.parametrize("audience", [Audience.PRIVATE, Audience.PUBLIC])
@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_link_leads_to_a_page_and_an_anchor_on_it(
    audience: Audience, tmp_path: Path, *, directory_urls: bool
) -> None:
    drawn = draw(tmp_path, EVERYTHING, audience=audience, directory_urls=directory_urls)
    assert drawn.codes == []
    ids = {path: set(drawn.tree(path).ids) for path in drawn.paths}
    links = inner_links(drawn, directory_urls=directory_urls)
    for page, target, fragment in links:
        assert not fragment or fragment in ids[target], f"{page} links to {target}#{fragment}"
    ways = {(page, target) for page, target, _ in links}
    assert {
        (ACME, QORTEX),
        (ACME, EVIDENCE),
        (ACME, ACME),
        ("writing/deep/essay.md", "projects/lab.md"),
        (HOME, EVIDENCE),
        (APPLICATIONS, ACME),
    } <= ways


@pytest.mark.parametrize("directory_urls", [True, False])
def test_full_record_of_every_row_leads_to_its_card(
    tmp_path: Path, *, directory_urls: bool
) -> None:
    drawn = draw(tmp_path, EVERYTHING, directory_urls=directory_urls)
    table = drawn.tree(ACME).one("table.ev-req")
    here = address(ACME, directory_urls=directory_urls)
    pages = {address(path, directory_urls=directory_urls): path for path in drawn.paths}
    found = []
    for line in table.all("tr")[1:]:
        for link in full_records(line):
            there, _, fragment = urljoin(f"/{here}", link.attributes["href"]).partition("#")
            target = pages[there.removeprefix("/")]
            assert drawn.tree(target).one(f"#{fragment}").tag == "li"
            found.append((line.attributes["id"], target, fragment))
    assert found == [
        ("proof-first", QORTEX, "qortex/gain"),
        ("proof-first", "projects/lab.md", "lab/one"),
        ("proof-first", EVIDENCE, "loose/alone"),
        ("proof-second", "projects/lab.md", "lab/two"),
    ]


def full_records(line: Node) -> list[Node]:
    """Return the links of the last line of each record that a row shows."""
    return [node.all("dd")[-1].one("a") for node in line.all("dl.ev-dl")]


@pytest.mark.parametrize(
    ("page", "directory_urls", "link"),
    [
        ("index.md", True, "projects/qortex/#qortex/gain"),
        ("index.md", False, "projects/qortex.html#qortex/gain"),
        (ACME, True, "../../projects/qortex/#qortex/gain"),
        (ACME, False, "../../projects/qortex.html#qortex/gain"),
        (QORTEX, True, "#qortex/gain"),
        (QORTEX, False, "#qortex/gain"),
    ],
)
def test_link_to_a_record_is_relative(
    page: str, link: str, tmp_path: Path, *, directory_urls: bool
) -> None:
    library = renderer(tmp_path).frame.library
    frame = Frame.of(library, date(2026, 3, 1), directory_urls=directory_urls).on(page)
    assert frame.to_record(library.records["qortex/gain"]) == link


def test_card_of_a_record_is_where_its_readers_can_see_it(tmp_path: Path) -> None:
    files = {"content/projects/qortex.md": project(audience="private")}
    for audience, page in ((Audience.PRIVATE, QORTEX), (Audience.PUBLIC, EVIDENCE)):
        frame = renderer(tmp_path, files, audience=audience).frame
        assert frame.card_page(frame.library.records["qortex/gain"]) == page


def test_row_is_linked_from_another_page(tmp_path: Path) -> None:
    assert renderer(tmp_path).frame.to_row("acme", "ranking") == "applications/acme/#proof-ranking"


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("../about.md", "../../about/"),
        ("../about.md#part", "../../about/#part"),
        ("qortex.md", "./"),
        ("../assets/a.png", "../../assets/a.png"),
        ("../assets/none.png", None),
        ("../assets/a.exe", None),
        ("../notes.md", None),
        ("gone.md", None),
        ("https://example.org/x?y#z", "https://example.org/x?y#z"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("#part", "#part"),
        ("/root", "/root"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
    ],
)
def test_written_link_is_turned_to_where_its_readers_find_it(
    written: str, link: str | None, tmp_path: Path
) -> None:
    files = {
        "content/about.md": free_page("x"),
        "content/notes.md": free_page("x", audience="private"),
        "content/assets/a.png": "x",
        "content/assets/a.exe": "x",
    }
    frame = renderer(tmp_path, files, page=QORTEX, audience=Audience.PUBLIC).frame
    assert frame.to_written(frame.library.projects["qortex"].source, written) == link


def test_frame_knows_whether_the_author_alone_looks(tmp_path: Path) -> None:
    views = {audience: renderer(tmp_path, audience=audience).frame for audience in Audience}
    assert [a for a, frame in views.items() if frame.is_private] == [Audience.PRIVATE]
    assert all(frame.reader is audience for audience, frame in views.items())
    assert set(views[Audience.PRIVATE].coverage) == {"acme"}
    assert views[Audience.PUBLIC].coverage == {}
