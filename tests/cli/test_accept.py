"""`dossier accept`: what was signed, checked, kept and seen by whom its signer agreed to."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from tests.signing import make_key, sign
from tests.sites import project

FILE = "content/proofs/qortex.gain.github-maria.signed.json"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "-f", str(root / "mkdocs.yml")])


@pytest.fixture(name="key")
def make_signed(tmp_path: Path) -> Path:
    """Return the key by which what was asked for is signed, beside the project."""
    project(tmp_path / "site")
    key = make_key(tmp_path, "ed25519")
    claim = tmp_path / "claim.txt"
    asked = ("ask", "qortex/gain", "--of", "github:maria", "-o", str(claim))
    assert run(tmp_path / "site", *asked).exit_code == 0
    (tmp_path / "claim.txt.sig").write_text(sign(key, claim.read_text()))
    return key.with_suffix(".pub")


def test_what_was_signed_is_kept_until_the_record_changes(tmp_path: Path, key: Path) -> None:
    root = tmp_path / "site"
    done = run(root, "accept", str(tmp_path / "claim.txt.sig"), "--key", str(key))
    assert (done.exit_code, FILE in done.output) == (0, True)
    assert "github:maria confirms qortex/gain, by the key SHA256:" in done.output
    assert "jane@desk" not in (root / FILE).read_text()
    assert "confirmation-refused" not in run(root, "check").output
    evidence = root / "content" / "evidence" / "qortex.yml"
    evidence.write_text(evidence.read_text().replace("value: 22", "value: 23"))
    said = run(root, "check").output
    assert "`qortex/gain`: the record has changed since it was signed: Values" in said


def test_what_does_not_hold_is_refused_and_not_kept(tmp_path: Path, key: Path) -> None:
    root, signature = tmp_path / "site", tmp_path / "claim.txt.sig"
    other = make_key(tmp_path, "other", "-t", "ed25519").with_suffix(".pub")
    empty = tmp_path / "empty"
    empty.write_text("")
    (tmp_path / "bytes.sig").write_bytes(b"\xff")
    (tmp_path / "bytes").write_bytes(b"\xff")
    cases = {
        "another key signed it": (signature, other),
        "there is no key in the file": (signature, empty),
        "a private key": (signature, key.with_suffix("")),
        "does not end in `.sig`": (tmp_path / "claim.txt", key),
        "No such file": (tmp_path / "none.sig", key),
        "is no text": (tmp_path / "bytes.sig", key),
    }
    said = {why: run(root, "accept", str(of), "--key", str(by)) for why, (of, by) in cases.items()}
    assert {
        why for why, done in said.items() if done.exit_code != 2 or why not in done.output
    } == set()
    assert not (root / FILE).exists()


def test_one_person_is_kept_once_and_the_author_never(tmp_path: Path, key: Path) -> None:
    root = tmp_path / "site"

    def answer(signer: str) -> Result:
        claim = tmp_path / "again.txt"
        claim.unlink(missing_ok=True)
        asked = run(root, "ask", "qortex/gain", "--of", signer, "-o", str(claim))
        if asked.exit_code:
            return asked
        (tmp_path / "again.txt.sig").write_text(sign(key.with_suffix(""), claim.read_text()))
        return run(root, "accept", str(tmp_path / "again.txt.sig"), "--key", str(key))

    for signer in ("github:maria", "github:Maria"):
        assert answer(signer).exit_code == 0
    assert len(list((root / "content/proofs").iterdir())) == 1
    other = answer("gitlab:maria")
    assert (other.exit_code, "has signed as github:Maria already" in other.output) == (2, True)
    profile = root / "content/profile.yml"
    before = profile.read_text()
    for now in ("https://www.github.com/Maria", "https://maria.github.io/blog/"):
        profile.write_text(before.replace("https://example.org/ada", now))
        for done in (
            answer("github:maria"),
            run(root, "accept", str(tmp_path / "claim.txt.sig"), "--key", str(key)),
        ):
            is_told = "github:maria is an account of your own" in done.output
            assert (done.exit_code, is_told) == (2, True), now
