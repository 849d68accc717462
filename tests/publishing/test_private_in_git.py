"""Private builds are told as git has them: in the index and the last commit, not on the disk."""

import shutil
from pathlib import Path

from dossier.publishing.private_in_git import private_problems
from tests.publishing.fixtures import git, repository

PRIVATE = "<p data-private>"


def told(root: Path) -> list[tuple[str, bool]]:
    """Return the places that are told, each with whether it is staged."""
    found = [*private_problems(root)]
    assert {problem.code for problem in found} <= {"private-tracked"}
    assert all("never make that public" in problem.hint for problem in found)
    return [(problem.where.file, problem.message.startswith("git tracks")) for problem in found]


def test_what_lies_on_the_disk_changes_nothing(tmp_path: Path) -> None:
    files = {"out/index.html": PRIVATE, "there/.private": "", "a.htm": PRIVATE, "b.html": "x"}
    root = repository(tmp_path, files)
    found = [("a.htm", True), ("out/index.html", True), ("there/.private", True)]
    assert told(root) == found
    shutil.rmtree(root / "out")
    shutil.rmtree(root / "there")
    (root / "a.htm").write_text("cleared")
    (root / "b.html").write_text(PRIVATE)
    assert told(root) == found


def test_staged_alone_and_committed_alone_are_both_told(tmp_path: Path) -> None:
    root = repository(tmp_path, {"old/index.html": PRIVATE, "kept.html": "x"})
    (root / "new").mkdir()
    (root / "new/index.html").write_text(PRIVATE)
    git(root, "add", "new")
    (root / "new/index.html").write_text("x")
    git(root, "rm", "--cached", "--quiet", "old/index.html")
    assert told(root) == [("new/index.html", True), ("old/index.html", False)]
    git(root, "rm", "--cached", "--force", "--quiet", "new/index.html")
    git(root, "commit", "--quiet", "-m", "gone")
    assert told(root) == []


def test_a_folder_is_told_once_and_its_neighbour_too(tmp_path: Path) -> None:
    names = ("out/a.html", "out/deep/b.html", "outer/c.html", "x/out/d.html")
    root = repository(tmp_path, dict.fromkeys(names, PRIVATE))
    assert [name for name, _ in told(root)] == ["out/a.html", "outer/c.html", "x/out/d.html"]


def test_a_project_within_a_repository_sees_all_of_it(tmp_path: Path) -> None:
    whole = repository(tmp_path, {"jobs/out/a.html": PRIVATE, "beside/b.html": PRIVATE})
    (whole / "beside/b.html").write_text("x")
    git(whole, "add", ".")
    assert told(whole / "jobs") == [("out/a.html", True), ("../beside/b.html", False)]


def test_a_repository_without_a_commit_is_judged_by_its_index(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert told(tmp_path) == []
    (tmp_path / "a.html").write_text(PRIVATE)
    git(tmp_path, "add", "a.html")
    assert told(tmp_path) == [("a.html", True)]


def test_what_is_no_page_of_text_is_passed_over(tmp_path: Path) -> None:
    root = repository(tmp_path, {"large.html": PRIVATE + "x" * 5_000_000, "page.txt": PRIVATE})
    (root / "link.html").symlink_to("page.txt")
    git(root, "add", "link.html")
    assert told(root) == []
