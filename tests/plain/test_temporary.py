"""Folders for the time of a run; tests/attacks kills one."""

import stat
import tempfile
from pathlib import Path

import pytest

from dossier.plain.temporary import claim, is_claimed, release, temporary_folder


def test_a_folder_is_its_owners_alone_and_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with temporary_folder("publish") as folder:
        assert folder.parent.name.startswith("dossier-publish-")
        assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
        (folder / "a.html").touch()
    assert list(tmp_path.iterdir()) == []


def test_giving_up_what_was_not_claimed_takes_nothing_from_others(tmp_path: Path) -> None:
    claim(tmp_path)
    release(tmp_path / "another")
    assert is_claimed(tmp_path)
    release(tmp_path)
    assert not is_claimed(tmp_path)
