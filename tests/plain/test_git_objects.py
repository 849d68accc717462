"""All that git keeps is read, in pieces that overlap."""

from pathlib import Path

import pytest

from dossier.plain import git_objects
from dossier.plain.git_objects import contents_of, count_objects, objects_of, small_blobs
from tests.publishing.fixtures import git, repository


def test_every_object_is_read_whatever_leads_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path, {"a": "in a commit", "empty": "", "b": "0123456789"})
    (root / "c").write_text("staged")
    git(root, "add", "c")
    (root / "c").unlink()
    git(root, "rm", "--cached", "--quiet", "c")
    monkeypatch.setattr(git_objects, "PIECE", 6)
    monkeypatch.setattr(git_objects, "OVERLAP", 3)
    found = [(each.content, each.is_whole) for each in objects_of(root) if each.kind == "blob"]
    assert sorted(found) == [
        (b"", True),
        (b"012345", False),
        (b"3456789", False),
        (b"a commit", False),
        (b"in a c", False),
        (b"staged", True),
    ]
    assert count_objects(root) == 6


def test_small_files_are_told_by_their_ids_and_read_at_once(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": "12", "b": "123456", "c": "1\n\n2"})
    ids = [git(root, "rev-parse", f"HEAD:{name}").strip() for name in "cab"]
    asked = [*ids, git(root, "rev-parse", "HEAD").strip(), "0" * 40]
    small = list(small_blobs(root, asked, 5))
    assert small == ids[:2]
    assert contents_of(root, small) == dict(zip(small, (b"1\n\n2", b"12"), strict=True))
    assert contents_of(root, []) == {}
