"""Folders for the time of a run; tests/attacks kills one."""

import fcntl
import stat
import tempfile
from pathlib import Path

import pytest

from dossier.plain.temporary import (
    claim,
    is_claimed,
    release,
    remove_abandoned,
    temporary_folder,
)


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


def test_a_run_that_begins_beside_takes_no_folder_that_is_about_to_be_claimed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    lock = fcntl.flock

    def just_before(descriptor: int, how: int) -> None:
        monkeypatch.setattr(fcntl, "flock", lock)
        remove_abandoned()
        lock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", just_before)
    with temporary_folder("publish") as folder:
        assert is_claimed(folder.parent)
        remove_abandoned()
        assert folder.is_dir()
    assert list(tmp_path.iterdir()) == []
