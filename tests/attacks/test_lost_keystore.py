"""*Links live on*, and none is forgotten, though the keystore was deleted, emptied or cut short.

What stands beside it still names the links: whoever would begin anew, or publish without them, is
told which are out, and what ends them.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.sharing.keystore import Keystore, Share
from dossier.sharing.sent_links import read_links
from tests.cli.test_publish import KEYSTORE, publish, published, published_home, refused, share

BASE = "https://ada.example.org/"
LOST = {
    "deleted": lambda path: path.unlink(),
    "without a share in it": lambda path: path.write_text("{}\n"),
}
UNREAD = {
    "emptied": lambda path: path.write_bytes(b""),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:-40]),
    "of zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "another file": lambda path: path.write_text('["a list"]'),
}


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "-f", str(root / "mkdocs.yml")])


def lost_home(tmp_path: Path, lose: Callable[[Path], object]) -> tuple[Path, Share]:
    """Return a project whose one link is published, and whose keystore was lost then."""
    root, made = published_home(tmp_path)
    config = root / "mkdocs.yml"
    config.write_text(f"{config.read_text()}site_url: {BASE}\n")
    assert publish(root, "--yes").exit_code == 0
    shutil.copy(root / KEYSTORE, tmp_path / "copy.json")
    lose(root / KEYSTORE)
    return root, made


@pytest.mark.parametrize("how", LOST)
def test_no_link_is_made_or_published_over_lost_keys(tmp_path: Path, how: str) -> None:
    root, made = lost_home(tmp_path, LOST[how])
    before = published(tmp_path)
    commands = (
        *(("share", "new", "acme"), ("share", "show", made.uid), ("share", "rotate", made.uid)),
        ("share", "backup", str(tmp_path / "other.json")),
        *(("check", "--publish"), ("doctor",)),
    )
    for words in commands:
        done = run(root, *words)
        assert done.exit_code == 1, words
        told = f"the key of the link {made.uid} for Ms Recruiter is gone, and its page stands at"
        assert told in done.output, words
        assert f"stands at {BASE}s/{made.id}/" in done.output, words
        assert f"`dossier share revoke {made.uid}` ends it" in done.output, words
    assert "[share-lost]" in refused(root)
    elsewhere = publish(root, "--yes", "--to", str(tmp_path / "folder"))
    assert (elsewhere.exit_code, "[share-lost]" in elsewhere.output) == (1, True)
    assert not Keystore.load(root).shares
    listed = run(root, "share", "list")
    assert (listed.exit_code, f"{made.uid}  Acme     all   Ms Recruiter" in listed.stdout) == (
        1,
        True,
    )
    assert listed.stdout.splitlines()[-1].endswith("lost")
    assert published(tmp_path) == before


@pytest.mark.parametrize("how", UNREAD)
def test_a_keystore_that_cannot_be_read_is_told_with_its_links(tmp_path: Path, how: str) -> None:
    root, made = lost_home(tmp_path, UNREAD[how])
    for words in (("share", "new", "acme"), ("share", "list"), ("share", "revoke", made.uid)):
        done = run(root, *words)
        assert done.exit_code == 2, words
        assert f"Links that are out: {made.uid} for Ms Recruiter" in done.output, words
        assert "Without a copy move it away" in done.output, words
    told = run(root, "doctor")
    assert (told.exit_code, "[keystore-unread]" in told.stdout) == (1, True)
    assert f"Links that are out: {made.uid} for Ms Recruiter" in told.stdout


@pytest.mark.parametrize("how", [*LOST, "emptied"])
def test_status_tells_it_unopened(tmp_path: Path, how: str) -> None:
    root, made = lost_home(tmp_path, {**LOST, **UNREAD}[how])
    told = run(root, "status").stderr
    assert f"and links are out: {made.uid} for Ms Recruiter" in told
    assert "`dossier share list` says what to do" in told


def test_with_the_copy_put_back_all_is_as_before(tmp_path: Path) -> None:
    root, made = lost_home(tmp_path, LOST["deleted"])
    assert run(root, "share", "list").exit_code == 1
    shutil.copy(tmp_path / "copy.json", root / KEYSTORE)
    assert made.uid not in run(root, "status").stderr
    assert run(root, "share", "list").exit_code == 0
    assert run(root, "doctor").exit_code == 0
    assert publish(root, "--yes").exit_code == 0
    assert f"s/{made.id}/index.html" in published(tmp_path)


def test_withdrawn_without_its_key_a_link_ends_and_stays_ended(tmp_path: Path) -> None:
    root, made = lost_home(tmp_path, LOST["deleted"])
    done = run(root, "share", "revoke", made.uid)
    assert (done.exit_code, "is withdrawn, for Ms Recruiter" in done.stdout) == (0, True)
    assert not (root / KEYSTORE).exists(), "nothing was begun anew"
    assert [link.revoked is not None for link in read_links(root)] == [True]
    assert publish(root, "--yes").exit_code == 0
    assert f"s/{made.id}/index.html" not in published(tmp_path)
    assert run(root, "share", "new", "acme").exit_code == 0
    assert [*Keystore.load(root).shares] == ["acme-2"], "its name is not used again"
    shutil.copy(tmp_path / "copy.json", root / KEYSTORE)
    assert "it lives again: an older copy" in refused(root)


def test_a_link_that_was_never_published_is_not_forgotten_either(tmp_path: Path) -> None:
    """Nobody knows its id any more: its name alone tells that it ended."""
    root, first = published_home(tmp_path)
    second = share(root, label="Newer")
    copy = shutil.copy(root / KEYSTORE, tmp_path / "copy.json")
    (root / KEYSTORE).unlink()
    done = run(root, "share", "list")
    assert f"{second.uid} for Newer is gone, and no page of it is known to stand" in done.output
    assert run(root, "share", "revoke", first.uid, second.uid).exit_code == 0
    assert run(root, "share", "list").exit_code == 0
    shutil.copy(copy, root / KEYSTORE)
    said = refused(root)
    assert "the share for `Newer` had ended on" in said
    assert "the share for `Ms Recruiter` had ended on" in said


def test_a_link_newer_than_a_copy_is_not_forgotten(tmp_path: Path) -> None:
    root, _ = published_home(tmp_path)
    copy = shutil.copy(root / KEYSTORE, tmp_path / "older.json")
    newer = share(root, label="Newer")
    shutil.copy(copy, root / KEYSTORE)
    for words in (("share", "list"), ("share", "new", "acme"), ("share", "list")):
        done = run(root, *words)
        assert done.exit_code == 1, words
        assert f"the key of the link {newer.uid} for Newer is gone" in done.output, words
    assert "[share-lost]" in refused(root)


def test_the_page_of_a_link_that_had_expired_goes_without_its_key(tmp_path: Path) -> None:
    root, made = lost_home(tmp_path, LOST["deleted"])
    links = root / ".dossier/links.json"
    links.write_text(links.read_text().replace('"expires": null', '"expires": "2026-02-20"'))
    assert run(root, "share", "list").exit_code == 0
    assert publish(root, "--yes").exit_code == 0
    assert f"s/{made.id}/index.html" not in published(tmp_path)
