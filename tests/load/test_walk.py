import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from dossier.load.tree import read_tree
from dossier.load.walk import walk
from dossier.plain import kept_readings
from dossier.plain.kept_readings import KeptReadings
from tests.builders import MINIMAL, write_site


def test_links_are_not_followed_whatever_they_lead_to(tmp_path: Path) -> None:
    settings = write_site(tmp_path / "site", {"content/index.md": "x", "outside.md": "CANARY"})
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "secret.md").write_text("CANARY")
    (settings.content / "a.md").symlink_to(settings.root / "outside.md")
    (settings.content / "b").symlink_to(tmp_path / "secret")
    (settings.content / "c.md").symlink_to("c.md")
    tree = read_tree(settings.content, settings.root)
    assert [document.source.text for document in tree.documents] == ["x"]
    assert tree.files == frozenset()
    assert [(p.code, p.where.file) for p in tree.problems] == [
        ("file-symlink", "content/a.md"),
        ("file-symlink", "content/b"),
        ("file-symlink", "content/c.md"),
    ]


def test_folder_that_cannot_be_read_is_told_and_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = write_site(tmp_path, MINIMAL)
    scan = os.scandir

    def refuse(folder: Path) -> AbstractContextManager[Iterator[os.DirEntry[str]]]:
        if Path(folder).name == "evidence":
            raise PermissionError(13, "Not permitted")
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    tree = read_tree(settings.content, settings.root)
    assert len(tree.documents) == len(MINIMAL) - 1
    assert [str(problem) for problem in tree.problems] == [
        "content/evidence:1:1: error: the folder cannot be read: Not permitted [file-unreadable]"
    ]


def test_folder_is_looked_through_again_once_something_in_it_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, looked = KeptReadings(), list[str]()
    scandir = os.scandir

    def watched(folder: str) -> object:
        looked.append(os.path.relpath(folder, tmp_path))
        return scandir(folder)

    def names() -> list[str]:
        looked.clear()
        found = walk(str(tmp_path), lambda *_: None, kept)
        return [os.path.relpath(entry.path, tmp_path) for entry in found]

    monkeypatch.setattr(kept_readings, "SETTLED", -1)
    monkeypatch.setattr(os, "scandir", watched)
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x").touch()
    assert (names(), looked) == (["a/x", "b/x"], [".", "a", "b"])
    (tmp_path / "a/x").write_text("more")
    assert (names(), looked) == (["a/x", "b/x"], [])
    (tmp_path / "b/y").touch()
    assert (names(), looked) == (["a/x", "b/x", "b/y"], ["b"])
    (tmp_path / "a/x").unlink()
    (tmp_path / "a/x").symlink_to(tmp_path / "b/y")
    assert (names(), looked) == (["a/x", "b/x", "b/y"], ["a"])
    (tmp_path / "b").rename(tmp_path / "c")
    assert (names(), looked) == (["a/x", "c/x", "c/y"], [".", "c"])
