"""*Keys stay here*: a file with the shape of a key goes out under no name and from no folder."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.plain.secrets import secret_in
from dossier.sharing.link import spell_link
from tests.builders import REPOSITORY
from tests.cli.test_publish import KEYSTORE, home, publish, push, share
from tests.publishing.fixtures import git
from tests.sites import invoke, write

PEM = "-----BEGIN {}PRIVATE KEY-----\n" + "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAA" * 2
AGE = "AGE-SECRET-" + "KEY-1" + "Q" * 58
PUTTY = "PuTTY-User-Key-File-3: ssh-rsa\nPublic-Lines: 1\nAAAA\nPrivate-Lines: 1\nAAAA\n"
NAMES = ("keys.json", "assets/note.txt", "a/b/c", "extra.css", "id_ed25519")


def test_a_build_takes_no_key_from_the_site_s_own_markup(tmp_path: Path) -> None:
    root = home(tmp_path, site_url="https://example.org/")
    (root / "overrides").unlink()
    share(root)
    keys = (root / KEYSTORE).read_text()
    secrets = [keys, json.dumps(json.loads(keys)), PEM.format("OPENSSH "), PEM.format(""), AGE]
    for secret, name in zip((*secrets, PUTTY), (*NAMES, "x.ppk"), strict=True):
        write(root, {f"overrides/{name}": f"/* x */\n{secret}"})
        for done in (
            CliRunner().invoke(main, ["check", "-f", str(root / "mkdocs.yml")]),
            invoke(root),
        ):
            assert done.exit_code, (name, secret)
            assert f"overrides/{name} holds" in done.output, (name, done.output)
        shutil.rmtree(root / "overrides")


def test_nothing_with_a_key_in_it_is_published(tmp_path: Path) -> None:
    root = home(tmp_path, site_url="https://example.org/")
    made = share(root)
    keys = json.loads((root / KEYSTORE).read_text())
    link = spell_link("https://example.org", made.id, made.key)
    for name, text in {
        "link": f"See <{link}>.",
        "shouted": f"See {link.upper().replace('K1', 'k1')}",
        "keys": f"```json\n{json.dumps(keys, indent=2)}\n```",
        "pem": f"```\n{PEM.format('RSA ')}\n```",
    }.items():
        write(root, {"content/slip.md": f"---\ntitle: Slip\naudience: public\n---\n\n{text}\n"})
        done = publish(root, "--yes")
        assert "[key-published]" in done.output, (name, done.output)
        assert done.exit_code == 1


def test_a_key_that_git_has_is_told(tmp_path: Path) -> None:
    """Copied beside the content, or pushed to the branch by somebody's hand, under any name."""
    root = home(tmp_path, site_url="https://example.org/")
    made = share(root)
    copy = (root / KEYSTORE).read_text()
    write(root, {"backup/old.txt": copy, "content/notes.md": f"---\ntitle: A\n---\n\n{AGE}\n"})
    git(root, "add", ".")
    link = spell_link("https://example.org", made.id, made.key)
    push(tmp_path, {"index.html": f"<p>{link}</p>"})
    git(root, "fetch", "--quiet", "origin")
    said = CliRunner().invoke(main, ["doctor", "-f", str(root / "mkdocs.yml")]).output
    for name in ("backup/old.txt", "content/notes.md"):
        assert re.search(rf"^{name}.*\[keystore-tracked\]", said, re.MULTILINE), name
    assert "`a share's link with its key` [history-private]" in said


@pytest.mark.parametrize("folder", ["docs", "hooks", "content"])
def test_nothing_of_ours_has_the_shape_of_a_key(folder: str) -> None:
    files = [path for path in (REPOSITORY / folder).rglob("*") if path.is_file()]
    assert [path for path in files if secret_in(path.read_bytes())] == []
    assert not secret_in(b"-----BEGIN PRIVATE KEY----- begins a private key")
    assert not secret_in(b'"key": "sha256-' + b"A" * 43 + b'="')
