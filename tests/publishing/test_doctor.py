"""What a repository gives away; the command is in tests/cli/test_doctor.py."""

from pathlib import Path

import pytest

from dossier.publishing.doctor import content_problems, source_problems, tracked_problems
from tests.publishing.fixtures import git, repository
from tests.sites import write


def test_builds_that_git_tracks(tmp_path: Path) -> None:
    files = {
        "site/index.html": "x",
        "site/a.html": "x",
        "out/index.html": "<p data-private>",
        "out/deep/a.html": "<p data-private>",
        "there/.private": "",
        "clean.html": "data-private",
    }
    root = repository(tmp_path, files)
    found = [(p.code, p.where.file) for p in tracked_problems(root, root / "site")]
    assert found == [
        ("site-tracked", "site/"),
        ("private-tracked", "out/deep/a.html"),
        ("private-tracked", "out/index.html"),
        ("private-tracked", "there/.private"),
    ]


def test_links_and_copies_among_the_content(tmp_path: Path) -> None:
    copies = ("index.md~", "a/.b.md.swp", "a/.new-index.md-k1x9")
    write(tmp_path, {"content/index.md": "", **{f"content/{name}": "" for name in copies}})
    # Of git's own, if content/ is a repository, nothing is told.
    write(tmp_path, {"content/.git/index.md~": "", "content/.git/a/b.md~": ""})
    (tmp_path / "content/link").symlink_to("/etc")
    found = [(p.code, p.where.file) for p in content_problems(tmp_path, tmp_path / "content")]
    assert sorted(found) == [
        ("backup-file", "content/a/.b.md.swp"),
        ("backup-file", "content/a/.new-index.md-k1x9"),
        ("backup-file", "content/index.md~"),
        ("file-symlink", "content/link"),
    ]


@pytest.mark.parametrize(
    ("url", "is_told"),
    [
        ("git@example.org:ada/site.git", True),
        ("https://me:word@example.org/ada/site", True),
        ("ssh://git@example.org/ada/site.git", True),
        ("git@example.org:ada/other.git", False),
    ],
)
def test_source_where_the_site_goes(tmp_path: Path, url: str, *, is_told: bool) -> None:
    root = repository(tmp_path, {"a": "b"})
    git(root, "remote", "add", "origin", "git@example.org:ada/site.git")
    git(root, "update-ref", "refs/remotes/origin/gh-pages", "HEAD")
    assert not list(source_problems(root, url, "gh-pages"))
    git(root, "update-ref", "refs/remotes/origin/main", "HEAD")
    found = list(source_problems(root, url, "gh-pages"))
    assert [p.code for p in found] == ["source-public"] * is_told
    assert all("cannot be known" in p.message and "word" not in p.message for p in found)
