"""*Whatever does not say `audience: public` is private*: a copy that a program made says so still.

Editors and syncing folders write copies beside a page, which has been made private since then.
"""

import json
from pathlib import Path

from click.testing import CliRunner

from dossier.cli import main
from tests.builders import MINIMAL
from tests.sites import project, run

NAMES = (
    # Dropbox, Nextcloud, Syncthing, iCloud, OneDrive, Google Drive, Resilio, Box, Unison
    *("about (conflicted copy 2026-01-01).md", "about (Ada's conflicted copy).md"),
    *("about.sync-conflict-20260101-120000-ABCDEFG.md", "about 2.md", "about-DESKTOP-1A2B3C.md"),
    *("about (1).md", "Copy of about.md", "about.Conflict.md", "about (copy from host).md"),
    # Explorer, Finder, file managers, editors, git
    *("about - Copy.md", "about - Copy (2).md", "about copy.md", "about (copy).md"),
    *("~about.md", "~$about.md", "#about#.md", ".#about.md", ".about.md", "about.bak.md"),
    *("about.orig.md", "about.md.orig.md", "about~.md", "about_BACKUP_4711.md", "about.LOCAL.1.md"),
    # Where systems keep what was deleted or is their own
    *("$RECYCLE.BIN/about.md", "@eaDir/about.md", "lost+found/about.md", ".Trash/about.md"),
    *("_gsdata_/about.md", "index (copy).md", "writing/about 2.md", "writing 2/about.md"),
)
COPY = "---\naudience: public\n---\n# About\n\nQUOKKAFOX\n"
OWN = ("about", "about-me", "FAQ", "about.de", "writing/first_words", "über-mich")


def check(root: Path) -> str:
    words = ["check", "-f", str(root / "mkdocs.yml"), "--format", "json"]
    return CliRunner().invoke(main, words).stdout


def test_copies_are_told_and_never_published_and_names_of_people_are(tmp_path: Path) -> None:
    own = {f"content/{name}.md": COPY.replace("QUOKKAFOX", "fine") for name in OWN}
    root = project(tmp_path, MINIMAL | own | {f"content/{name}": COPY for name in NAMES})
    told = json.loads(check(root))["problems"]
    refused = {one["file"]: one["severity"] for one in told if one["code"] == "id-form"}
    hidden = {name for name in NAMES if any(part[0] == "." for part in name.split("/"))}
    assert refused == {f"content/{name}": "error" for name in NAMES if name not in hidden}
    run(root, "mkdocs", "build", "-q")
    pages = list((root / "site").rglob("*.html"))
    assert [page for page in pages if "QUOKKAFOX" in page.read_text(encoding="utf-8")] == []
    built = {page.parent.relative_to(root / "site").as_posix() for page in pages}
    assert {*OWN} <= built
