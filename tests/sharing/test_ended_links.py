"""What has ended stays so, whatever the keystore says later."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.sharing.ended_links import FILE, read_ended
from dossier.sharing.keystore import changing, renew
from tests.sharing.test_keystore import FULL, SHARE

DAY = date(2026, 3, 4)


def test_withdrawn_and_replaced_links_are_kept_and_never_forgotten(tmp_path: Path) -> None:
    assert read_ended(tmp_path) == {}
    with changing(tmp_path) as shares:
        shares.update({SHARE.uid: SHARE, FULL.uid: FULL})
    assert read_ended(tmp_path) == {FULL.id: FULL.revoked}
    with changing(tmp_path) as shares:
        shares[SHARE.uid] = renew(SHARE, DAY)
        shares[FULL.uid] = replace(FULL, revoked=None)
    ended = read_ended(tmp_path)
    assert ended.keys() == {FULL.id, SHARE.id}
    assert ended[FULL.id] == FULL.revoked
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


def test_what_is_not_understood_is_not_guessed_at(tmp_path: Path) -> None:
    (tmp_path / ".dossier").mkdir(mode=0o700)
    for text in ("{", "[]", '{"shares": 1}', '{"shares": {"a": "soon"}}', '{"shares": {"a": 1}}'):
        (tmp_path / FILE).write_text(text)
        with pytest.raises(ConfigError, match=r"ended\.json cannot be read"):
            read_ended(tmp_path)
