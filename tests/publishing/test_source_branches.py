"""A revision, as what its past holds that no built site does."""

from pathlib import Path

import pytest

from dossier.publishing.source_branches import (
    is_checked_out,
    is_of_source,
    source_among,
    source_in,
)
from tests.publishing.fixtures import git, repository
from tests.sites import write


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("content/index.md", "content"),
        ("mkdocs.yml", "mkdocs.yml"),
        ("my-content/index.html", ""),
        ("a/mkdocs.yml", ""),
    ],
)
def test_source_is_told_by_its_place(path: str, source: str) -> None:
    assert source_among(path) == source


def committed(root: Path, branch: str, *versions: dict[str, str]) -> None:
    """Commit trees one after another to a branch that has nothing in common with others."""
    git(root, "checkout", "--quiet", "--orphan", branch)
    for files in versions:
        git(root, "rm", "-rfq", "--ignore-unmatch", ".")
        write(root, files)
        git(root, "add", "--force", ".")
        git(root, "commit", "--quiet", "-m", "x")


def test_all_of_the_past_is_looked_at(tmp_path: Path) -> None:
    root = repository(tmp_path, {"notes.txt": "x"})
    site = {"index.html": "x"}
    committed(root, "site", site, {**site, "a.html": "y"})
    committed(root, "once", {"content/a.txt": "z"}, site)
    committed(root, "below", {"work/notes.md": "z"}, site)
    git(root, "checkout", "--quiet", "main")
    git(root, "branch", "copy")
    write(root, {"notes.txt": "more"})
    git(root, "commit", "--quiet", "-am", "more")
    names = ("site", "once", "below", "copy", "main", "none")
    past = "the past of what is checked out"
    expected = ("", "content/a.txt", "work/notes.md", past, past, "")
    assert tuple(source_in(root, name) for name in names) == expected
    assert [name for name in names if is_of_source(root, name)] == ["copy", "main"]
    assert [name for name in names if is_checked_out(root, name)] == ["main"]


def test_branch_without_commits_is_checked_out(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    assert is_checked_out(tmp_path, "main")
    assert not is_of_source(tmp_path, "main")
