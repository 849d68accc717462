"""What is withdrawn opens nothing, though an upload deletes nothing at the host."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.publishing.published_shares import Place, read_published, record_standing
from dossier.sharing.keystore import Share, add, changing
from tests.builders import MINIMAL
from tests.sites import installed, project


def test_uploaded_folder_has_an_empty_page_where_a_withdrawn_one_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = MINIMAL | {"content/talk.md": "---\ntitle: Talk\naudience: public\n---\nOn pears.\n"}
    root = project(tmp_path / "mine", files, config={"site_url": "https://ada.example/"})
    monkeypatch.chdir(root)
    out, host = tmp_path / "out", tmp_path / "host"
    with changing(root, ()) as shares:
        add(shares, Share("", "acme", None, "Eve", "a" * 26, b"k" * 32, 1, date(2026, 1, 1)))
    page = f"s/{'a' * 26}/index.html"

    def publish_and_upload() -> str:
        with installed():
            line = ["publish", "--to", str(out), "--yes"]
            done = CliRunner().invoke(main, line)
        assert done.exit_code == 0, done.output
        shutil.copytree(out, host, dirs_exist_ok=True)
        return done.output

    publish_and_upload()
    sealed = (host / page).read_bytes()
    assert len(sealed) > 5_000
    (root / "content/talk.md").unlink()
    assert CliRunner().invoke(main, ["share", "revoke", "acme-1"]).exit_code == 0
    said = publish_and_upload()
    assert len((host / page).read_bytes()) < 1_000
    assert "revoked  for Eve" in said
    assert "Delete at the host yourself:\ntalk/index.html\n" in said
    assert "Nothing has changed." in publish_and_upload()
    # The folder was deleted since, and the host was not.
    shutil.rmtree(out)
    (host / page).write_bytes(sealed)
    record_standing(root, Place(str(out), "https://ada.example/"), {"acme-1": "a" * 26})
    publish_and_upload()
    assert len((host / page).read_bytes()) < 1_000
    assert not read_published(root).standing
