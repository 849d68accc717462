"""All files or none: a process is killed at every step, and the next one finishes."""

import errno
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from dossier.plain import transaction
from dossier.plain.errors import ConfigError
from dossier.plain.files import write_beside
from dossier.plain.transaction import JOURNAL, finish, refuse_halfway, write_all, writing

CHILD = """
import os, sys
from pathlib import Path
from dossier.plain import transaction

left = int(sys.argv[2])

def stopping(name, real):
    def wrapped(*arguments, **named):
        global left
        left -= 1
        if not left:
            os.kill(os.getpid(), 9)
        return real(*arguments, **named)
    return wrapped

for name in ("replace", "fsync", "unlink", "rename"):
    setattr(os, name, stopping(name, getattr(os, name)))
for name in ("replace", "unlink"):
    setattr(Path, name, stopping(name, getattr(Path, name)))
transaction.write_all(Path(sys.argv[1]), eval(sys.argv[3]))
"""
FILES: dict[str, tuple[bytes | None, bytes]] = {
    "a/one.yml": (b"old one", b"new one"),
    "b/two.md": (b"old two", b"new two"),
    "c/three.yml": (None, b"new three"),
}
OLD = {name: old for name, (old, _) in FILES.items() if old is not None}
NEW = {name: new for name, (_, new) in FILES.items()}


def begin(root: Path) -> None:
    for name, content in OLD.items():
        (root / name).parent.mkdir(parents=True)
        (root / name).write_bytes(content)


def seen(root: Path) -> Mapping[str, bytes]:
    """Return the files that are no hidden ones."""
    found = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return {
        path.as_posix(): (root / path).read_bytes()
        for path in found
        if not any(part.startswith(".") for part in path.parts)
    }


def test_whenever_it_is_killed_all_files_are_new_or_none(tmp_path: Path) -> None:
    states: set[str] = set()
    for step in range(1, 60):
        root = tmp_path / str(step)
        root.mkdir()
        begin(root)
        command = [sys.executable, "-c", CHILD, str(root), str(step), repr(FILES)]
        done = subprocess.run(command, check=False, capture_output=True)
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
        if (root / JOURNAL).exists():
            with pytest.raises(ConfigError):
                refuse_halfway(root)
            states.add("halfway" if seen(root) not in (OLD, NEW) else "journal")
            assert finish(root)
            assert seen(root) == NEW
        else:
            refuse_halfway(root)
            states.add("old" if seen(root) == OLD else "new")
            assert seen(root) in (OLD, NEW)
        write_all(root, {n: (seen(root).get(n), new) for n, new in NEW.items()})
        # What git is told to ignore is no file of the site.
        left = {path.name[:16] for path in root.rglob(".new-*")}
        assert left <= {".new-.gitignore-"}
    else:
        pytest.fail("it never came to an end")
    assert step > 8
    assert {"old", "halfway"} <= states


def test_what_another_finished_while_one_waited_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(tmp_path)
    journal = tmp_path / JOURNAL
    journal.parent.mkdir()

    @contextmanager
    def after_another(root: Path) -> Iterator[None]:
        with writing(root):
            journal.unlink()
            yield

    monkeypatch.setattr(transaction, "writing", after_another)
    journal.write_text("{}")
    assert not finish(tmp_path)
    journal.write_text("{}")
    refuse_halfway(tmp_path)
    assert seen(tmp_path) == OLD


def test_what_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    begin(tmp_path)
    (tmp_path / "b/two.md").write_bytes(b"edited")
    with pytest.raises(ConfigError, match="changed meanwhile"):
        write_all(tmp_path, FILES)
    (tmp_path / "b/two.md").write_bytes(b"old two")
    (tmp_path / "c").mkdir()
    (tmp_path / "c/three.yml").symlink_to(tmp_path / "a/one.yml")
    with pytest.raises(ConfigError, match="is a link"):
        write_all(tmp_path, FILES)
    assert (tmp_path / "a/one.yml").read_bytes() == b"old one"
    assert not [*tmp_path.rglob(".new-*")]


def test_modes_stay(tmp_path: Path) -> None:
    begin(tmp_path)
    (tmp_path / "a/one.yml").chmod(0o600)
    write_all(tmp_path, FILES)
    assert seen(tmp_path) == NEW
    assert (tmp_path / "a/one.yml").stat().st_mode & 0o777 == 0o600
    assert not (tmp_path / JOURNAL).exists()
    assert not finish(tmp_path)


def test_a_file_that_is_neither_is_told(tmp_path: Path) -> None:
    begin(tmp_path)
    (tmp_path / ".dossier").mkdir()
    (tmp_path / JOURNAL).write_text(
        '{"files": {"a/one.yml": {"fresh": ".new-one.yml-x", "sha256": "0"}}}'
    )
    with pytest.raises(ConfigError, match="is not what"):
        finish(tmp_path)


@pytest.mark.parametrize(
    "journal",
    [
        "{",
        "[]",
        '{"files": []}',
        '{"files": {"a/one.yml": {"fresh": ".new-one.yml-x"}}}',
        '{"files": {"../one.yml": {"fresh": ".new-one.yml-x", "sha256": "0"}}}',
        '{"files": {"a/one.yml": {"fresh": "two.md", "sha256": "0"}}}',
        '{"files": {"a/one.yml": {"fresh": ".new-one.yml-/../x", "sha256": "0"}}}',
        '{"files": {"link/one.yml": {"fresh": ".new-one.yml-x", "sha256": "0"}}}',
    ],
)
def test_a_journal_that_is_not_ours_touches_nothing(tmp_path: Path, journal: str) -> None:
    begin(tmp_path)
    (tmp_path / "link").symlink_to(tmp_path / "a")
    (tmp_path / "a/.new-one.yml-x").write_bytes(b"planted")
    (tmp_path / ".dossier").mkdir()
    (tmp_path / JOURNAL).write_text(journal)
    with pytest.raises(ConfigError, match="nothing that it names is touched"):
        finish(tmp_path)
    assert seen(tmp_path) == OLD
    assert (tmp_path / JOURNAL).read_text() == journal


def test_what_cannot_be_written_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    begin(tmp_path)
    monkeypatch.setattr(transaction, "_write_journal", fail)
    with pytest.raises(OSError, match="No space"):
        write_all(tmp_path, FILES)
    assert seen(tmp_path) == OLD
    assert not [*tmp_path.rglob(".new-*")]


def test_files_whose_names_begin_alike_are_all_written(tmp_path: Path) -> None:
    names = [f"{'what-was-measured-of-loading-times-in-' * 2}{number}.md" for number in (1, 2)]
    write_all(tmp_path, {name: (None, name.encode()) for name in names})
    assert seen(tmp_path) == {name: name.encode() for name in names}


def test_what_a_killed_writer_left_goes(tmp_path: Path) -> None:
    """Whoever clears away holds the lock, and so would whoever is writing."""
    begin(tmp_path)
    left = write_beside(tmp_path / "a/one.yml", b"half", 0o644)
    with writing(tmp_path):
        write_all(tmp_path, FILES)
    assert not left.exists()
    assert seen(tmp_path) == NEW
