"""A key that git has is told wherever it stands, until its link opens nothing."""

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.plain.problems import Problem, Severity
from dossier.publishing import keys_in_git
from dossier.publishing.keys_in_git import key_problems
from dossier.sharing.link import fragment_of, spell_link
from dossier.sharing.spelled_keys import LiveKeys
from tests.publishing.fixtures import git, repository
from tests.sites import write


def link_of(number: int) -> str:
    return spell_link("https://you.example", "a" * 26, bytes([number]) * 32)


def live(*numbers: int) -> LiveKeys:
    keys = tuple((fragment_of(bytes([n]) * 32).encode(), f"acme-{n}") for n in numbers)
    return LiveKeys((), keys)


def staged(root: Path, text: str) -> None:
    write(root, {"staged.md": text})
    git(root, "add", "staged.md")
    (root / "staged.md").unlink()


def in_head(root: Path, text: str) -> None:
    write(root, {"head.md": text})
    git(root, "add", "head.md")
    git(root, "commit", "--quiet", "-m", "head")


def in_an_old_commit(root: Path, text: str) -> None:
    write(root, {"old.md": text})
    git(root, "add", "old.md")
    git(root, "commit", "--quiet", "-m", "old")
    git(root, "rm", "--quiet", "old.md")
    git(root, "commit", "--quiet", "-m", "gone")


def on_another_branch(root: Path, text: str) -> None:
    git(root, "checkout", "--quiet", "-b", "other")
    in_an_old_commit(root, text)
    git(root, "checkout", "--quiet", "main")


def on_a_remote(root: Path, text: str) -> None:
    in_an_old_commit(root, text)
    git(root, "update-ref", "refs/remotes/origin/main", "HEAD~1")
    git(root, "reset", "--quiet", "--hard", "HEAD~2")


def in_a_message(root: Path, text: str) -> None:
    git(root, "commit", "--quiet", "--allow-empty", "-m", f"sent {text}")


def in_a_tag(root: Path, text: str) -> None:
    git(root, "tag", "-a", "v1", "-m", text)


def in_a_stash(root: Path, text: str) -> None:
    write(root, {"loose.md": text})
    git(root, "stash", "--quiet", "--include-untracked")


def in_a_note(root: Path, text: str) -> None:
    git(root, "notes", "add", "-m", text)


def in_a_branch_s_name(root: Path, text: str) -> None:
    git(root, "branch", text.partition("#")[2])


def packed(root: Path, text: str) -> None:
    write(root, {"a.gz": gzip.compress(text.encode())})
    git(root, "add", "a.gz")
    git(root, "commit", "--quiet", "-m", "packed")


def untracked_in_a_zip(root: Path, text: str) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.md", text)
    write(root, {"a.zip": held.getvalue()})


def in_utf_16(root: Path, text: str) -> None:
    write(root, {"wide.txt": text.encode("utf-16")})


PLACES: tuple[tuple[Callable[[Path, str], None], str], ...] = (
    (in_a_stash, "loose.md"),
    (in_a_tag, ""),
    (in_a_note, ""),
    (in_a_message, ""),
    (in_a_branch_s_name, "refs/heads/"),
    (on_a_remote, "old.md"),
    (on_another_branch, "old.md"),
    (in_an_old_commit, "old.md"),
    (in_head, "head.md"),
    (packed, "a.gz"),
    (staged, "staged.md"),
    (untracked_in_a_zip, "a.zip"),
    (in_utf_16, "wide.txt"),
)


def found(root: Path, keys: LiveKeys | None) -> list[Problem]:
    return list(key_problems(root, keys, lambda *_: None))


def test_a_key_is_told_in_every_place_with_what_ends_it(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": "b"})
    for number, (plant, _) in enumerate(PLACES):
        plant(root, link_of(number))
    for number, (plant, where) in enumerate(PLACES):
        problems = [p for p in found(root, live(number)) if p.severity is Severity.ERROR]
        told = [(p.where.file, p.hint) for p in problems if f"acme-{number}`" in p.hint]
        on_disk = plant in (untracked_in_a_zip, in_utf_16)
        assert on_disk or (len(told) == 1 and where in told[0][0]), (plant.__name__, problems)
        assert any(where in p.where.file for p in problems), plant.__name__


def test_history_is_quiet_once_its_keys_open_nothing(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": "b"})
    in_an_old_commit(root, link_of(1))
    in_a_message(root, link_of(2))
    assert [p.severity for p in found(root, live(1, 2))] == [Severity.ERROR] * 2
    assert found(root, live(3)) == []
    # Without a keystore nobody knows.
    assert [p.severity for p in found(root, None)] == [Severity.WARNING] * 2


def test_what_nothing_leads_to_is_a_warning(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": "b"})
    in_a_message(root, link_of(1))
    git(root, "commit", "--quiet", "--amend", "--allow-empty", "-m", "clean")
    staged(root, link_of(1))
    git(root, "rm", "--cached", "--quiet", "staged.md")
    problems = found(root, live(1))
    assert [p.severity for p in problems] == [Severity.WARNING] * 2
    assert all("git gc --prune=now" in p.hint for p in problems)


def test_a_change_that_is_not_staged_would_be_taken(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a.md": "b"})
    write(root, {"a.md": link_of(1)})
    assert [(p.where.file, p.message[:14]) for p in found(root, live(1))] == [
        ("a.md", "git would take")
    ]


def test_a_large_file_that_git_would_take_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path, {"a.md": "b"})
    write(root, {"new.md": link_of(1)})
    assert [p.where.file for p in found(root, live(1))] == ["new.md"]
    monkeypatch.setattr(keys_in_git, "_LARGEST", len(link_of(1)) - 1)
    assert found(root, live(1)) == []


def test_a_long_search_tells_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = repository(tmp_path, {name: name for name in "abcdef"})
    monkeypatch.setattr(keys_in_git, "_TOLD_AFTER", 3)
    told: list[tuple[int, int]] = []
    list(key_problems(root, live(1), lambda done, of: told.append((done, of))))
    # Six files, a folder of them and a commit.
    assert [done for done, _ in told] == [3, 6]
    assert all(done <= of for done, of in told)
