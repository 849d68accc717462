"""The keystore: nothing that was added is lost, and nothing wrong in it is guessed at."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.sharing.keys_json import FILE
from dossier.sharing.keystore import (
    Keystore,
    Share,
    add,
    changing,
    read_shares,
    renew,
    spell_shares,
)
from dossier.sharing.passphrase import Stretched
from tests.patience import PATIENCE

DAY = date(2026, 3, 1)
SHARE = Share(
    uid="acme-1",
    application="acme",
    role=None,
    label="Eve at Acme",
    id="a" * 26,
    key=b"K" * 32,
    gen=1,
    created=DAY,
)
FULL = replace(
    SHARE,
    uid="acme-2",
    role="ml",
    id="b" * 26,
    key=b"L" * 32,
    gen=3,
    expires=date(2026, 4, 1),
    kdf_salt=b"S" * 16,
    kdf_output=b"O" * 32,
    revoked=date(2026, 3, 2),
)


def write(root: Path, content: bytes) -> None:
    path = root / FILE
    path.parent.mkdir(mode=0o700)
    path.write_bytes(content)
    path.chmod(0o600)


def changed(**fields: object) -> bytes:
    """Return the content of a file in which one share says something else."""
    raw = json.loads(spell_shares([SHARE]))
    raw["acme-1"] |= fields
    return json.dumps(raw).encode()


def test_shares_come_back_as_they_were(tmp_path: Path) -> None:
    assert Keystore.load(tmp_path) == Keystore({})
    with changing(tmp_path) as shares:
        shares |= {"acme-1": SHARE, "acme-2": FULL}
    loaded = Keystore.load(tmp_path)
    assert list(loaded.shares.values()) == [SHARE, FULL]
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_file_can_be_read_by_people() -> None:
    assert spell_shares([FULL]).decode() == (
        '{\n  "acme-2": {\n    "application": "acme",\n    "role": "ml",\n'
        '    "label": "Eve at Acme",\n    "id": "bbbbbbbbbbbbbbbbbbbbbbbbbb",\n'
        '    "key": "TExMTExMTExMTExMTExMTExMTExMTExMTExMTExMTEw=",\n    "gen": 3,\n'
        '    "created": "2026-03-01",\n    "exp": "2026-04-01",\n'
        '    "kdf_salt": "U1NTU1NTU1NTU1NTU1NTUw==",\n'
        '    "kdf_output": "T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT08=",\n'
        '    "revoked": "2026-03-02"\n  }\n}\n'
    )


def test_state_of_a_share() -> None:
    until = replace(SHARE, expires=DAY)
    withdrawn = replace(SHARE, revoked=DAY)
    assert [share.state(DAY) for share in (SHARE, until, withdrawn)] == [
        "active",
        "active",
        "revoked",
    ]
    assert until.state(date(2026, 3, 3)) == "expired"
    store = Keystore({"a": SHARE, "b": until, "c": withdrawn})
    assert store.active(date(2026, 3, 3)) == (SHARE,)
    assert store.active(DAY) == (SHARE, until)


def test_passphrase_is_kept_as_what_was_made_of_it() -> None:
    assert (SHARE.has_passphrase, SHARE.stretched) == (False, None)
    assert (FULL.has_passphrase, FULL.stretched) == (True, Stretched(b"S" * 16, b"O" * 32))


def test_uid_is_never_used_again() -> None:
    shares: dict[str, Share] = {}
    added = [add(shares, replace(SHARE, uid="")) for _ in range(2)]
    shares["acme-1"] = replace(shares["acme-1"], revoked=DAY)
    added.append(add(shares, replace(SHARE, uid="")))
    assert [share.uid for share in added] == list(shares) == ["acme-1", "acme-2", "acme-3"]


def test_renewed_share_has_another_address_and_another_key() -> None:
    again = renew(FULL, date(2026, 5, 1))
    assert again.id != FULL.id
    assert again.key != FULL.key
    assert again == replace(
        FULL, id=again.id, key=again.key, gen=4, created=date(2026, 5, 1), revoked=None
    )


def test_renewed_share_forgets_a_day_that_is_still_to_come() -> None:
    ahead = replace(FULL, day=date(2031, 5, 1), digest="d")
    again = renew(ahead, date(2026, 5, 1))
    assert (again.day, again.digest) == (None, None)
    assert renew(ahead, date(2031, 5, 1)).day == ahead.day


def test_share_that_is_not_there_is_told() -> None:
    store = Keystore({"acme-1": SHARE})
    assert store.share("acme-1") is SHARE
    with pytest.raises(ConfigError, match="no share `acne-1`\n  hint: did you mean `acme-1`"):
        store.share("acne-1")
    with pytest.raises(ConfigError, match="no share `zzz`\n  hint: `dossier share list` lists"):
        store.share("zzz")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", ":1:1: Expecting value"),
        (b'{\n  "a": }', ":2:8: Expecting value"),
        (spell_shares([SHARE])[:-30], ":12:19: Expecting value"),
        (b"\xff", ": this is not JSON"),
        (b"[" * 100_000, ": this is not JSON"),
        (b"[]", ": this is no object of shares"),
        (b'{"a": 1}', ": `a`: this is no share"),
        (b'{"a": {}, "a": {}}', ": a name stands twice"),
        (b'{"a": {}}', ": `a`: `application` is missing"),
        (changed(extra=1), ": `acme-1`: `extra` is not known"),
        (changed(application=1), ": `acme-1`: `application` is not text"),
        (changed(role=[]), ": `acme-1`: `role` is not text"),
        (changed(label=None), ": `acme-1`: `label` is not text"),
        (changed(id="A" * 26), ": `acme-1`: `id` has not the form of an id"),
        (changed(id="../../etc"), ": `acme-1`: `id` has not the form of an id"),
        (changed(key="SECRET"), ": `acme-1`: `key` is not 32 bytes in base64"),
        (changed(key="TExM"), ": `acme-1`: `key` is not 32 bytes in base64"),
        (changed(gen=0), ": `acme-1`: `gen` is not a number from 1"),
        (changed(gen=True), ": `acme-1`: `gen` is not a number from 1"),
        (changed(created="1.3.2026"), ": `acme-1`: `created` is not a day"),
        (changed(created=None), ": `acme-1`: `created` is not text"),
        (changed(exp="soon"), ": `acme-1`: `exp` is not a day"),
        (changed(day="2026-03-01"), ": `acme-1`: `day` and `digest` come together"),
        (changed(digest="0" * 64), ": `acme-1`: `day` and `digest` come together"),
        (changed(revoked="no"), ": `acme-1`: `revoked` is not a day"),
        (
            changed(kdf_salt="TExM", kdf_output="TExM"),
            ": `acme-1`: `kdf_salt` is not 16 bytes in base64",
        ),
        (changed(kdf_output="TExM"), ": `acme-1`: a passphrase has `kdf_salt` and `kdf_output`"),
        (
            changed(kdf_salt="U1NTU1NTU1NTU1NTU1NTUw=="),
            ": `acme-1`: a passphrase has `kdf_salt` and `kdf_output`",
        ),
        (spell_shares([SHARE, replace(FULL, key=SHARE.key)]), ": two shares have the same key"),
        (spell_shares([SHARE, replace(FULL, id=SHARE.id)]), ": two shares have the same key or id"),
    ],
)
def test_what_is_not_understood_is_told_with_its_place(
    tmp_path: Path, content: bytes, message: str
) -> None:
    write(tmp_path, content)
    with pytest.raises(ConfigError) as caught:
        Keystore.load(tmp_path)
    assert caught.value.message.startswith(FILE + message)
    assert "share backup" in caught.value.hint
    assert "SECRET" not in str(caught.value)
    # Nor is it written over.
    with pytest.raises(ConfigError), changing(tmp_path) as shares:
        shares.clear()
    assert (tmp_path / FILE).read_bytes() == content


def test_keystore_that_others_can_read_is_neither_read_nor_changed(tmp_path: Path) -> None:
    write(tmp_path, spell_shares([SHARE]))
    (tmp_path / FILE).chmod(0o644)
    with pytest.raises(ConfigError, match="others on this machine can read"):
        Keystore.load(tmp_path)
    with pytest.raises(ConfigError, match="others on this machine can read"), changing(tmp_path):
        pass
    with pytest.raises(ConfigError, match="which is made to be published"):
        Keystore.load(tmp_path, [tmp_path])


def test_change_that_fails_is_not_written(tmp_path: Path) -> None:
    write(tmp_path, spell_shares([SHARE]))
    with pytest.raises(KeyError), changing(tmp_path) as shares:
        del shares[shares.popitem()[0]]
    assert Keystore.load(tmp_path).shares == {"acme-1": SHARE}


def test_keystore_is_larger_than_any_search_for_a_job(tmp_path: Path) -> None:
    write(tmp_path, b" " * 10_000_001)
    with pytest.raises(ConfigError, match="more than the 10,000,000"):
        Keystore.load(tmp_path)


ADDING = """
import sys
from datetime import date
from pathlib import Path
from dossier.sharing.keystore import Share, add, changing
from dossier.sharing.link import new_key, new_share_id
for _ in range(int(sys.argv[2])):
    with changing(Path(sys.argv[1])) as shares:
        share = Share(
            "", sys.argv[3], None, "x" * 2000, new_share_id(), new_key(), 1, date(2026, 3, 1)
        )
        uid = add(shares, share).uid
    print(uid, share.id, flush=True)
"""


def adding(root: Path, times: int, name: str) -> subprocess.Popen[str]:
    """Start a process that adds shares, and says so when each is kept."""
    command = [sys.executable, "-c", ADDING, str(root), str(times), name]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_at_once_lose_nothing(tmp_path: Path) -> None:
    processes = [adding(tmp_path, 40, name) for name in ("acme", "acme")]
    told = [process.communicate(timeout=PATIENCE)[0] for process in processes]
    said = [line for text in told for line in text.splitlines()]
    assert [process.returncode for process in processes] == [0, 0]
    kept = {f"{share.uid} {share.id}" for share in Keystore.load(tmp_path).shares.values()}
    assert len(kept) == 80
    assert kept == set(said)


def test_kill_in_the_middle_leaves_a_whole_file_with_all_that_was_said(tmp_path: Path) -> None:
    said: set[str] = set()
    for wait in (0.0, 0.003, 0.007, 0.011, 0.017, 0.023):
        with adding(tmp_path, 100_000, "acme") as process:
            assert process.stdout
            said.add(process.stdout.readline().strip())
            time.sleep(wait)
            os.kill(process.pid, signal.SIGKILL)
            said |= {line.strip() for line in process.stdout if line.endswith("\n")}
        kept = {f"{share.uid} {share.id}" for share in Keystore.load(tmp_path).shares.values()}
        # At most the one that it was about to tell of is there untold, each time.
        assert said <= kept
    assert len(kept) <= len(said) + 6
    assert read_shares((tmp_path / FILE).read_bytes()) == Keystore.load(tmp_path).shares
