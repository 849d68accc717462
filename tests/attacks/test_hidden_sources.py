"""*Keys stay here*: no record's source leads to them, whoever wrote it and however it is written.

`dossier verify` opens what records name, and keeps what it finds in a file that git tracks.
"""

import base64
import json
import shutil
from pathlib import Path

import pytest

from dossier.model.verdict import FILE as VERIFIED
from tests.assistants.patches import patch, record
from tests.attacks.publishing import run
from tests.cli.test_apply import apply
from tests.cli.test_publish import KEYSTORE, home, share
from tests.publishing.fixtures import git
from tests.sites import write

SECRET = "hunter2-is-no-number"  # noqa: S105 - that it is told nowhere is what is tested
PLACES = (
    *(".dossier/keys.json#/acme-1/key", "./.dossier/keys.json#/acme-1/key", ".dossier/keys.json:2"),
    *("content/../.dossier/keys.json#/acme-1/key", "docs/.env#L1", ".git/config#L1"),
    *(".\N{ZERO WIDTH NON-JOINER}dossier/keys.json", "\N{ZERO WIDTH SPACE}.dossier/keys.json"),
    *("docs\\.env", "/etc/passwd#L1", ".dossier"),
)


def sourced(path: str, **metric: str) -> dict[str, object]:
    """Return a record that says where its only value stands."""
    value = {"id": "gain", "name": "gain", "value": 5, **metric}
    known = {"id": "bad", "claim": "It gains.", "kind": "benchmark", "check": "rerun"}
    return {**known, "metrics": [value], "source": {"label": "R", "path": path}}


def told(root: Path, *known: dict[str, object]) -> str:
    """Return what check and verify say of records, and what they have written of them."""
    records = [{**each, "id": f"bad-{number}"} for number, each in enumerate(known)]
    write(root, {"content/evidence/bad.yml": json.dumps({"evidence": records})})
    said = run(root, "check").output
    verified = run(root, "verify")
    assert "Traceback" not in verified.output
    kept = root / "content" / VERIFIED
    return said + verified.output + (kept.read_text() if kept.exists() else "")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = home(tmp_path, site_url="https://example.org/")
    write(root, {"docs/.env": f"TOKEN={SECRET} 77123\n", "docs/said.md": f"{SECRET}, 77123\n"})
    return root


def test_no_source_leads_to_what_is_hidden(root: Path) -> None:
    made = share(root)
    (root / "bench").symlink_to(root / ".dossier")
    (root / "note.md").symlink_to(root / "docs/.env")
    (root / "away.md").symlink_to("/etc/passwd")
    git(root, "add", "--force", "docs/.env")
    git(root, "commit", "--quiet", "-m", "slip")
    slip = sourced("docs/.env", at="L1")
    slip["source"] |= {"commit": "HEAD"}  # type: ignore[operator]
    elsewhere = sourced("docs/said.md", at=".dossier/keys.json#/acme-1/key")
    direct = [*map(sourced, PLACES), slip, elsewhere]
    links = [sourced(path) for path in ("bench/keys.json#/acme-1/key", "note.md", "away.md")]
    said = told(root, *direct, *links)
    key = base64.b64encode(made.key).decode()
    for secret in (key[:12], SECRET, "swh:1:cnt", "repositoryformat"):
        assert secret not in said
    assert said.count("[text-type]") == len(direct)
    for why in ("bench/keys.json leads to", "note.md leads to", "away.md leads out of"):
        assert why in said


def test_what_is_no_number_is_neither_told_nor_kept(root: Path) -> None:
    """Whatever stands in a file that may be named: the numbers in it, and no more."""
    write(root, {"docs/said.json": json.dumps({"a": SECRET})})
    said = told(root, sourced("docs/said.md", at="L1"), sourced("docs/said.json#/a"))
    assert SECRET not in said
    assert "the artifact says `77123`" in said
    assert "docs/said.json#/a is text, not a number" in said


def test_others_cannot_bring_such_a_source(root: Path, tmp_path: Path) -> None:
    """An assistant's patch and the data of another site are refused whole."""
    for path, code in {PLACES[0]: 1, "a.md": 0}.items():
        done = apply(root, patch(record(source={"label": "R", "path": path})))
        assert done.exit_code == code, (path, done.output)
    data = tmp_path / "data.json"
    shutil.rmtree(root / "content/evidence", ignore_errors=True)
    kept = {"evidence": [sourced(PLACES[0])]}
    head = {"version": 1, "audience": "private"}
    data.write_text(json.dumps({"dossier": head, "evidence": {"bad": kept}}))
    done = run(root, "import", str(data))
    assert done.exit_code == 1, done.output
    assert "is hidden" in done.output
    assert not (root / "content/evidence").exists()


def test_doctor_finds_a_key_in_whatever_git_has_or_would_take(root: Path) -> None:
    key = base64.b64encode(share(root).key).decode()
    write(root, {"content/verified.json": json.dumps({"said": f"keys.json says `{key}`"})})
    write(root, {"new.txt": f"{key[:-1]}\n", "site/ignored.txt": key})
    git(root, "add", "content")
    said = run(root, "doctor").output
    for name, how in {"content/verified.json": "git tracks", "new.txt": "git would take"}.items():
        assert f"{name}:1:1: error: {how} a file that holds a key of your shares" in said, said
    assert "ignored.txt" not in said
    assert key not in said
    assert KEYSTORE not in said
