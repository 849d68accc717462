"""Two commits side by side: all that they write, compared byte for byte.

`python -m tests.compare BEFORE [AFTER]` takes commits, AFTER is the working tree if not said. It
runs every command that writes, with each commit's code and templates, over the same content: the
shipped one of BEFORE, and a generated workspace. Exits with 1 and names what differs.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.bench.generate import REPOSITORY, generate
from tests.sites import DAY, files_of

CODE = ("hooks", "overrides", "mkdocs.yml")
"""What a commit brings; the content is the same for both."""
SITE_URL = "\nsite_url: https://someone.example/site/\n"


def main(before: str, after: str | None = None) -> int:
    """Print what differs. Return 1 if anything does, else 0."""
    with tempfile.TemporaryDirectory(prefix="dossier-compare-") as name:
        folder = Path(name)
        old, new = folder / "old", folder / "new"
        check_out(before, old)
        if after:
            check_out(after, new)
        else:
            new = REPOSITORY
        (folder / "generated").mkdir()
        generate(folder / "generated", dossiers=8, records=40, prose=3000)
        contents = {"shipped": old / "content", "generated": folder / "generated/content"}
        different = []
        for title, content in contents.items():
            keys = new_shares(old, content, folder / f"{title}-keys")
            found = [
                observe(code, content, keys, folder / f"{title}-{number}")
                for number, code in enumerate((old, new))
            ]
            different += [f"{title}: {line}" for line in differences(*found)]
            print(f"{title}: {len(found[0])} files and outputs compared")
    print(*(different or ["the same"]), sep="\n")
    return int(bool(different))


def check_out(commit: str, folder: Path) -> None:
    """Write the tree of a commit into a folder."""
    folder.mkdir()
    git = ["git", "-C", str(REPOSITORY), "archive", commit]
    archive = subprocess.run(git, check=True, capture_output=True).stdout
    subprocess.run(["tar", "-x", "-C", str(folder)], check=True, input=archive)


def project(code: Path, content: Path, root: Path) -> None:
    """Write a project with the code of one commit and the content of another."""
    root.mkdir()
    for name in ("hooks", "overrides"):
        shutil.copytree(code / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(content, root / "content")
    text = (code / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(text + SITE_URL, encoding="utf-8")
    (root / ".gitignore").write_text(".dossier/\nsite/\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q", str(root)], check=True)


def run(root: Path, *command: str) -> bytes:
    """Return what a command says and its exit code, without the names of folders."""
    program, *rest = command
    done = subprocess.run(
        [sys.executable, "-m", program, *rest],
        cwd=root,
        env={
            **os.environ,
            "PYTHONPATH": str(root / "hooks"),
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": DAY,
        },
        capture_output=True,
        check=False,
        timeout=600,
    )
    said = b"%d\n%s\n%s" % (done.returncode, done.stdout, done.stderr)
    return re.sub(rb"in \d+\.\d+ seconds", b"", said.replace(str(root).encode(), b"ROOT"))


def new_shares(code: Path, content: Path, root: Path) -> Path:
    """Make links to the dossiers that have no errors, and return the folder of their keys."""
    project(code, content, root)
    (root / ".dossier").mkdir(mode=0o700)
    for dossier in sorted(path.name for path in (content / "applications").iterdir())[:4]:
        run(root, "dossier", "share", "new", dossier, "--to", "Eve")
    return root / ".dossier"


def observe(code: Path, content: Path, keys: Path, root: Path) -> dict[str, bytes]:
    """Return all that one commit's commands write and say over a content."""
    project(code, content, root)
    shutil.copytree(keys, root / ".dossier")
    bare = root.with_suffix(".git")
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(bare)], check=True)
    publish = ("publish", "--yes", "--remote", str(bare), "--branch", "main")
    commands = {
        "mkdocs build": ("mkdocs", "build", "-q"),
        "private": ("dossier", "build", "--private", str(root.with_suffix(".private"))),
        "stage": ("dossier", "stage", str(root.with_suffix(".staged"))),
        "check": ("dossier", "check", "--format", "json"),
        "list": ("dossier", "share", "list", "--json"),
        "publish": ("dossier", *publish),
    }
    seen = {name: run(root, *command) for name, command in commands.items()}
    for place, folder in (
        ("site", root / "site"),
        ("private", root.with_suffix(".private")),
        ("staged", root.with_suffix(".staged")),
        ("published", published(bare, root.with_suffix(".published"))),
    ):
        seen |= {f"{place}/{name}": content for name, content in files_of(folder).items()}
    return seen


def published(bare: Path, folder: Path) -> Path:
    """Return a folder with what a repository was sent, empty if errors kept it back."""
    folder.mkdir()
    git = ["git", "-C", str(bare), "archive", "main"]
    archive = subprocess.run(git, check=False, capture_output=True).stdout
    if not archive:
        return folder
    subprocess.run(["tar", "-x", "-C", str(folder)], check=True, input=archive)
    return folder


def differences(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[str]:
    """Yield what two observations do not have in common."""
    for name in sorted(old.keys() | new.keys()):
        if name not in new or name not in old:
            yield f"{name} is only in {'old' if name in old else 'new'}"
        elif old[name] != new[name]:
            place = next(
                (i for i, (a, b) in enumerate(zip(old[name], new[name], strict=False)) if a != b),
                min(len(old[name]), len(new[name])),
            )
            one, two = (text[max(place - 40, 0) : place + 60] for text in (old[name], new[name]))
            yield f"{name} differs at byte {place}\n    {one!r}\n    {two!r}"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
