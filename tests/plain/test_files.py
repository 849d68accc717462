import ast
import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.plain.files import (
    create_file,
    read_ordinary,
    remove_unfinished,
    replace_file,
    write_new,
)
from tests.builders import REPOSITORY


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


def test_a_text_that_is_no_text_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_new(tmp_path / "a", "two \ud800")
    assert listed(tmp_path) == []


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.fixture
def no_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("no_umask")
def test_a_file_has_the_mode_that_was_asked_for_whatever_the_umask(tmp_path: Path) -> None:
    create_file(tmp_path / "a", b"1")
    create_file(tmp_path / "b", b"1", mode=0o600)
    replace_file(tmp_path / "c", b"1")
    replace_file(tmp_path / "d", b"1", mode=0o600)
    replace_file(tmp_path / "a", b"2", mode=0o600)
    assert [mode(tmp_path / name) for name in "abcd"] == [0o600, 0o600, 0o644, 0o600]


def test_a_file_for_its_owner_is_never_anybody_elses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    sync = os.fsync

    def look(descriptor: int) -> None:
        seen.extend(mode(path) for path in tmp_path.iterdir())
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", look)
    replace_file(tmp_path / "a", b"1", mode=0o600)
    assert set(seen) == {0o600}


def test_a_file_lasts_and_so_does_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[tuple[bool, bool]] = []

    def note(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        synced.append((is_folder, (tmp_path / "a").exists()))

    monkeypatch.setattr(os, "fsync", note)
    create_file(tmp_path / "a", b"1")
    assert synced == [(False, False), (True, True)]


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"mine")
    with pytest.raises(FileExistsError) as caught:
        create_file(path, b"other")
    assert (caught.value.filename, listed(tmp_path), path.read_bytes()) == (
        str(path),
        ["a"],
        b"mine",
    )


def test_a_link_to_nowhere_is_a_file_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "a", b"1")
    assert listed(tmp_path) == ["a"]


@pytest.mark.parametrize("is_there", [False, True])
def test_a_stick_without_links_gets_its_file_and_loses_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_there: bool
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "a"
    if is_there:
        path.write_bytes(b"mine")
        with pytest.raises(FileExistsError):
            create_file(path, b"other", mode=0o600)
        assert path.read_bytes() == b"mine"
    else:
        create_file(path, b"new", mode=0o600)
        assert (path.read_bytes(), mode(path)) == (b"new", 0o600)
    assert listed(tmp_path) == ["a"]


def test_errors_name_the_file_that_was_asked_for(tmp_path: Path) -> None:
    for write in (create_file, replace_file):
        with pytest.raises(FileNotFoundError) as caught:
            write(tmp_path / "nowhere" / "a", b"1")
        assert caught.value.filename == str(tmp_path / "nowhere" / "a")


def test_a_name_may_be_as_long_as_names_may_be(tmp_path: Path) -> None:
    name = "ü" * 126 + "md"
    create_file(tmp_path / name, b"1")
    replace_file(tmp_path / name, b"2")
    assert (listed(tmp_path), (tmp_path / name).read_bytes()) == ([name], b"2")


def test_what_writers_left_is_known_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", lambda *_, **__: None)
        patch.setattr(os, "replace", lambda *_: None)
        for name in ("a.json", "b.json"):
            replace_file(tmp_path / name, b"half")
    assert len(listed(tmp_path)) == 2
    remove_unfinished(tmp_path / "a.json")
    (left,) = listed(tmp_path)
    assert left.startswith(".new-b.json-")


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


def test_a_second_name_of_a_file_keeps_what_was_in_it(tmp_path: Path) -> None:
    """Backups by hard links hold yesterday's text."""
    file, copy = tmp_path / "index.md", tmp_path / "backup.md"
    file.write_text("yesterday")
    file.chmod(0o640)
    copy.hardlink_to(file)
    replace_file(file, b"today")
    assert (file.read_text(), copy.read_text()) == ("today", "yesterday")
    assert (file.stat().st_nlink, copy.stat().st_nlink) == (1, 1)
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("mine", encoding="utf-8")
    (tmp_path / "a.lock").symlink_to(other)
    with pytest.raises(ConfigError, match="is a link to another file"):
        replace_file(tmp_path / "a.lock", b"new")
    assert other.read_text(encoding="utf-8") == "mine"


def test_no_other_module_writes_beside_and_renames() -> None:
    ways = {"NamedTemporaryFile", "mkstemp", "fsync", "rename", "link", "O_EXCL"}
    writing = {
        path.name
        for path in (REPOSITORY / "hooks").rglob("*.py")
        if re.search("|".join(ways), text := path.read_text(encoding="utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute) and node.attr in ways
        if isinstance(node.value, ast.Name) and node.value.id in ("os", "tempfile")
    }
    assert writing == {"files.py"}
