"""`dossier share rotate` and `revoke`: which links are dead then, and where pages still stand."""

from datetime import date
from pathlib import Path

import pytest

from dossier.publishing.published_shares import Place, record_published
from dossier.sharing.ended_links import read_ended
from dossier.sharing.keys_json import FILE
from dossier.sharing.keystore import Keystore
from dossier.sharing.link import spell_link
from tests.builders import APPLICATION
from tests.cli.test_share import ACME, BASE, home, made, share
from tests.sites import DAY

OLD = "https://old.example.org/"
BRANCH = "`main` of git@old.example:ada/site.git"


@pytest.fixture(autouse=True)
def _first_of_march(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)


def test_rotated_link_is_another_and_the_others_stay(tmp_path: Path) -> None:
    root = home(tmp_path)
    first, second = made(root, "acme", "--to", "Eve"), made(root, "acme")
    done = share(root, "rotate", "acme-1")
    kept = Keystore.load(root)
    renewed = kept.share("acme-1")
    assert done.stdout == spell_link(BASE, renewed.id, renewed.key) + "\n"
    old, new, *_ = done.stderr.splitlines()
    whose = "for Eve: Acme (acme), all roles"
    unpublished = "the old link was not published from here, and opens nothing"
    assert (old, new) == (f"Number 1, {whose}: {unpublished}", f"acme-1, number 2, {whose}:")
    assert renewed.id != first.id
    assert renewed.key != first.key
    assert (renewed.label, renewed.gen) == ("Eve", 2)
    assert kept.share("acme-2") == second


def test_each_place_is_named_where_a_replaced_link_still_opens(tmp_path: Path) -> None:
    root = home(tmp_path)
    first = made(root, "acme", "--to", "Eve")
    other = made(root, "acme", "--to", "Zoe")
    folder = tmp_path / "public"
    folder.mkdir()
    record_published(root, Place(BRANCH, OLD), {"acme-1": first.id, "acme-2": other.id})
    record_published(root, Place(str(folder), BASE), {"acme-1": first.id})
    assert share(root, "revoke", "acme-2").exit_code == 0
    (root / ACME).write_text(APPLICATION.replace("company: Acme", "company: Globex"))
    said = share(root, "rotate", "acme-1").stderr.splitlines()
    assert said[0] == (
        "Number 1, for Eve: Acme (acme), all roles: "
        "the old link opens its page until that goes from each place:"
    )
    command = "dossier publish --remote git@old.example:ada/site.git --branch main"
    upload = f"`dossier publish --to {folder}` and upload it, or delete the page at the host"
    assert {*said[1:3]} == {
        f"  {BASE}s/{first.id}/: {upload}",
        f"  {OLD}s/{first.id}/: publish there once more, `{command}`, or delete it there",
    }
    assert said[3:5] == [
        "What was seen or saved cannot be taken back.",
        "acme-1, number 2, for Eve: Globex (acme), all roles:",
    ]
    assert other.id not in "\n".join(said)
    second = Keystore.load(root).share("acme-1")
    record_published(root, Place(str(folder), BASE), {"acme-1": second.id})
    again = share(root, "rotate", "acme-1").stderr
    assert again.count("/s/") == 3, "those of the first, and of the second"


def test_several_are_withdrawn_at_once_or_none(tmp_path: Path) -> None:
    root = home(tmp_path)
    first, second, third = (made(root, "acme", "--to", name) for name in ("Eve", "Zoe", "Ann"))
    wrong = share(root, "revoke", "acme-1", "acme-9")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert len(Keystore.load(root).active(date(2026, 3, 1))) == 3
    done = share(root, "revoke", "acme-1", "acme/acme-2")
    assert [line.split(",")[0] for line in done.stdout.splitlines()] == [
        "acme-1 is withdrawn",
        "acme-2 is withdrawn",
    ]
    assert Keystore.load(root).active(date(2026, 3, 1)) == (third,)
    assert {first.id, second.id} <= read_ended(root).keys()


def test_a_page_newer_than_an_old_keystore_ends_with_its_link(tmp_path: Path) -> None:
    root = home(tmp_path)
    first = made(root, "acme", "--to", "Eve")
    record_published(root, Place(BRANCH, BASE), {"acme-1": "newer"})
    listed = share(root, "list")
    assert (listed.exit_code, f"{BASE}s/newer/" in listed.stderr) == (1, True)
    assert share(root, "revoke", "acme-1").exit_code == 0
    assert {first.id, "newer"} <= read_ended(root).keys()
    assert share(root, "list").exit_code == 0


@pytest.mark.parametrize("file", ["published.json", "links.json"])
def test_a_link_is_withdrawn_and_told_so_whatever_is_broken_beside_it(
    tmp_path: Path, file: str
) -> None:
    root = home(tmp_path)
    first, second = made(root, "acme", "--to", "Eve"), made(root, "acme", "--to", "Zoe")
    (root / ".dossier" / file).write_text("{")
    done = share(root, "revoke", first.uid, second.uid)
    for uid in (first.uid, second.uid):
        assert f"{uid} is withdrawn, for" in done.stdout
        assert Keystore.load(root).share(uid).revoked
    assert (done.exit_code, "cannot be read" in done.stderr) == (
        (2, True) if file == "published.json" else (0, False)
    )
    unknown = share(root, "revoke", "acme-9")
    assert unknown.exit_code == 2


def test_what_ended_is_known_before_anything_is_changed(tmp_path: Path) -> None:
    root = home(tmp_path)
    made(root, "acme")
    before = (root / FILE).read_bytes()
    ended = root / ".dossier/ended.json"
    ended.write_text("{")
    done = share(root, "revoke", "acme-1")
    assert (done.exit_code, "if there is none, remove it" in done.stderr) == (2, True)
    assert (root / FILE).read_bytes() == before
    ended.unlink()
    assert share(root, "revoke", "acme-1").exit_code == 0
    assert share(root, "list").exit_code == 0
