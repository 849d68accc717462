"""A whole folder or the one before: a process is killed at every step, and the next one mends."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.plain.files import prefix_of
from dossier.plain.temporary import claim, release
from dossier.plain.trees import put_tree, replace_tree, restore_tree
from tests.sites import files_of

MARKER = ".ours"
CHILD = """
import os, sys
from pathlib import Path
from dossier.plain.trees import put_tree

left = int(sys.argv[2])

def stopping(real):
    def wrapped(*arguments, **named):
        global left
        left -= 1
        if not left:
            os.kill(os.getpid(), 9)
        return real(*arguments, **named)
    return wrapped

for name in ("mkdir", "chmod", "open", "rename", "unlink", "rmdir"):
    setattr(os, name, stopping(getattr(os, name)))
put_tree(Path(sys.argv[1]), [("a.html", b"new"), ("s/x/index.html", b"sealed")])
"""
OLD = {"a.html": b"old", "CNAME": b"ada.example", "b/c.html": b"old"}
NEW = {"a.html": b"new", "s/x/index.html": b"sealed"}


def listed(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def begin(folder: Path) -> None:
    for name, content in OLD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def killed(folder: Path, step: int) -> bool:
    """Return whether a process was killed at a step of putting what is new in a folder's place."""
    command = [sys.executable, "-c", CHILD, str(folder), str(step)]
    done = subprocess.run(command, check=False, capture_output=True)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode != 0


def leave_halfway(folder: Path) -> Path:
    """Kill a process while a folder is not there, and return what that run left."""
    for step in range(1, 60):
        begin(folder)
        assert killed(folder, step)
        if not folder.exists():
            (left,) = folder.parent.glob(".new-*")
            return left
        restore_tree(folder)
    pytest.fail("the folder was always there")


def test_whenever_it_is_killed_the_next_run_finds_all_of_one_tree(tmp_path: Path) -> None:
    states: list[str] = []
    for step in range(1, 60):
        folder = tmp_path / str(step) / "out"
        begin(folder)
        if not killed(folder, step):
            break
        was = files_of(folder) if folder.exists() else None
        assert was in (OLD, NEW, None)
        assert restore_tree(folder) == (was is None)
        assert files_of(folder) == (NEW if was == NEW else OLD)
        assert listed(folder.parent)[0] == "out", "nothing is left beside it"
        states.append("missing" if was is None else "old" if was == OLD else "new")
    else:
        pytest.fail("it never came to an end")
    assert states == sorted(states, key=["old", "missing", "new"].index)
    assert set(states) == {"old", "missing", "new"}
    assert (files_of(folder), listed(folder.parent)[0]) == (NEW, "out")


def test_folder_that_was_made_since_is_not_written_over_and_an_empty_one_is_none(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "out"
    left = leave_halfway(folder)
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    before = files_of(tmp_path)
    for writing in (restore_tree, lambda folder: put_tree(folder, [])):
        with pytest.raises(ConfigError, match="made anew") as caught:
            writing(folder)
        assert str(left) in str(caught.value.hint)
        assert files_of(tmp_path) == before
    (folder / "mine.txt").unlink()
    with pytest.raises(ConfigError, match="changed meanwhile"):
        put_tree(folder, [])
    assert (files_of(folder), listed(tmp_path)[0]) == (OLD, "out")


def test_what_an_earlier_version_left_goes_and_what_others_have_stays(tmp_path: Path) -> None:
    folder, long = tmp_path / "out", "x" * 40
    earlier, running, other, thing = (
        tmp_path / f"{prefix_of(path)}{end}"
        for path, end in (
            (folder, "abcdefgh"),
            (folder, "in_use_1"),
            (tmp_path / "out-2", "abcdefgh"),
            (folder, "notes"),
        )
    )
    cut = tmp_path / f"{prefix_of(Path(long))}abcdefgh"
    for left in (earlier, running, other, thing):
        (left / "s/x").mkdir(parents=True)
    (cut / ".old" / f"{long}-2").mkdir(parents=True)
    claim(running)
    try:
        for path in (folder, tmp_path / f"{long}-1", tmp_path / "nowhere/out"):
            assert not restore_tree(path)
    finally:
        release(running)
    assert {path.name for path in tmp_path.iterdir()} == {
        path.name for path in (running, other, thing, cut)
    }


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
