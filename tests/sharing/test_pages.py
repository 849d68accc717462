"""The files of shares: each holds its own dossier, and changes with nothing else."""

import json
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.sharing.document import SharedView
from dossier.sharing.keystore import Share
from dossier.sharing.pages import seal_share, share_pages
from dossier.sharing.passphrase import stretch
from dossier.sharing.seal import SealError, open_sealed
from dossier.sharing.shell import shell_page
from dossier.templates import Templates
from tests.builders import APPLICATION, MINIMAL, write_site
from tests.views import shared_view

TEMPLATES = Templates()
ACME = Share("acme-1", "acme", None, "Label-of-Eve", "a" * 26, b"A" * 32, 1, date(2026, 3, 1))
BETA = Share("beta-1", "beta", None, "Bob", "b" * 26, b"B" * 32, 1, date(2026, 3, 1))
FILES: dict[str, str] = {
    **MINIMAL,
    "content/applications/beta/index.md": APPLICATION.replace("Acme", "Beta"),
}


def view(root: Path, files: Mapping[str, str] = FILES) -> SharedView:
    settings = write_site(root, files)
    return shared_view(settings)


def pages(root: Path, **files: str) -> dict[str, bytes]:
    changed = FILES | {f"content/applications/{name}/index.md": t for name, t in files.items()}
    return dict(share_pages(view(root, changed), [ACME, BETA], TEMPLATES))


def test_each_share_is_a_page_at_its_id(tmp_path: Path) -> None:
    site = view(tmp_path)
    assert list(share_pages(site, [ACME, BETA], TEMPLATES)) == [
        (f"s/{'a' * 26}/index.html", shell_page(seal_share(site, ACME), TEMPLATES)),
        (f"s/{'b' * 26}/index.html", shell_page(seal_share(site, BETA), TEMPLATES)),
    ]


def test_page_holds_what_its_recipient_may_see(tmp_path: Path) -> None:
    site = view(tmp_path)
    sealed = seal_share(site, ACME)
    opened = open_sealed(sealed.header, sealed.ciphertext, key=ACME.key, share_id=ACME.id)
    document = site.document("acme", page=f"s/{ACME.id}/index.md")
    assert opened == {
        "v": 1,
        "title": "Ada Example for Acme",
        "lang": "en",
        "css": document.css,
        "html": str(document.html),
    }
    assert "a learned ranker" in opened["html"]
    assert "They know" not in opened["html"]
    assert "Label-of-Eve" not in json.dumps(opened)


def test_share_of_a_role_with_expiry_and_passphrase(tmp_path: Path) -> None:
    kept = stretch("five words", b"S" * 16)
    share = replace(
        ACME, role="ml", expires=date(2026, 4, 1), kdf_salt=kept.salt, kdf_output=kept.output
    )
    sealed = seal_share(view(tmp_path), share)
    assert json.loads(b64decode(sealed.header))["exp"] == "2026-04-01"
    with pytest.raises(SealError, match="nopass"):
        open_sealed(sealed.header, sealed.ciphertext, key=share.key, share_id=share.id)
    opened = open_sealed(
        sealed.header, sealed.ciphertext, key=share.key, share_id=share.id, passphrase="five words"
    )
    assert "Senior ML Engineer" in opened["html"]
    with pytest.raises(ConfigError, match="has no role `rust`"):
        seal_share(view(tmp_path), replace(share, role="rust"))
    with pytest.raises(ConfigError, match="no application `gone`"):
        seal_share(view(tmp_path), replace(share, application="gone"))


def test_edits_change_the_pages_that_they_show_on(tmp_path: Path) -> None:
    before = pages(tmp_path / "a")
    private = pages(tmp_path / "b", acme=APPLICATION.replace("They know", "I loathe"))
    assert private == before
    shared = pages(tmp_path / "c", acme=APPLICATION.replace("a learned", "the learned"))
    assert [name for name in before if before[name] != shared[name]] == [f"s/{'a' * 26}/index.html"]


def test_withdrawing_one_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    site = view(tmp_path)
    assert dict(share_pages(site, [BETA], TEMPLATES)).items() <= pages(tmp_path / "b").items()
