"""Dossiers are found where none is read, and what only looks like one is left alone."""

import os
from errno import EACCES, ENOENT
from pathlib import Path

import pytest

from dossier.load import strays
from dossier.load.strays import folders_without_index, is_like_dossier, stray_pages
from dossier.load.tree import Tree, read_tree
from dossier.model.document import FileKind
from tests.sites import write

DOSSIER = "---\ncompany: Globex\nstatus: closed\n---\n"


def read(root: Path, **files: str | bytes) -> Tree:
    write(root, {f"content/{name}": text for name, text in files.items()})
    return read_tree(root / "content", root)


def told(tree: Tree) -> list[tuple[str, str]]:
    return [(problem.where.file, problem.code) for problem in tree.problems]


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("closed/globex/index.md", "closed/globex"),
        ("globex/INDEX.MD", "globex/INDEX.MD"),
        ("globex.md", "globex.md"),
        ("globex/index (copy).md", "globex/index (copy).md"),
        ("globex/index.md.orig", "globex/index.md.orig"),
    ],
)
def test_below_applications_any_text_may_be_one(tmp_path: Path, name: str, id_: str) -> None:
    tree = read(tmp_path, **{f"applications/{name}": DOSSIER})
    (stray,) = tree.strays
    assert (stray.kind, stray.id, stray.problems) == (FileKind.APPLICATION, id_, ())
    assert stray.raw["company"] == "Globex"
    assert told(tree)[0] == (f"content/applications/{name}", "file-unplaced")
    assert not tree.documents


@pytest.mark.parametrize(
    ("name", "text", "is_one"),
    [
        ("closed/globex/index.md", "---\ncompany: Globex\n---\n", True),
        ("closed/globex.md", "---\ncompany: Globex\n---\n", False),
        ("closed/globex.md", "\ufeff\n\n---\ncompany: Globex\naliases: []\n---\n", True),
        ("closed/globex.md", "---\nstatus: applied\n---\n", False),
        ("closed/globex.md", "---\ncompany: [\nstatus: x\n---\n", True),
        ("closed/globex.md", "---\ntitle: [\n---\n", False),
        ("closed/globex.md", "company: Globex\n", False),
        ("closed/globex.yml", DOSSIER, False),
    ],
)
def test_front_matter_tells_it(tmp_path: Path, name: str, text: str, *, is_one: bool) -> None:
    assert bool(read(tmp_path, **{f"applications/{name}": text}).strays) == is_one


def test_a_saved_posting_is_none(tmp_path: Path) -> None:
    posting = "---\ncompany: Globex\nurl: https://globex.example/jobs/1\n---\nWe look for …\n"
    assert not read(tmp_path, **{"applications/globex/posting.md": posting}).strays
    raw = {"company": "Globex", "title": "Engineer", "audience": "shared", "url": "…"}
    assert not is_like_dossier("applications/globex/posting.md", raw)


def test_a_posting_that_a_dossier_names_is_none_whatever_it_says(tmp_path: Path) -> None:
    roles = "roles:\n- id: r\n  title: R\n  posting: {file: posting.md}\n"
    files = {
        "applications/acme/index.md": f"---\ncompany: Acme\n{roles}---\n",
        "applications/acme/posting.md": "---\ncompany: Acme\nx: !!python/object:os [\n---\n",
    }
    assert not read(tmp_path, **files).strays
    assert read(tmp_path, **files | {"applications/acme/index.md": DOSSIER}).strays


def test_a_folder_that_holds_one_is_not_told_to_begin_one(tmp_path: Path) -> None:
    tree = read(tmp_path, **{"applications/closed/globex/index.md": DOSSIER})
    assert told(tree) == [("content/applications/closed/globex/index.md", "file-unplaced")]
    assert "where none is read" in tree.problems[0].message


def test_what_is_broken_is_told_with_its_place(tmp_path: Path) -> None:
    tree = read(tmp_path, **{"applications/closed/globex/index.md": "---\ncompany: [\n---\n"})
    assert [code for _, code in told(tree)] == ["yaml-syntax", "file-unplaced"]


def test_pages_beside_applications_may_be_one_unless_they_are_public(tmp_path: Path) -> None:
    opened = DOSSIER.replace("status", "audience: public\nstatus")
    files = {"_old/globex/index.md": DOSSIER, "old/acme.md": opened, "about.md": "# company: no\n"}
    tree = read(tmp_path, **files)
    (page,) = stray_pages(tree.documents)
    assert (page.kind, page.id) == (FileKind.APPLICATION, "_old/globex/index.md")
    assert not tree.strays


def test_no_id_is_that_of_a_dossier_that_is_read(tmp_path: Path) -> None:
    names = ("acme/index.md", "projects/acme.md", "stories/acme.md", "applications/acme/a.md")
    files = dict.fromkeys((*names, "applications/acme/index.md"), DOSSIER)
    tree = read(tmp_path, **files)
    found = [each.id for each in (*tree.strays, *stray_pages(tree.documents))]
    assert sorted(found) == ["acme/a.md", *sorted(names[:3])]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (DOSSIER.encode() + b"x" * 1_000_001, "file-size"),
        (DOSSIER.encode("utf-16"), "file-encoding"),
        (DOSSIER.encode().replace(b"Globex", b"Gl\xf6bex"), "file-encoding"),
    ],
    ids=["too large", "UTF-16", "Latin-1"],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, content: bytes, code: str) -> None:
    (stray,) = read(tmp_path, **{"applications/closed/globex/index.md": content}).strays
    assert [problem.code for problem in stray.problems] == [code]


def test_neither_a_large_posting_nor_a_pipe_is_read(tmp_path: Path) -> None:
    (tmp_path / "content/applications/acme").mkdir(parents=True)
    os.mkfifo(tmp_path / "content/applications/acme/pipe.md")
    posting = {"applications/acme/posting.md": "---\ntitle: A\n---\n" + "x" * 1_000_001}
    assert not read(tmp_path, **posting).strays


@pytest.mark.parametrize(
    ("name", "codes"), [("index.md", ["file-unreadable"]), ("old.md", []), ("gone.md", [])]
)
def test_what_nobody_can_open_is_told_if_it_is_called_like_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, codes: list[str]
) -> None:
    def refuse(path: str) -> tuple[int, bytes]:
        raise OSError(ENOENT if path.endswith("gone.md") else EACCES, "Refused")

    monkeypatch.setattr(strays, "_content", refuse)
    found = read(tmp_path, **{f"applications/closed/globex/{name}": DOSSIER}).strays
    assert [problem.code for stray in found for problem in stray.problems] == codes


def test_a_folder_whose_dossier_is_not_read_is_not_told_to_begin_one(tmp_path: Path) -> None:
    write(tmp_path, {"content/applications/acme/index.md": "", "content/applications/acme/a": ""})
    assert not [*folders_without_index(tmp_path / "content", "", ["applications/acme/a"], ())]
