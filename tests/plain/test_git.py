"""Git by its plumbing: what goes in comes out, and nothing of the author's is in between."""

from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.plain.git import (
    Destination,
    Present,
    environment,
    target_of,
    without_password,
    workshop,
)
from tests.publishing.fixtures import git, repository

STRANGE = {"a b.txt": b"1", 'q"uo\\te.txt': b"2", "ümlaut/x.txt": b"3", "bin": b"\0\r\n\xff"}


def test_commit_holds_the_bytes_that_were_given(tmp_path: Path) -> None:
    root = repository(tmp_path / "home", {".gitattributes": "* text eol=crlf"})
    with workshop(root) as shop:
        target = Destination(str(repository(tmp_path / "other", {"a": "b"})), "pages")
        shop.push(target, shop.commit(STRANGE, 0), "")
        present = shop.fetch(target)
        assert {name: shop.read(blob) for name, blob in present.blobs.items()} == STRANGE
        assert not present.has_history


def test_branch_that_is_not_there_is_empty(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": "b"})
    with workshop(root) as shop:
        assert shop.fetch(Destination(str(root), "pages")) == Present()


def test_history_is_seen_though_one_commit_is_fetched(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": "b"})
    git(root, "commit", "--quiet", "--allow-empty", "-m", "more")
    with workshop(root) as shop:
        assert shop.fetch(Destination(str(root), "main")).has_history


def test_push_over_a_branch_that_was_not_seen_is_refused(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": "b"})
    git(root, "branch", "pages")
    with workshop(root) as shop, pytest.raises(ConfigError, match="changed since it was shown"):
        shop.push(Destination(str(root), "pages"), shop.commit({"a": b"c"}, 0), "")


def test_workshop_goes_away(tmp_path: Path) -> None:
    with workshop(repository(tmp_path, {"a": "b"})) as shop:
        assert shop.folder.is_dir()
    assert not shop.folder.exists()


def test_variables_that_point_git_elsewhere_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_AUTHOR_NAME", "GIT_SSH_COMMAND"):
        monkeypatch.setenv(name, "x")
    assert {name for name, text in environment().items() if text == "x"} == {"GIT_SSH_COMMAND"}


def test_local_settings_for_reaching_others_are_used(tmp_path: Path) -> None:
    root = repository(tmp_path / "home", {"a": "b"})
    git(root, "config", f"url.{root}.insteadOf", "short:")
    with workshop(root) as shop:
        assert set(shop.fetch(Destination("short:", "main")).blobs) == {"a"}


def test_remote_with_two_addresses_is_no_place_to_publish(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": "b"})
    git(root, "remote", "add", "origin", "../one")
    git(root, "remote", "set-url", "--add", "--push", "origin", "../one")
    git(root, "remote", "set-url", "--add", "--push", "origin", "../two")
    with pytest.raises(ConfigError, match="has 2 addresses"):
        target_of(root, "origin", "pages")


def test_passwords_are_not_told() -> None:
    assert without_password("https://me:word@host/x") == "https://host/x"
    assert "word" not in repr(Destination("https://me:word@host/x", "b"))
    assert str(Destination("https://me:word@host/x", "b")) == "`b` of https://host/x"


def test_machine_without_git_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConfigError, match="git is not there"), workshop(tmp_path):
        pass
