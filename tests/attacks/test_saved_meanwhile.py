"""Nothing goes out unchecked: what is published is what was read, whatever is saved meanwhile.

Attacked by saving private text in every kind of file: while a slow remote keeps a publish waiting,
while the engine builds, and while the question stands unanswered.
"""

import os
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from dossier.adapters import mkdocs_build
from dossier.cli import main
from dossier.publishing.bare_repository import BareRepository
from dossier.sharing.keystore import changing, renew
from dossier.templates import THEME
from tests.builders import APPLICATION, MINIMAL
from tests.canaries import png
from tests.cli.test_publish import home, publish, published, share
from tests.patience import PATIENCE
from tests.publishing.fixtures import git
from tests.sites import DAY, files_of, write

Save = Callable[[Path], None]
WORD = "Quokka"
HOME = (
    "---\ntitle: Home\naudience: public\n---\n\nI wrote to {} today.\n\n![A dot](assets/dot.png)\n"
)
DOSSIER = APPLICATION.replace("company: Acme", f"company: {WORD}").replace("id: acme", "id: quokka")
FILES: Mapping[str, str | bytes] = {
    **MINIMAL,
    "content/index.md": HOME.format("nobody"),
    "content/assets/dot.png": png(),
}
SAVED: Mapping[str, str | bytes] = {
    "content/applications/quokka/index.md": DOSSIER,
    "content/index.md": HOME.format(WORD),  # a sentence that names it
    "content/late.md": HOME.format(WORD),
    "content/assets/dot.png": png(width=2),
    "content/applications/acme/index.md": DOSSIER,  # what is shared
}


def edit(name: str, old: str, new: str) -> Save:
    """Return a way to change a text in a file."""

    def save(root: Path) -> None:
        text = (root / name).read_text(encoding="utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return save


FRAME: dict[str, Save] = {
    "the site's name": edit("mkdocs.yml", "site_name: ", f"site_name: {WORD} "),
    "what is inherited": lambda root: write(root, {"base.yml": f"copyright: {WORD}\n"}),
    "a template": edit("overrides/main.html", "{%", f"<!-- {WORD} -->{{%"),
    "a file of the theme": lambda root: write(root, {"overrides/assets/late.txt": WORD}),
    "a part of the style": edit("overrides/assets/dossier/base.css", "{", f"{{ /* {WORD} */"),
    "the page of shares": edit("overrides/share/shell.html", "<title>", f"<title>{WORD} "),
}


OWN = ("main.html", "assets/dossier/base.css", "share/shell.html")
"""The files of the theme that FRAME changes."""


@pytest.fixture(name="published_once", scope="module")
def publish_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a project that may be edited whole; `calm` is what it publishes."""
    folder = tmp_path_factory.mktemp("once")
    root = home(folder, FILES, INHERIT="base.yml")
    write(root, {"base.yml": "copyright: Ada\n"})
    (root / "overrides").unlink()
    write(root, {f"overrides/{name}": (THEME / name).read_bytes() for name in OWN})
    share(root)
    done = publish(root, "--yes", "--branch", "calm")
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture(name="root")
def begin(published_once: Path, tmp_path: Path) -> Path:
    """Return that project, to be edited."""
    shutil.copytree(published_once, tmp_path, symlinks=True, dirs_exist_ok=True)
    return tmp_path / "home"


def at(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, save: Callable[[], None]) -> None:
    """Save something just before a step."""
    step = getattr(owner, name)

    def late(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - whatever the step takes
        save()
        return step(*arguments, **options)

    monkeypatch.setattr(owner, name, late)


MOMENTS = {
    "the remote answers": (BareRepository, "fetch"),
    "the engine builds": (mkdocs_build, "mkdocs_build"),
    "the question stands": (click, "confirm"),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_is_saved_meanwhile_does_not_go_out(
    root: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    at(monkeypatch, *MOMENTS[moment], lambda: write(root, SAVED))
    done = publish(root, answer="y\n")
    assert done.exit_code == 0, done.output
    assert published(root.parent) == published(root.parent, "calm")


@pytest.mark.parametrize(
    ("kind", "moment"),
    [*((kind, "the remote answers") for kind in FRAME), ("the site's name", "the engine builds")],
)
def test_what_the_engine_reads_again_stops_it_if_it_has_changed(
    root: Path, monkeypatch: pytest.MonkeyPatch, kind: str, moment: str
) -> None:
    at(monkeypatch, *MOMENTS[moment], lambda: FRAME[kind](root))
    done = publish(root, "--yes")
    assert done.exit_code == 2
    assert "was changed while this ran" in done.stderr
    assert git(root.parent / "public.git", "for-each-ref", "refs/heads/gh-pages") == ""


@pytest.mark.parametrize(
    ("moment", "is_rotated"),
    [("the engine builds", False), ("the question stands", False), ("the question stands", True)],
)
def test_a_share_that_is_withdrawn_meanwhile_does_not_go_out(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    moment: str,
    is_rotated: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    def withdraw() -> None:
        with changing(root) as shares:
            (kept,) = shares.values()
            if is_rotated:
                shares[kept.uid] = renew(kept, kept.created)
            else:
                del shares[kept.uid]

    at(monkeypatch, *MOMENTS[moment], withdraw)
    done = publish(root, answer="y\n")
    assert done.exit_code == 2
    assert "shares were made or withdrawn while this ran" in done.stderr
    assert git(root.parent / "public.git", "for-each-ref", "refs/heads/gh-pages") == ""


SLOW = """#!/bin/sh
touch "{flag}"
while [ ! -e "{flag}.answered" ]; do sleep 0.02; done
for command; do :; done
exec sh -c "$command"
"""


def test_a_slow_remote_gives_no_time_to_anybody(root: Path, tmp_path: Path) -> None:
    """The audit's own example: a command in place of ssh that takes its time."""
    flag, script = tmp_path / "flag", tmp_path / "slow.sh"
    script.write_text(SLOW.format(flag=flag))
    script.chmod(stat.S_IRWXU)
    remote = f"ssh://nowhere{tmp_path / 'public.git'}"
    command = [sys.executable, "-m", "dossier", "publish", "--yes", "--remote", remote]
    variables = {"GIT_SSH_COMMAND": str(script), "SOURCE_DATE_EPOCH": DAY}
    with subprocess.Popen(
        command,
        cwd=root,
        env={**os.environ, **variables},
        stderr=subprocess.STDOUT,
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        while not flag.exists():
            assert running.poll() is None
            time.sleep(0.02)
        write(root, SAVED)
        flag.with_name("flag.answered").touch()
        said = running.communicate(timeout=PATIENCE)[0]
    assert running.returncode == 0, said
    assert "Published as" in said
    assert published(tmp_path) == published(tmp_path, "calm")


@pytest.mark.parametrize("command", ["build", "stage"])
def test_a_site_is_of_one_moment(root: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """What a build or a staged tree holds is of the reading that its problems are told of."""
    out = root.parent / "out"
    line = ["build", "-f", str(root / "mkdocs.yml")]
    folder = root / "site"
    if command == "stage":
        line, folder = ["stage", str(out), "-f", str(root / "mkdocs.yml")], out
    environment = {"SOURCE_DATE_EPOCH": DAY}
    assert CliRunner().invoke(main, line, env=environment).exit_code == 0
    calm = files_of(folder)
    step = (mkdocs_build, "mkdocs_build")
    if command == "stage":
        step = (sys.modules["dossier.cli.stage"], "refuse_sources")
    at(monkeypatch, *step, lambda: write(root, SAVED))
    done = CliRunner().invoke(main, line, env=environment)
    assert done.exit_code == 0, done.output
    assert files_of(folder) == calm
