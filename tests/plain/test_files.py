import errno
import os
from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.plain.files import (
    read_ordinary,
    replace_file,
    replace_text,
    replace_tree,
    write_new,
)

MARKER = ".ours"


def listed(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_new_file_is_written_with_its_folders_and_nothing_else(tmp_path: Path) -> None:
    write_new(tmp_path / "a" / "b.md", "text\n")
    assert listed(tmp_path) == ["a", "a/b.md"]
    assert (tmp_path / "a/b.md").read_text(encoding="utf-8") == "text\n"


def test_a_file_that_is_there_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(ConfigError, match="already there"):
        write_new(path, "other")
    assert (listed(tmp_path), path.read_text(encoding="utf-8")) == (["a.md"], "mine")


def test_a_text_that_is_no_text_leaves_the_one_before(tmp_path: Path) -> None:
    replace_text(tmp_path / "a", "one")
    with pytest.raises(UnicodeEncodeError):
        replace_text(tmp_path / "a", "two \ud800")
    assert (listed(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"one")


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(path, b"new\r\n")
    assert (listed(tmp_path), path.read_bytes()) == (["a.md"], b"new\r\n")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_that_cannot_be_replaced_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        replace_file(path, b"new")
    assert (listed(tmp_path), path.read_bytes()) == (["a.md"], b"old")


def test_a_tree_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    replace_tree(folder, [("old.md", b"1"), ("x/y.md", b"2")], MARKER)
    replace_tree(folder, [("new.md", b"3")], MARKER)
    assert listed(folder) == [MARKER, "new.md"]
    assert listed(tmp_path) == ["out", f"out/{MARKER}", "out/new.md"]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"1")
    with pytest.raises(ConfigError, match="holds other files"):
        replace_tree(tmp_path, [("a.md", b"")], MARKER)
    assert listed(tmp_path) == ["photo.png"]


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    replace_tree(folder, [("a.md", b"1")], MARKER)
    assert listed(folder) == [MARKER, "a.md"]


def test_a_tree_that_fails_half_way_leaves_the_one_before(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    replace_tree(folder, [("old.md", b"1")], MARKER)
    with pytest.raises(OSError, match="File exists"):
        replace_tree(folder, [("a", b""), ("a/b", b"")], MARKER)
    assert listed(tmp_path) == ["out", f"out/{MARKER}", "out/old.md"]


def test_only_ordinary_files_of_a_limited_size_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_ordinary(path, 5) == b"12345"
    with pytest.raises(OSError, match="more than the 4 that are read"):
        read_ordinary(path, 4)
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "."):
        with pytest.raises(OSError, match="no ordinary file"):
            read_ordinary(tmp_path / name, 5)


def test_a_text_takes_the_place_of_the_one_before_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    replace_text(path, "one\n")
    assert path.stat().st_mode & 0o777 == 0o644
    path.chmod(0o600)
    replace_text(path, "two\n")
    assert (listed(tmp_path), path.read_bytes()) == (["a.lock"], b"two\n")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_text_that_cannot_be_written_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.lock"
    path.write_text("mine", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        replace_text(path, "other")
    assert (listed(tmp_path), path.read_text(encoding="utf-8")) == (["a.lock"], "mine")


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("mine", encoding="utf-8")
    (tmp_path / "a.lock").symlink_to(other)
    with pytest.raises(ConfigError, match="is a link to another file"):
        replace_text(tmp_path / "a.lock", "new")
    assert other.read_text(encoding="utf-8") == "mine"
