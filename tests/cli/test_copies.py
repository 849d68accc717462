"""Copies that archives keep: asked for only if told to, written down one by one."""

import json
from pathlib import Path

import pytest

from dossier.verify.archives import PACE, Archives
from dossier.verify.batch import Throttle
from tests.cli.test_verify import RESULTS, site, verify
from tests.patience import PATIENCE
from tests.sites import DAY
from tests.verify.server import hosted

ONLINE = ("--online", "--local-network", "--timeout", str(PATIENCE))


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    pace = Throttle(between=0, backoff=0)
    monkeypatch.setattr("dossier.cli.verify.Throttle", lambda: pace)
    monkeypatch.setattr("dossier.cli.copies.PACE", pace)
    assert PACE.between >= 5


def test_copy_is_kept_and_not_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with hosted() as host:
        archives = Archives(host.url("/archive"), host.url("/archive"))
        monkeypatch.setattr("dossier.cli.copies.Archives", lambda: archives)
        page = host.url("/r")
        copy = f"/archive/web/20260301120000/{page}"
        save = f"/archive/save/{page}"
        root = site(tmp_path, f'url: "{page}"')
        assert "save" not in "".join(host.asked)
        assert verify(root, *ONLINE).exit_code == 0
        assert not [line for line in host.asked if "/save/" in line]
        verify(root, "--archive", "--local-network")
        assert not [line for line in host.asked if "/save/" in line]
        # No archive reaches this machine, where the page of this test stands.
        monkeypatch.setattr("dossier.verify.archives.is_of_own_network", lambda _: False)
        host.replies[f"GET {save}"] = 403, "", {}
        refused = verify(root, "--archive", "--local-network")
        why = f"1 of 1: wayback: {page}: no copy: it does not take this address"
        assert why in refused.stderr
        host.replies[f"GET {save}"] = 302, "", {"Location": copy}
        done = verify(root, "--archive", "--local-network")
        assert f"1 of 1: wayback: {page}: kept at {host.url(copy)}" in done.stderr
        (kept,) = json.loads((root / RESULTS).read_text())["records"].values()
        assert kept["copies"] == {"wayback": {"address": host.url(copy), "day": "2026-03-01"}}
        assert kept["url"]["outcome"] == "good"
        host.asked.clear()
        verify(root, "--archive", "--local-network")
        assert host.asked == []
