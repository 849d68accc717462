"""A branch: how a tree differs from it, and what must not be lost there."""

from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.publishing.bare_repository import Present
from dossier.publishing.target import (
    Changes,
    blob_id,
    changes,
    refuse_deployment,
    refuse_leftovers,
    share_ids,
    target_problems,
)
from tests.publishing.fixtures import git, repository


def holding(*paths: str) -> Present:
    return Present("c", {path: blob_id(b"x") for path in paths})


def test_differences_are_told_by_content() -> None:
    files = {"new": b"x", "same": b"x", "other": b"y"}
    expected = Changes(("new",), ("other",), ("old",))
    assert changes(files, holding("same", "other", "old")) == expected
    assert not changes({"a": b"x"}, holding("a"))


def test_id_is_the_one_of_git() -> None:
    assert blob_id(b"") == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"


def test_shares_are_found_by_their_paths() -> None:
    paths = ["s/b/index.html", "s/a/index.html", "s/a/x", "as/c/index.html", "index.html"]
    assert share_ids(paths) == ("a", "b")


@pytest.mark.parametrize(
    ("paths", "known", "codes"),
    [
        (("index.html",), set(), []),
        (("s/a/index.html",), {"a"}, []),
        (("s/a/index.html", "s/b/index.html"), {"a"}, ["share-unknown"]),
        (("s/a/index.html",), None, []),
        (("content/index.md",), set(), ["branch-source"]),
        (("mkdocs.yml", "s/a/index.html"), set(), ["branch-source", "share-unknown"]),
        (("my-content/index.html", "a/mkdocs.yml"), set(), []),
    ],
)
def test_what_must_not_be_erased(
    paths: tuple[str, ...], known: set[str] | None, codes: list[str]
) -> None:
    assert [p.code for p in target_problems(holding(*paths), "pages", known)] == codes


class TestDeployment:
    def test_branch_with_shares_is_refused(self, tmp_path: Path) -> None:
        repository(tmp_path / "public", {"s/a/index.html": "x"}, "gh-pages")
        root = repository(tmp_path / "home", {"a": "b"})
        git(root, "remote", "add", "origin", "../public")
        with pytest.raises(ConfigError, match="holds 1 sealed shares"):
            refuse_deployment(root, "origin", "gh-pages")
        refuse_deployment(root, "origin", "other")
        with pytest.raises(ConfigError, match="cannot be a branch's name"):
            refuse_deployment(root, "origin", "refs/heads/other")

    def test_branch_that_cannot_be_seen_is_refused(self, tmp_path: Path) -> None:
        root = repository(tmp_path, {"a": "b"})
        git(root, "remote", "add", "origin", "../nowhere")
        with pytest.raises(ConfigError, match="cannot be reached"):
            refuse_deployment(root, "origin", "gh-pages")

    def test_branch_that_holds_source_is_refused(self, tmp_path: Path) -> None:
        repository(tmp_path / "public", {"mkdocs.yml": ""}, "gh-pages")
        root = repository(tmp_path / "home", {"a": "b"})
        git(root, "remote", "add", "origin", "../public")
        with pytest.raises(ConfigError, match=r"holds a project's source: mkdocs\.yml, at "):
            refuse_deployment(root, "origin", "gh-pages")

    def test_past_of_a_branch_here_is_not_pushed_along(self, tmp_path: Path) -> None:
        repository(tmp_path / "public", {"index.html": "x"}, "gh-pages")
        root = repository(tmp_path / "home", {"content/index.md": "x"})
        git(root, "remote", "add", "origin", "../public")
        with pytest.raises(ConfigError, match="`main` is checked out here") as refused:
            refuse_deployment(root, "origin", "main")
        assert "push all that was ever committed to it" in refused.value.message
        git(root, "branch", "gh-pages")
        with pytest.raises(ConfigError, match="`gh-pages` is more than built sites here"):
            refuse_deployment(root, "origin", "gh-pages")
        git(root, "branch", "-D", "gh-pages")
        git(root, "tag", "gh-pages")
        with pytest.raises(ConfigError, match="`gh-pages` is more than built sites here"):
            refuse_deployment(root, "origin", "gh-pages")

    def test_files_that_no_build_wrote_are_not_pushed_along(self, tmp_path: Path) -> None:
        (tmp_path / "site/deep/empty").mkdir(parents=True)
        refuse_leftovers(tmp_path / "site")
        (tmp_path / "site/deep/.env").write_text("SECRET")
        (tmp_path / "site/link").symlink_to("/etc")
        with pytest.raises(ConfigError, match="no build has written") as refused:
            refuse_leftovers(tmp_path / "site")
        assert refused.value.message.endswith("pushed: deep/.env, link")
        for number in range(10):
            (tmp_path / f"site/{number}").touch()
        with pytest.raises(ConfigError, match="8, 9 and 2 more"):
            refuse_leftovers(tmp_path / "site")

    def test_without_repository_or_remote_the_engine_says_so(self, tmp_path: Path) -> None:
        refuse_deployment(tmp_path, "origin", "gh-pages")
        with pytest.raises(ConfigError, match="no remote"):
            refuse_deployment(repository(tmp_path, {"a": "b"}), "origin", "gh-pages")
