"""The keystore's secrets are found however they are spelled."""

import base64
from dataclasses import replace
from pathlib import Path

from dossier.sharing.keystore import spell_shares
from dossier.sharing.link import fragment_of
from dossier.sharing.spelled_keys import search_for_keys
from tests.sharing.test_keystore import SHARE, write

KEY = bytes(range(200, 232))


def test_a_key_is_found_as_it_may_be_spelled(tmp_path: Path) -> None:
    write(tmp_path, spell_shares([replace(SHARE, key=KEY)]))
    search = search_for_keys(tmp_path)
    assert search is not None
    coded = base64.b64encode(KEY).decode()
    for text in (coded, coded.rstrip("="), KEY.hex(), fragment_of(KEY)):
        assert search.search(f"says {text}, it seems".encode()), text
    assert search.search(base64.urlsafe_b64encode(KEY))
    assert not search.search(base64.b64encode(KEY[::-1]))


def test_without_keys_there_is_nothing_to_find(tmp_path: Path) -> None:
    assert search_for_keys(tmp_path) is None
    write(tmp_path, b"{")
    assert search_for_keys(tmp_path) is None
