"""The secrets of links that open are found however they are spelled."""

import base64
from dataclasses import replace
from datetime import date
from pathlib import Path

from dossier.sharing.keystore import spell_shares
from dossier.sharing.link import fragment_of
from dossier.sharing.spelled_keys import LiveKeys
from tests.sharing.test_keystore import SHARE, write

KEY = bytes(range(200, 232))
TODAY = date(2026, 1, 1)


def test_a_key_is_found_as_it_may_be_spelled(tmp_path: Path) -> None:
    write(tmp_path, spell_shares([replace(SHARE, uid="acme-7", key=KEY, expires=None)]))
    live = LiveKeys.of(tmp_path, TODAY)
    assert live is not None
    coded = base64.b64encode(KEY).decode()
    urlsafe = base64.urlsafe_b64encode(KEY).decode()
    link = fragment_of(KEY)
    texts = (coded, coded.rstrip("="), coded.replace("/", r"\/"), urlsafe, KEY.hex(), link)
    for text in (*texts, link.upper(), KEY.hex().upper()):
        assert live.share_in(f"says {text}, it seems".encode()) == "acme-7", text
    assert not live.share_in(base64.b64encode(KEY[::-1]))


def test_a_key_that_opens_nothing_is_not_looked_for(tmp_path: Path) -> None:
    write(tmp_path, spell_shares([replace(SHARE, key=KEY, revoked=date(2025, 12, 31))]))
    live = LiveKeys.of(tmp_path, TODAY)
    assert live is not None
    assert not live.share_in(fragment_of(KEY).encode())


def test_without_a_keystore_nobody_knows_which_open(tmp_path: Path) -> None:
    assert LiveKeys.of(tmp_path, TODAY) is None
    write(tmp_path, b"{")
    assert LiveKeys.of(tmp_path, TODAY) is None
