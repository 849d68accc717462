"""What is committed comes out as it went in, and nothing of the author's is in between."""

from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError, RefusedError
from dossier.publishing.bare_repository import Present, bare_repository
from dossier.publishing.destination import Destination, destination_of
from tests.publishing.fixtures import git, repository

STRANGE = {"a b.txt": b"1", 'q"uo\\te.txt': b"2", "ümlaut/x.txt": b"3", "bin": b"\0\r\n\xff"}


def test_commit_holds_the_bytes_that_were_given(tmp_path: Path) -> None:
    root = repository(tmp_path / "home", {".gitattributes": "* text eol=crlf"})
    with bare_repository(root) as bare:
        target = Destination(str(repository(tmp_path / "other", {"a": "b"})), "pages")
        bare.push(target, bare.commit(STRANGE, 0), "")
        present = bare.fetch(target)
        assert {name: bare.read(blob) for name, blob in present.blobs.items()} == STRANGE
        assert not present.has_history


def test_files_are_packed_once(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": "b"})
    for step in ("commit", "fetch"):
        with bare_repository(root) as bare:
            if step == "commit":
                bare.commit(STRANGE, 0)
            else:
                bare.fetch(Destination(str(root), "main"))
            told = git(bare.folder, "count-objects", "-v").splitlines()
            assert {"count: 0", "packs: 1"} <= {*told}, step


def test_branch_that_is_not_there_is_empty(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": "b"})
    with bare_repository(root) as bare:
        assert bare.fetch(Destination(str(root), "pages")) == Present()


def test_history_is_seen_though_one_commit_is_fetched(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": "b"})
    git(root, "commit", "--quiet", "--allow-empty", "-m", "more")
    with bare_repository(root) as bare:
        assert bare.fetch(Destination(str(root), "main")).has_history


def test_push_over_a_branch_that_was_not_seen_is_refused(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": "b"})
    git(root, "branch", "pages")
    with (
        bare_repository(root) as bare,
        pytest.raises(ConfigError, match="changed since it was shown"),
    ):
        bare.push(Destination(str(root), "pages"), bare.commit({"a": b"c"}, 0), "")


@pytest.mark.parametrize(
    ("hook", "said"),
    [("post-receive", "whether it was pushed is not known"), ("pre-receive", "nothing was pushed")],
)
def test_what_became_of_a_push_is_not_guessed(tmp_path: Path, hook: str, said: str) -> None:
    """The line breaks after the other side has taken it, or it refuses."""
    root, other = repository(tmp_path / "home", {"a": "b"}), tmp_path / "other.git"
    git(tmp_path, "init", "--quiet", "--bare", str(other))
    script = other / "hooks" / hook
    script.parent.mkdir(exist_ok=True)
    script.write_text("#!/bin/sh\n" + ("kill -9 $PPID" if hook == "post-receive" else "exit 1"))
    script.chmod(0o755)
    with bare_repository(root) as bare, pytest.raises(ConfigError, match="be reached") as broken:
        bare.push(Destination(str(other), "pages"), bare.commit({"a": b"c"}, 0), "")
    assert said in str(broken.value)
    assert isinstance(broken.value, RefusedError) is (hook == "pre-receive")
    assert bool(git(other, "for-each-ref")) is (hook == "post-receive")


def test_branch_that_may_not_be_replaced_is_said_to_be_replaced(tmp_path: Path) -> None:
    root, other = repository(tmp_path / "home", {"a": "b"}), tmp_path / "other.git"
    git(tmp_path, "init", "--quiet", "--bare", str(other))
    git(other, "config", "receive.denyNonFastForwards", "true")
    target = Destination(str(other), "pages")
    with bare_repository(root) as bare:
        first = bare.commit({"a": b"c"}, 0)
        bare.push(target, first, "")
    with bare_repository(root) as bare, pytest.raises(RefusedError) as refused:
        bare.push(target, bare.commit({"a": b"d"}, 0), first)
    assert "every publish replaces the branch: let `pages` be force-pushed" in refused.value.hint


def test_repository_goes_away(tmp_path: Path) -> None:
    with bare_repository(repository(tmp_path, {"a": "b"})) as bare:
        assert bare.folder.is_dir()
    assert not bare.folder.exists()


def test_local_settings_for_reaching_others_are_used(tmp_path: Path) -> None:
    root = repository(tmp_path / "home", {"a": "b"})
    git(root, "config", f"url.{root}.insteadOf", "short:")
    target = destination_of(root, "short:", "main")
    assert target.url == str(root)
    with bare_repository(root) as bare:
        assert set(bare.fetch(target).blobs) == {"a"}


@pytest.mark.parametrize("rule", ["insteadOf", "pushInsteadOf"])
def test_an_address_that_git_would_leave_is_refused(tmp_path: Path, rule: str) -> None:
    root = repository(tmp_path / "home", {"a": "b"})
    git(root, "config", "url./elsewhere/.git.pushInsteadOf", "x:")
    git(root, "config", f"url./nowhere.{rule}", str(root))
    target = Destination(str(root), "main")
    with bare_repository(root) as bare, pytest.raises(ConfigError, match="to another place"):
        bare.fetch(target)


def test_what_git_says_of_its_failure_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path / "home", {"a": "b"})
    (tmp_path / "git").write_text("#!/bin/sh\necho no space left >&2\nexit 1\n")
    (tmp_path / "git").chmod(0o755)
    with bare_repository(root) as bare:
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
        with pytest.raises(ConfigError, match="git fast-import failed: no space left"):
            bare.commit({"a": b"b"}, 0)
    with pytest.raises(ConfigError, match="git init failed: no space left"), bare_repository(root):
        pass
