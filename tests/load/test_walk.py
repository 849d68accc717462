import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from dossier.load.tree import read_tree
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
