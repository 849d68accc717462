"""`dossier doctor`: finds what is planted in a repository, writes nothing, asks nobody."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.cli.doctor import _tell_objects
from tests.builders import MINIMAL, REPOSITORY
from tests.publishing.fixtures import git, repository
from tests.sites import files_of, project

KEYS = ".dossier/keys.json"


def doctor(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["doctor", "-f", str(root / "mkdocs.yml"), *options])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project in which nothing is wrong."""
    root = project(tmp_path, MINIMAL)
    gitignore = (REPOSITORY / ".gitignore").read_text()
    return repository(root, {".gitignore": gitignore})


def plant(root: Path) -> None:
    """Make everything wrong that can be."""
    for name, text in {
        KEYS: "{",
        "site/index.html": "x",
        "out/index.html": "<p data-private>",
        "content/index.md~": "x",
    }.items():
        (root / name).parent.mkdir(exist_ok=True, mode=0o700)
        (root / name).write_text(text)
    (root / KEYS).chmod(0o644)
    (root / "content/link").symlink_to("/etc/hostname")
    (root / ".gitignore").write_text("")
    git(root, "add", ".")
    git(root, "checkout", "--quiet", "--orphan", "gh-pages")
    git(root, "commit", "--quiet", "-m", "a site by mistake")
    git(root, "remote", "add", "origin", "git@example.org:ada/site.git")
    for branch in ("main", "gh-pages"):
        git(root, "update-ref", f"refs/remotes/origin/{branch}", "HEAD")
    config = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(f"{config}repo_url: https://github.com/ada/site\n")


def test_nothing_wrong_ends_with_zero(root: Path) -> None:
    done = doctor(root)
    assert (done.exit_code, done.stdout) == (0, "0 errors, 0 warnings\n")


def test_everything_planted_is_found_in_one_run(root: Path) -> None:
    plant(root)
    before = files_of(root)
    done = doctor(root, "--format", "json")
    assert done.exit_code == 1
    problems = json.loads(done.stdout)["problems"]
    assert {problem["code"] for problem in problems} == {
        "backup-file",
        "edit-address",
        "file-symlink",
        "history-private",
        "keystore-ignored",
        "keystore-mode",
        "keystore-tracked",
        "keystore-unread",
        "private-tracked",
        "site-tracked",
        "source-public",
    }
    assert all(problem["hint"] for problem in problems)
    assert "versions of published files" in done.stderr
    assert files_of(root) == before


def test_branch_is_named_as_git_names_it(root: Path) -> None:
    done = doctor(root, "--branch", "refs/heads/gh-pages")
    assert (done.exit_code, "--branch gh-pages" in done.output) == (2, True)


def test_own_source_is_not_taken_for_the_published_branch(root: Path) -> None:
    branch = git(root, "branch", "--show-current").strip()
    plain = "0 errors, 0 warnings\n"
    assert doctor(root, "--remote", "site", "--branch", branch).stdout == plain
    git(root, "update-ref", f"refs/remotes/site/{branch}", "HEAD")
    assert "on the site now" in doctor(root, "--remote", "site", "--branch", branch).stdout


def test_warnings_alone_end_with_zero(root: Path) -> None:
    (root / "content/index.md~").write_text("x")
    done = doctor(root)
    assert done.exit_code == 0
    assert done.stdout.endswith("0 errors, 1 warning\n")


def test_site_on_this_machine_is_told_with_the_line_to_change(root: Path) -> None:
    config = root / "mkdocs.yml"
    lines = [line for line in config.read_text().split("\n") if not line.startswith("site_url")]
    config.write_text("\n".join(["site_url: http://localhost:8000/", *lines]))
    done = doctor(root)
    assert (done.exit_code, done.stdout.split()[:2]) == (0, ["mkdocs.yml:1:1:", "warning:"])
    assert "[address-local]" in done.stdout
    assert "`site_url: https://you.example/`" in done.stdout


def test_folder_without_repository_is_told(tmp_path: Path) -> None:
    done = doctor(project(tmp_path))
    assert done.exit_code == 0, done.output
    assert "There is no git repository here" in done.stderr


def test_project_that_cannot_be_read_ends_with_two(tmp_path: Path) -> None:
    assert doctor(tmp_path).exit_code == 2


def test_a_long_search_for_keys_tells_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    _tell_objects(10_000, 123_456)
    assert capsys.readouterr().err == "Searched 10,000 of 123,456 objects of git for keys.\n"
