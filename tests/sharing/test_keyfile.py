"""A file of secrets: refused where others see it, old or new whatever happens."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.plain.files import create_file
from dossier.sharing.keyfile import locked, refuse_exposed, refuse_tracked, replace_secret
from tests.patience import PATIENCE


def keys(root: Path) -> Path:
    """Write a file of secrets as it should be."""
    path = root / ".dossier" / "keys.json"
    path.parent.mkdir(mode=0o700, parents=True)
    create_file(path, b"old", mode=0o600)
    return path


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True)


def repository(root: Path, ignored: str = "/.dossier/\n") -> Path:
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "--quiet")
    (root / ".gitignore").write_text(ignored)
    return root


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with locked(tmp_path / ".dossier"):
            path = tmp_path / ".dossier" / "keys.json"
            replace_secret(path, b"first")
            replace_secret(path, b"second")
    finally:
        os.umask(before)
    assert path.read_bytes() == b"second"
    assert (mode(path.parent), mode(path)) == (0o700, 0o600)
    assert {file.name for file in path.parent.iterdir()} == {".gitignore", "keys.json", "lock"}
    refuse_exposed(path)


@pytest.mark.parametrize("bits", [0o640, 0o604, 0o620, 0o601])
def test_file_that_others_can_read_is_refused(tmp_path: Path, bits: int) -> None:
    path = keys(tmp_path)
    path.chmod(bits)
    with pytest.raises(ConfigError, match="others on this machine can read") as caught:
        refuse_exposed(path)
    assert caught.value.hint == f"chmod 600 {path}; if they may have, rotate every share"


def test_folder_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = keys(tmp_path)
    path.parent.chmod(0o750)
    with pytest.raises(ConfigError, match=r"can read .*\.dossier") as caught:
        refuse_exposed(path)
    assert caught.value.hint.startswith(f"chmod 700 {path.parent};")


def test_link_to_a_file_is_refused(tmp_path: Path) -> None:
    path = keys(tmp_path)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ConfigError, match="is a link to another file"):
        refuse_exposed(path)


def test_file_in_what_is_published_is_refused(tmp_path: Path) -> None:
    path = keys(tmp_path / "site")
    (tmp_path / "other").symlink_to(tmp_path / "site")
    for published in (tmp_path, tmp_path / "site", tmp_path / "other"):
        with pytest.raises(ConfigError, match=f"lies in {published.name}/, which is made to be"):
            refuse_exposed(path, [tmp_path / "docs", published])
    refuse_exposed(path, [tmp_path / "sit", tmp_path / "docs"])


def test_file_that_git_ignores_is_taken(tmp_path: Path) -> None:
    path = keys(repository(tmp_path))
    refuse_exposed(path)
    # Nothing of it need be there yet.
    refuse_exposed(repository(tmp_path / "b") / ".dossier" / "keys.json")


def test_file_that_git_tracks_is_refused(tmp_path: Path) -> None:
    path = keys(repository(tmp_path))
    git(tmp_path, "add", "--force", str(path))
    with pytest.raises(ConfigError, match="git tracks") as caught:
        refuse_exposed(path)
    assert "rotate every share" in caught.value.hint


@pytest.mark.parametrize("ignored", ["", "/.dossier/\n!/.dossier/\n", "/.dossier/lock\n"])
def test_file_that_git_would_take_is_refused(tmp_path: Path, ignored: str) -> None:
    path = keys(repository(tmp_path, ignored))
    with pytest.raises(ConfigError, match="git does not ignore"):
        refuse_exposed(path)


def test_repository_around_the_project_counts(tmp_path: Path) -> None:
    path = keys(repository(tmp_path, "") / "a" / "b")
    with pytest.raises(ConfigError, match="git does not ignore"):
        refuse_tracked(path)


def test_folder_that_stands_elsewhere_is_judged_there(tmp_path: Path) -> None:
    keys(repository(tmp_path / "kept", ""))
    project = repository(tmp_path / "project")
    (project / ".dossier").symlink_to(tmp_path / "kept" / ".dossier")
    with pytest.raises(ConfigError, match="git does not ignore"):
        refuse_exposed(project / ".dossier" / "keys.json")


def test_another_repository_named_by_the_environment_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = keys(repository(tmp_path / "a", ""))
    monkeypatch.setenv("GIT_DIR", str(repository(tmp_path / "b") / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path / "b"))
    with pytest.raises(ConfigError, match="git does not ignore"):
        refuse_exposed(path)


def test_without_git_nobody_knows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = keys(repository(tmp_path))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ConfigError, match="git cannot be run"):
        refuse_exposed(path)
    refuse_exposed(keys(tmp_path.parent / f"{tmp_path.name}-bare"))


def test_one_waits_for_the_other(tmp_path: Path) -> None:
    folder, told = tmp_path / ".dossier", []

    def wait() -> None:
        with locked(folder):
            told.append("second")

    with locked(folder):
        thread = threading.Thread(target=wait)
        thread.start()
        thread.join(timeout=0.2)
        told.append("first")
    thread.join(timeout=PATIENCE)
    assert told == ["first", "second"]


def test_what_somebody_left_half_written_is_replaced(tmp_path: Path) -> None:
    path = keys(tmp_path)
    unfinished = path.with_name(".new-keys.json-0a1b2c3d")
    unfinished.write_bytes(b"half of a k")
    unfinished.chmod(0o644)
    replace_secret(path, b"new")
    assert (path.read_bytes(), mode(path)) == (b"new", 0o600)
    assert [file.name for file in path.parent.iterdir()] == ["keys.json"]


FULL = """
import resource, signal, sys
from pathlib import Path
from dossier.plain.errors import ConfigError
from dossier.sharing.keyfile import replace_secret
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    replace_secret(Path(sys.argv[1]), b"n" * 5000)
except ConfigError as error:
    sys.exit(str(error))
"""


def test_disk_that_is_full_leaves_the_old_file(tmp_path: Path) -> None:
    path = keys(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "keys.json cannot be written: File too large" in done.stderr
    assert path.read_bytes() == b"old"
    assert [file.name for file in path.parent.iterdir()] == ["keys.json"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a disk")
def test_small_disk_that_is_full_leaves_the_old_file(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)],
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        path = keys(disk)
        with pytest.raises(ConfigError, match="No space left on device"):
            replace_secret(path, b"n" * 100_000)
        assert path.read_bytes() == b"old"
        assert [file.name for file in path.parent.iterdir()] == ["keys.json"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = keys(tmp_path)

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(ConfigError, match="Input/output error"):
        replace_secret(path, b"new")
    assert path.read_bytes() == b"old"
    assert [file.name for file in path.parent.iterdir()] == ["keys.json"]


def test_git_passes_over_it_whatever_the_list_of_the_project_says(tmp_path: Path) -> None:
    root = repository(tmp_path, ignored="")
    with locked(root / ".dossier"):
        replace_secret(root / ".dossier" / "keys.json", b"first")
    git(root, "add", "--all")
    refuse_tracked(root / ".dossier" / "keys.json")
