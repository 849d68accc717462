"""Who was sent a link: written with the keystore, read without it, and no key in it."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dossier.model.sent_link import SentLink
from dossier.plain.errors import ConfigError
from dossier.sharing.ended_links import read_ended
from dossier.sharing.keys_json import FILE as KEYSTORE
from dossier.sharing.keystore import Share, changing, end_lost, list_links
from dossier.sharing.sent_links import FILE, read_links, spell_links, spell_open, spell_unheld

SHARE = Share("acme-1", "acme", None, "Eve", "a" * 26, b"K" * 32, 1, date(2026, 3, 1))
ENDED = replace(
    SHARE,
    uid="acme-2",
    role="ml",
    label="",
    id="b" * 26,
    key=b"L" * 32,
    expires=date(2026, 4, 1),
    revoked=date(2026, 3, 2),
)
DAY = date(2026, 3, 3)
LINKS = (
    SentLink("acme-1", "acme", None, "Eve"),
    SentLink("acme-2", "acme", "ml", "", date(2026, 4, 1), date(2026, 3, 2), date(2026, 3, 2)),
)


def kept(root: Path) -> None:
    with changing(root) as shares:
        shares |= {"acme-1": SHARE, "acme-2": ENDED}


def test_whoever_changes_the_keystore_writes_the_links(tmp_path: Path) -> None:
    assert read_links(tmp_path) == ()
    kept(tmp_path)
    assert read_links(tmp_path) == LINKS
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_links_hold_neither_key_nor_address(tmp_path: Path) -> None:
    kept(tmp_path)
    text = (tmp_path / FILE).read_text()
    assert '"Eve"' in text
    assert not [secret for secret in ("a" * 26, "b" * 26, "S0tL", "key") if secret in text]


def test_links_of_an_older_keystore_are_written_when_they_are_listed(tmp_path: Path) -> None:
    kept(tmp_path)
    (tmp_path / FILE).unlink()
    list_links(tmp_path)
    assert read_links(tmp_path) == LINKS
    (tmp_path / FILE).write_text("{")
    list_links(tmp_path)
    assert read_links(tmp_path) == LINKS


def test_links_whose_keys_are_gone_are_not_forgotten(tmp_path: Path) -> None:
    kept(tmp_path)
    (tmp_path / KEYSTORE).unlink()
    list_links(tmp_path)
    assert read_links(tmp_path) == LINKS
    newer = replace(SHARE, uid="acme-3", id="c" * 26, key=b"M" * 32)
    with changing(tmp_path) as shares:
        shares["acme-3"] = newer
    assert read_links(tmp_path) == (*LINKS, newer.sent_link)
    end_lost(tmp_path, LINKS[:1], ["a" * 26], DAY)
    assert read_links(tmp_path)[0] == replace(LINKS[0], revoked=DAY)
    assert read_ended(tmp_path).keys() >= {"acme-1", "a" * 26}


def test_what_a_keystore_cannot_hold_is_told_by_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert spell_unheld(tmp_path, DAY) == spell_open(tmp_path) == ""
    kept(tmp_path)
    assert spell_unheld(tmp_path, DAY) == ""
    assert spell_open(tmp_path) == ". Links that are out: acme-1 for Eve"
    (tmp_path / KEYSTORE).write_bytes(b"x" * 44)
    assert spell_unheld(tmp_path, DAY) == ""
    (tmp_path / KEYSTORE).write_bytes(b"x" * 43)
    assert "is too small to hold the keys of all links" in spell_unheld(tmp_path, DAY)
    (tmp_path / KEYSTORE).write_bytes(b"x" * 44)
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda path, _: path != tmp_path / KEYSTORE)
        assert "cannot be read, and links are out: acme-1" in spell_unheld(tmp_path, DAY)
    (tmp_path / KEYSTORE).unlink()
    assert "is not there, and links are out: acme-1 for Eve. " in spell_unheld(tmp_path, DAY)


def test_where_there_are_no_shares_nothing_is_written(tmp_path: Path) -> None:
    list_links(tmp_path)
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    "content",
    [
        *(b"{", b"[]", b"{}", b'{"links": 1}', b'{"links": [1]}', b'{"links": [{}]}', b"\xff"),
        b"[" * 100_000,
        spell_links(LINKS).replace(b"2026-04-01", b"soon"),
    ],
)
def test_broken_file_is_told_with_its_cure(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(ConfigError, match="dossier share list"):
        read_links(tmp_path)
    assert spell_open(tmp_path) == ""


def test_what_builds_and_what_tells_of_links_never_loads_the_keystore() -> None:
    code = "import sys, dossier.build, dossier.cli.status, dossier.adapters.mkdocs_build\n"
    code += "print('dossier.sharing.keystore' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8"
    )
    assert done.stdout.strip().endswith("False")
