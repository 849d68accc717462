import subprocess
from pathlib import Path

import pytest

from dossier.model.source import Source
from dossier.plain.errors import ConfigError
from dossier.verify import checkouts
from dossier.verify.artifacts import UnfetchedError, UnfoundError
from dossier.verify.checkouts import (
    MAX_ARTIFACT,
    Checkouts,
    blob_id,
    find_commit,
    is_led_to,
    read_artifact,
)


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    command = ["git", *identity, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a repository with a commit, and a file changed since."""
    folder = tmp_path / "clone"
    (folder / "bench").mkdir(parents=True)
    (folder / "bench" / "a.json").write_text('{"x": 1}')
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "one")
    (folder / "bench" / "a.json").write_text('{"x": 2}')
    return folder


def source(**fields: str) -> Source:
    return Source.model_validate({"label": "A", **fields})


def test_files_are_in_the_project_unless_the_source_is_another_repository(tmp_path: Path) -> None:
    here, package, address = tmp_path, tmp_path / "p", tmp_path / "a"
    places = Checkouts(here, (("qortex", package), ("https://example.org/x/y.git", address)))
    assert places.folder(source(path="a")) == here
    assert places.folder(source(commit="a")) == here
    assert places.folder(source(package="qortex", url="https://example.org/x/y")) == package
    for url in ("https://example.org/x/y", "https://example.org/x/y/blob/main/a"):
        assert places.folder(source(url=url)) == address
    for url in ("https://example.org/x/yz", "https://example.org/x"):
        assert places.folder(source(url=url, path="a")) is None
    assert places.folder(source(package="other", path="a")) is None
    assert places.folder(source(package="pypi:qortex")) == package
    assert places.folder(source(repo="https://example.org/x/y", path="a")) == address
    assert places.folder(source(repo="https://example.org/x/z", path="a")) is None


def test_commit_is_found_and_the_file_is_that_of_the_commit(clone: Path) -> None:
    full = git(clone, "rev-parse", "HEAD")
    assert find_commit(clone, full[:10]) == full
    assert read_artifact(clone, "bench/a.json", full, is_read=True) == b'{"x": 1}'
    assert read_artifact(clone, "bench/a.json", "", is_read=True) == b'{"x": 2}'
    assert read_artifact(clone, "bench", full, is_read=False) == b""
    assert read_artifact(clone / "bench", "a.json", full, is_read=True) == b'{"x": 1}'


@pytest.mark.parametrize("commit", ["0" * 40, "--all", "HEAD:bench/a.json", "nonsense", "a\nb"])
def test_commit_that_is_not_there(clone: Path, commit: str) -> None:
    with pytest.raises(UnfoundError, match="the clone has no commit"):
        find_commit(clone, commit)


def test_branches_and_tags_lead_to_commits_and_a_shallow_clone_is_believed(
    clone: Path, tmp_path: Path
) -> None:
    first = git(clone, "rev-parse", "HEAD")
    git(clone, "commit", "--quiet", "-am", "two")
    second = git(clone, "rev-parse", "HEAD")
    assert [is_led_to(clone, each) for each in (first, second)] == [True, True]
    git(clone, "reset", "--quiet", "--hard", first)
    assert not is_led_to(clone, second)
    git(clone, "update-ref", "refs/remotes/origin/main", second)
    assert is_led_to(clone, second)
    git(clone, "update-ref", "-d", "refs/remotes/origin/main")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{clone}", "shallow")
    git(tmp_path / "shallow", "checkout", "--quiet", "--detach")
    lost = git(tmp_path / "shallow", "commit-tree", "HEAD^{tree}", "-m", "x")
    assert is_led_to(tmp_path / "shallow", lost)


def test_what_may_lead_elsewhere_tomorrow_is_no_commit(clone: Path) -> None:
    full = git(clone, "rev-parse", "HEAD")
    git(clone, "commit", "--quiet", "-am", "two")
    git(clone, "tag", "v1", full)
    git(clone, "branch", full[:8])
    for name in ("HEAD", "v1", full[:8]):
        with pytest.raises(UnfoundError, match=f"^{name} is a name.*: write [0-9a-f]{{12}}$"):
            find_commit(clone, name)


def test_a_commit_is_read_though_another_stands_for_it(clone: Path) -> None:
    full = git(clone, "rev-parse", "HEAD")
    git(clone, "commit", "--quiet", "-am", "two")
    git(clone, "replace", full, "HEAD")
    assert git(clone, "show", f"{full}:bench/a.json") == '{"x": 2}'
    assert read_artifact(clone, "bench/a.json", full, is_read=True) == b'{"x": 1}'


def test_an_object_that_holds_something_else_is_damaged(clone: Path) -> None:
    blob = git(clone, "rev-parse", "HEAD:bench/a.json")
    other = git(clone, "hash-object", "-w", "bench/a.json")
    objects = clone / ".git/objects"
    place = objects / blob[:2] / blob[2:]
    place.chmod(0o600)
    place.write_bytes((objects / other[:2] / other[2:]).read_bytes())
    with pytest.raises(UnfoundError, match="is damaged in the clone"):
        read_artifact(clone, "bench/a.json", "HEAD", is_read=True)


def test_shallow_clone_may_just_not_have_it(clone: Path, tmp_path: Path) -> None:
    git(clone, "commit", "--quiet", "-am", "two")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{clone}", "shallow")
    assert find_commit(tmp_path / "shallow", git(clone, "rev-parse", "HEAD~")) == ""


def test_folder_that_is_no_clone(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="git finds no repository"):
        find_commit(tmp_path, "HEAD")


@pytest.mark.parametrize("file", ["/etc/passwd", "../a", "a/../../b", "", "a\0b"])
def test_path_that_leads_out_is_not_followed(tmp_path: Path, file: str) -> None:
    for commit in ("", "HEAD"):
        with pytest.raises(UnfoundError, match="is no path below"):
            read_artifact(tmp_path, file, commit, is_read=True)


def test_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out.json").write_text("1")
    (tmp_path / "in" / "a.json").symlink_to(tmp_path / "out.json")
    with pytest.raises(UnfoundError, match=r"a\.json leads out of its folder"):
        read_artifact(tmp_path / "in", "a.json", "", is_read=True)


def test_what_cannot_be_read_says_why(clone: Path) -> None:
    with pytest.raises(UnfoundError, match=r"none\.md cannot be read: No such file"):
        read_artifact(clone, "none.md", "", is_read=False)
    with pytest.raises(UnfoundError, match=r"none\.md is not there at commit"):
        read_artifact(clone, "none.md", git(clone, "rev-parse", "HEAD"), is_read=False)
    with (clone / "big").open("wb") as file:
        file.truncate(MAX_ARTIFACT + 1)
    with pytest.raises(UnfoundError, match="more than the 50,000,000"):
        read_artifact(clone, "big", "", is_read=True)


def test_large_file_of_a_commit_is_not_read(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkouts, "MAX_ARTIFACT", 7)
    commit = git(clone, "rev-parse", "HEAD")
    with pytest.raises(UnfoundError, match=r"a\.json has 8 bytes, more than the 7"):
        read_artifact(clone, "bench/a.json", commit, is_read=True)
    monkeypatch.setattr(checkouts, "MAX_ARTIFACT", 8)
    assert read_artifact(clone, "bench/a.json", commit, is_read=True) == b'{"x": 1}'


def test_files_have_a_name_of_their_content_and_folders_none(clone: Path) -> None:
    commit = git(clone, "rev-parse", "HEAD")
    assert blob_id(clone, "bench/a.json", commit) == git(clone, "rev-parse", "HEAD:bench/a.json")
    assert blob_id(clone, "bench", commit) == ""
    assert blob_id(clone, "none", commit) == ""


def test_partial_clone_says_nothing_of_what_was_not_fetched(clone: Path, tmp_path: Path) -> None:
    git(clone, "config", "uploadpack.allowFilter", "true")
    partial = tmp_path / "partial"
    line = ("--quiet", "--no-checkout", "--filter=blob:none", f"file://{clone}", str(partial))
    git(tmp_path, "clone", *line)
    commit = git(clone, "rev-parse", "HEAD")
    with pytest.raises(UnfetchedError, match="partial and does not have bench"):
        read_artifact(partial, "bench/a.json", commit, is_read=True)
