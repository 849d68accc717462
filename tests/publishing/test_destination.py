"""A remote's name to one branch elsewhere; what opens it is never told."""

from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.publishing.destination import Destination, destination_of, without_password
from tests.publishing.fixtures import git, repository


def test_remote_and_address_are_both_places_to_publish(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": "b"})
    git(root, "remote", "add", "origin", "../one")
    assert destination_of(root, "origin", "pages") == Destination("../one", "pages")
    assert destination_of(root, "origin", "heads").branch == "heads"
    assert destination_of(root, "origin", "site/tags/x").branch == "site/tags/x"
    assert destination_of(root, "git@host:x", "pages") == Destination("git@host:x", "pages")


@pytest.mark.parametrize(
    ("remote", "branch", "said"),
    [
        ("--upload-pack=x", "pages", "cannot be a remote"),
        ("origin", "a..b", "cannot be a branch"),
        ("origin", "-d", "cannot be a branch"),
        ("origin", "HEAD", "cannot be a branch"),
        ("origin", "@{-1}", "cannot be a branch"),
        ("origin", "refs/heads/main", "--branch main"),
        ("origin", "heads/a/b", "--branch a/b"),
        ("origin", "refs/tags/v1", "--branch gh-pages"),
        ("origin", "remotes/origin/main", "--branch gh-pages"),
        ("nobody", "pages", "has no remote `nobody`"),
    ],
)
def test_what_is_no_branch_is_no_place_to_publish(
    tmp_path: Path, remote: str, branch: str, said: str
) -> None:
    with pytest.raises(ConfigError, match=said):
        destination_of(repository(tmp_path, {"a": "b"}), remote, branch)


def test_remote_with_two_addresses_is_no_place_to_publish(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": "b"})
    git(root, "remote", "add", "origin", "../one")
    git(root, "remote", "set-url", "--add", "--push", "origin", "../one")
    git(root, "remote", "set-url", "--add", "--push", "origin", "../two")
    with pytest.raises(ConfigError, match="has 2 addresses"):
        destination_of(root, "origin", "pages")


def test_passwords_are_not_told() -> None:
    assert without_password("https://me:word@host/x") == "https://host/x"
    assert "word" not in repr(Destination("https://me:word@host/x", "b"))
    assert str(Destination("https://me:word@host/x", "b")) == "`b` of https://host/x"
