"""*Links live on* while two commands run at once: neither writes over what the other wrote."""

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dossier.publishing import published_shares
from dossier.publishing.published_shares import Place, Published, read_published, record_published
from dossier.sharing import keystore
from dossier.sharing.keyfile import locked
from dossier.sharing.keystore import changing, list_links
from dossier.sharing.sent_links import FILE, read_links
from tests.cli.test_publish import share

ONE, OTHER = "a" * 26, "b" * 26


def test_a_list_of_links_forgets_no_withdrawal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other comes between what was read and the lock."""
    made = share(tmp_path)
    (tmp_path / FILE).unlink()

    @contextlib.contextmanager
    def late(folder: Path) -> Iterator[None]:
        monkeypatch.setattr(keystore, "locked", locked)
        with changing(tmp_path) as shares:
            shares[made.uid] = replace(made, revoked=date(2026, 3, 1))
        with locked(folder):
            yield

    monkeypatch.setattr(keystore, "locked", late)
    list_links(tmp_path)
    assert [link.revoked for link in read_links(tmp_path)] == [date(2026, 3, 1)]


def test_two_publishes_keep_the_addresses_of_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, waiting = published_shares.read_published, [OTHER]

    def late(root: Path) -> Published:
        known = read(root)
        if waiting:
            record_published(root, Place("there"), {"b": waiting.pop()})
        return known

    monkeypatch.setattr(published_shares, "read_published", late)
    record_published(tmp_path, Place("there"), {"a": ONE})
    assert read_published(tmp_path).shares == {ONE, OTHER}
