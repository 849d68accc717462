"""The private site stays on your machine, and no longer than it is shown.

Attacked by killing what shows it, and by a disk that is full when it is written.
"""

import os
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.plain.temporary import MARKER, claim, remove_abandoned, temporary_folder
from tests.sites import DAY, project


@pytest.fixture(name="rooms")
def own_rooms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that stands for the system's temporary one."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_a_killed_server_leaves_its_site_to_the_next_run(tmp_path: Path, rooms: Path) -> None:
    root = project(tmp_path / "site")
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", "127.0.0.1:0"]
    variables = {**os.environ, "TMPDIR": str(rooms), "PYTHONUNBUFFERED": "1"}
    log = tmp_path / "log.txt"
    with log.open("w") as said:
        running = subprocess.Popen(command, cwd=root, env=variables, stdout=said, stderr=said)
        try:
            while "Serving on" not in log.read_text():
                assert running.poll() is None, log.read_text()
                time.sleep(0.05)
            (left,) = rooms.glob("mkdocs_*")
            assert (left / "applications/acme/index.html").is_file()
            remove_abandoned()
            assert left.exists(), "it is shown"
        finally:
            running.send_signal(signal.SIGKILL)
            running.wait(timeout=30)
    assert left.exists(), "it was killed"
    remove_abandoned()
    assert not left.exists()


def test_a_folder_goes_with_its_run(rooms: Path) -> None:
    with temporary_folder("publish") as folder:
        (folder / "a.html").write_text("a")
        assert list(folder.iterdir()) == [folder / "a.html"]
        remove_abandoned()
        assert folder.is_dir()
    assert list(rooms.iterdir()) == []


def test_a_preview_is_there_to_be_looked_at_and_goes_with_the_next(
    tmp_path: Path, rooms: Path
) -> None:
    """What a recipient sees, unsealed."""
    root = project(tmp_path / "site")
    for _ in range(3):
        words = ["share", "preview", "acme", "--no-open", "-f", str(root / "mkdocs.yml")]
        done = CliRunner().invoke(main, words)
        (page,) = rooms.glob("dossier-preview-*/preview.html")
        assert done.stdout.strip() == str(page)
    with temporary_folder("publish", tmp_path / "other"):
        assert page.exists(), "another site's run leaves it"
    yesterday = time.time() - 25 * 60 * 60
    os.utime(page.parent / MARKER, (yesterday, yesterday))
    with temporary_folder("publish"):
        assert not page.exists(), "but not for ever"
    CliRunner().invoke(main, words)
    (page,) = rooms.glob("dossier-preview-*/preview.html")
    with temporary_folder("publish", root):
        assert not page.exists()


def test_what_is_not_ours_stays(rooms: Path) -> None:
    """Only what has our name and our file in it, and is a folder itself, is removed."""
    elsewhere = rooms / "elsewhere"
    for folder in (rooms / "dossier-notes", rooms / "other-a", elsewhere):
        folder.mkdir()
    (rooms / "other-a" / MARKER).touch()
    (elsewhere / MARKER).touch()
    (rooms / "dossier-link").symlink_to(elsewhere)
    (rooms / "dossier-file").touch()
    (rooms / "mkdocs_theirs").mkdir()
    (rooms / "mkdocs_theirs" / MARKER).symlink_to(elsewhere / MARKER)
    before = sorted(rooms.rglob("*"))
    remove_abandoned()
    assert sorted(rooms.rglob("*")) == before


def test_a_folder_of_ours_that_nobody_keeps_goes(rooms: Path) -> None:
    (rooms / "dossier-publish-a").mkdir()
    (rooms / "dossier-publish-a" / MARKER).touch()
    (rooms / "dossier-publish-b").mkdir()
    claim(rooms / "dossier-publish-b")
    remove_abandoned()
    assert [path.name for path in rooms.iterdir()] == ["dossier-publish-b"]


FULL = {
    "build": ("build", "/site"),
    "the private build": ("build --private ../private", "/private"),
    "stage": ("stage ../staged", "/staged/"),
    "publish": ("publish --yes --remote ../public.git --branch main", "/site"),
    "share new": ("share new acme", "/.dossier/"),
}


@pytest.mark.parametrize("name", FULL)
def test_a_full_disk_says_what_could_not_be_written(tmp_path: Path, name: str) -> None:
    """A limit on the size of files fails a write as a full disk does."""
    line, told = FULL[name]
    root = project(tmp_path / "home", config={"site_url": "https://ada.example.org/"})
    subprocess.run(["git", "init", "--bare", "-q", str(tmp_path / "public.git")], check=True)
    limit = 0 if name.startswith(("share", "stage")) else 1
    python = shlex.quote(sys.executable)
    done = subprocess.run(
        ["sh", "-c", f"ulimit -f {limit}; exec {python} -m dossier {line}"],
        cwd=root,
        # Python would keep modules cut off at the limit, and not read them again.
        env={**os.environ, "SOURCE_DATE_EPOCH": DAY, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    last = [each for each in done.stderr.splitlines() if each.startswith("dossier: ")][-1]
    assert told in last, done.stderr
    assert "File too large" in last
    assert "Traceback" not in done.stderr
