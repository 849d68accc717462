"""The past of a branch: what was taken out of it is still found."""

from pathlib import Path

import pytest

from dossier.model.document import Document
from dossier.publishing import history
from dossier.publishing.authored import Authored
from dossier.publishing.history import history_problems, search_for
from dossier.publishing.private_names import PrivateNames
from tests.publishing.fixtures import OWN, git, repository

REFS = ("refs/heads/pages", "refs/remotes/origin/pages")
PRIVATE = Authored("quokkafox", Document("content/a.md", body="quokkafox"))
SEARCH = search_for({"quokkafox": PRIVATE}, PrivateNames({"Acme": "acme"}, {}, (), OWN))


def silent(_done: int, _of: int) -> None:
    pass


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a repository whose branch once held what it holds no more."""
    root = repository(tmp_path, {"a.html": "quokkafox", "b.html": "at Acme"}, "pages")
    (root / "a.html").write_text("clean")
    (root / "b.html").unlink()
    git(root, "commit", "--quiet", "--all", "-m", "clean")
    return root


def test_old_versions_are_searched(root: Path) -> None:
    told: list[tuple[int, int]] = []
    found = list(history_problems(root, REFS, SEARCH, lambda *numbers: told.append(numbers)))
    assert [(p.code, p.where.file) for p in found] == [
        ("history-private", "pages:a.html"),
        ("history-private", "pages:b.html"),
    ]
    assert all(p.hint.startswith("start the branch anew") for p in found)
    assert told == [(3, 3)]


def test_a_file_is_told_once_whatever_its_versions_hold(root: Path) -> None:
    for text in ("quokkafox again", "quokkafox at Acme"):
        (root / "a.html").write_text(text)
        git(root, "commit", "--quiet", "--all", "-m", text)
    git(root, "update-ref", "refs/remotes/origin/pages", "HEAD")
    found = [p for p in history_problems(root, REFS, SEARCH, silent) if "a.html" in p.where.file]
    assert [p.message for p in found] == ["the branch holds what is private: `quokkafox`, `Acme`"]
    assert found[0].hint.startswith("it is on the site now")


def test_branch_that_is_not_here_is_passed_over(root: Path) -> None:
    assert not list(history_problems(root, ("refs/heads/none",), SEARCH, silent))


def test_bound_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST_FILES", 1)
    found = list(history_problems(root, REFS, SEARCH, silent))
    assert [(p.code, p.message) for p in found] == [
        ("history-unread", "only the newest 1 of 3 versions were searched")
    ]
