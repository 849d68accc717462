"""`dossier publish --to`: the same tree as on a branch, and nothing of anybody else's goes."""

import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main, publish_folder
from dossier.cli.options import read_project
from dossier.cli.publish_folder import NEARBY, publish_nearby
from dossier.cli.release import Job
from dossier.plain.uploaded import MARKER, NO_JEKYLL, marker_of
from dossier.sharing.keystore import Share, add, changing
from tests.builders import MINIMAL
from tests.sites import files_of, installed, project

KILLED = """
import os, sys
from dossier.cli import main

rename = os.rename

def last_one(source, target, **named):
    if os.fspath(target) == sys.argv[-1]:
        os.kill(os.getpid(), 9)
    rename(source, target, **named)

os.rename = last_one
main(["publish", "--yes", "--to", sys.argv[-1]])
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = project(tmp_path / "mine", MINIMAL, config={"site_url": "http://localhost:8000/"})
    with changing(root, ()) as shares:
        add(shares, Share("", "acme", None, "Eve", "a" * 26, b"k" * 32, 1, date(2026, 1, 1)))
    monkeypatch.chdir(root)
    return root


def publish(*arguments: str, answer: str = "") -> Result:
    with installed():
        return CliRunner().invoke(main, ["publish", *arguments], input=answer)


def test_folder_is_written_once_it_is_agreed_to_and_then_in_place_of_itself(site: Path) -> None:
    folder = site.parent / "out"
    for arguments, answer in ((("--dry-run",), ""), ((), "n\n")):
        assert publish("--to", str(folder), *arguments, answer=answer).exit_code == bool(answer)
        assert not folder.exists()
    done = publish("--to", str(folder), answer="y\n")
    assert done.exit_code == 0, done.output
    first = files_of(folder)
    assert {MARKER, "index.html", f"s/{'a' * 26}/index.html"} <= first.keys()
    assert f"python3 -m http.server -b localhost -d {folder} 8000" in done.output
    assert "Its link: `dossier share show acme-1`" in done.output
    assert "Nothing has changed." in publish("--to", str(folder), "--yes").output
    (folder / "CNAME").write_text("ada.example\n")
    (site / "content/talk.md").write_text("---\ntitle: Talk\naudience: public\n---\nOn pears.\n")
    assert publish("--to", str(folder), "--yes").exit_code == 0
    written = files_of(folder)
    assert written.keys() == first.keys() | {"CNAME", "talk/index.html"}
    (site / "content/talk.md").unlink()
    mine = {"photos/p.jpg": b"mine", "robots.txt": b"ours", ".well-known/x": b"mine"}
    for name, content in mine.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    refused = publish("--to", str(folder), "--yes")
    assert "would be lost" in refused.output
    assert ": .well-known/x, photos/p.jpg\n" in refused.output
    assert publish("--to", str(folder), answer="\n").exit_code == 1
    assert files_of(folder) == written | mine
    assert publish("--to", str(folder), answer="y\n").exit_code == 0
    assert files_of(folder).keys() == first.keys() | {"CNAME"}
    assert b"a" * 26 not in (folder / MARKER).read_bytes()
    shutil.rmtree(site / ".dossier")
    assert "share-unknown" in publish("--to", str(folder), "--yes").output


def test_killed_publish_leaves_to_the_next_what_is_yours_and_nothing_beside(site: Path) -> None:
    folder = site.parent / "out"
    assert publish("--to", str(folder), "--yes").exit_code == 0
    (folder / "CNAME").write_text("ada.example\n")
    published = files_of(folder)
    (site / "content/talk.md").write_text("---\ntitle: Talk\naudience: public\n---\nOn pears.\n")
    command = [sys.executable, "-c", KILLED, str(folder)]
    killed = subprocess.run(command, cwd=site, check=False, capture_output=True)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert not folder.exists()
    done = publish("--to", str(folder), "--yes")
    assert (done.exit_code, "Put back" in done.output) == (0, True), done.output
    assert files_of(folder).keys() == published.keys() | {"talk/index.html"}
    assert {path.name for path in site.parent.iterdir()} == {"mine", "out"}


def test_folder_of_a_version_that_kept_no_list_loses_nothing_unasked(site: Path) -> None:
    folder = site.parent / "out"
    assert publish("--to", str(folder), "--yes").exit_code == 0
    (folder / MARKER).unlink()
    (folder / "index.html").write_text("as it was")
    done = publish("--to", str(folder), "--yes")
    assert done.exit_code == 0, done.output
    (folder / MARKER).unlink()
    (folder / "photo.jpg").write_bytes(b"mine")
    refused = publish("--to", str(folder), "--yes")
    assert (refused.exit_code, "kept no list" in refused.output) == (2, True)
    assert "photo.jpg" in files_of(folder)


def test_site_is_written_beside_its_project_and_one_of_this_machine_is_shown(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[tuple[object, ...]] = []
    monkeypatch.setattr(publish_folder, "show_folder", lambda *what: shown.append(what))
    job, folder = Job(*read_project(site / "mkdocs.yml")), site.parent / NEARBY
    here, there = (f"{host}/s/{'a' * 26}/#k" for host in ("http://localhost:8000", "https://a.b"))
    with installed():
        assert publish_nearby(job, here)
        assert "Written. " not in capsys.readouterr().out
        (folder / "index.html").unlink()
        assert publish_nearby(job, there)
    assert shown[:1] == [(folder, here)]
    assert f"http.server -b localhost -d {folder}" in capsys.readouterr().out
    monkeypatch.setattr(publish_folder, "can_ask", lambda: True)
    (folder / "index.html").unlink()
    done = publish("--to", str(folder), answer="y\n")
    assert "http.server" not in done.output, "it is shown, as by `share new`"
    ((where, home, link),) = shown[1:]
    assert (where, home) == (folder, "http://localhost:8000/")
    assert isinstance(link, tuple)
    assert link[0] == "for Eve: Acme (acme), all roles"
    assert link[1].startswith("http://localhost:8000/s/")
    done = publish("--to", str(folder), answer="y\n")
    assert "Nothing has changed" in done.output
    assert len(shown) == 3, "what stands there is shown, too"
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / "thesis.txt").touch()
    assert not publish_nearby(job, here)


def test_folder_of_something_else_is_refused(site: Path) -> None:
    home, checkout = site.parent / "home", site.parent / "checkout"
    pages = site.parent / "pages"
    for folder, name in ((home, "thesis.txt"), (checkout, ".git/HEAD"), (pages, "a/p.jpg")):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text("mine")
    (checkout / MARKER).write_bytes(marker_of(["HEAD"]))
    # As other generators write them for the same host.
    for name in (NO_JEKYLL, "index.html"):
        (pages / name).touch()
    for folder in (home, pages, checkout, site, site / "content/x", site / "site"):
        before = files_of(site.parent)
        done = publish("--to", str(folder), "--yes")
        assert (done.exit_code, files_of(site.parent)) == (2, before), folder
    assert publish("--to", "x", "--remote", "y").exit_code == 2
