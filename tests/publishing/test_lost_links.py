"""What stands beside the keystore tells of links whose keys are not in it."""

from datetime import date
from pathlib import Path

import pytest

from dossier.model.sent_link import SentLink
from dossier.publishing.lost_links import keys_problems, known_uids, lost_links, lost_problems
from dossier.publishing.published_shares import Place, record_published
from dossier.sharing.ended_links import FILE as ENDED
from dossier.sharing.ended_links import spell_ended
from dossier.sharing.keys_json import FILE as KEYSTORE
from dossier.sharing.keystore import Share, changing
from dossier.sharing.sent_links import FILE as LINKS
from dossier.sharing.sent_links import spell_links

DAY = date(2026, 3, 1)
HOST = Place("`main` of git@host.example:ada/site.git", "https://ada.example/")
SHARE = Share("x-1", "x", None, "Eve", "a" * 26, b"K" * 32, 1, DAY)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path) -> None:
    (tmp_path / KEYSTORE).parent.mkdir(mode=0o700)


def lost(root: Path, *shares: Share) -> list[tuple[str, list[str], bool]]:
    found = lost_links(root, {share.uid: share for share in shares}, DAY)
    return [(each.uid, [page.page for page in each.pages], each.is_kept) for each in found]


def keep(root: Path, *links: SentLink) -> None:
    (root / LINKS).write_bytes(spell_links(links))


def test_a_link_with_its_key_is_not_lost(tmp_path: Path) -> None:
    with changing(tmp_path) as shares:
        shares["x-1"] = SHARE
    record_published(tmp_path, HOST, {"x-1": SHARE.id})
    assert lost(tmp_path, SHARE) == []
    assert lost(tmp_path) == [("x-1", [SHARE.id], False)]


def test_links_that_ended_are_not_lost(tmp_path: Path) -> None:
    keep(
        tmp_path,
        SentLink("x-1", "x", None, "Eve", expires=date(2026, 2, 1)),
        SentLink("x-2", "x", None, "Zoe", revoked=DAY),
        SentLink("x-3", "x", None, "Ann"),
        SentLink("x-5", "x", None, "Flo", ended=DAY),
    )
    record_published(tmp_path, HOST, {"x-1": "a", "x-2": "b", "x-4": "d"})
    (tmp_path / ENDED).write_bytes(spell_ended({"d": DAY}))
    assert lost(tmp_path) == [("x-3", [], False), ("x-5", [], False)]
    assert known_uids(tmp_path) >= {"x-1", "x-2", "x-3", "x-4"}


def test_a_page_that_is_newer_than_its_key_is_lost(tmp_path: Path) -> None:
    """An older copy of the keystore has the link as it was before `rotate`."""
    keep(tmp_path, SHARE.sent_link)
    record_published(tmp_path, HOST, {"x-1": "newer"})
    assert lost(tmp_path, SHARE) == [("x-1", ["newer"], True)]


def test_a_page_alone_tells_of_its_link(tmp_path: Path) -> None:
    record_published(tmp_path, HOST, {"some-firm-12": "a"})
    (found,) = lost_links(tmp_path, {}, DAY)
    assert found.link == SentLink("some-firm-12", "some-firm", None, "")
    (problem,) = lost_problems([found])
    assert "link some-firm-12 is gone, and its page stands at https://ada.example/s/a/" in str(
        problem
    )


def test_pages_of_an_earlier_version_go_by_the_name_of_the_link(tmp_path: Path) -> None:
    record_published(tmp_path, HOST, {"x-1": "x-1"})
    assert lost(tmp_path, SHARE) == []
    assert lost(tmp_path) == [("x-1", ["x-1"], False)]


def test_what_is_no_keystore_is_told_without_what_it_says(tmp_path: Path) -> None:
    assert list(keys_problems(tmp_path, DAY)) == []
    keep(tmp_path, SHARE.sent_link)
    (gone,) = keys_problems(tmp_path, DAY)
    assert (gone.code, gone.where.file) == ("share-lost", KEYSTORE)
    (tmp_path / KEYSTORE).write_text('{"x-1": {"key": "SECRET"}}')
    (unread,) = keys_problems(tmp_path, DAY)
    assert unread.code == "keystore-unread"
    assert "SECRET" not in str(unread)
    assert "x-1 for Eve" in unread.hint
    (tmp_path / KEYSTORE).unlink()
    (tmp_path / KEYSTORE).mkdir()
    (folder,) = keys_problems(tmp_path, DAY)
    assert folder.code == "keystore-unread"
