"""*Links live on*, and withdrawn ones do not, though an older copy of the keystore is put back.

It comes from a backup, a synchronised folder, or a copy of the project's folder.
"""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.plain.uploaded import MARKER, marker_of
from dossier.sharing.keystore import changing, renew
from tests.cli.test_publish import KEYSTORE, publish, published, published_home, refused, share


def run_share(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["share", *words, "-f", str(root / "mkdocs.yml")])


def test_a_newer_link_is_not_erased(tmp_path: Path) -> None:
    root, _ = published_home(tmp_path)
    kept = shutil.copy(root / KEYSTORE, tmp_path / "kept.json")
    newer = share(root, label="Newer")
    assert publish(root, "--yes").exit_code == 0
    newest = shutil.copy(root / KEYSTORE, tmp_path / "newest.json")
    shutil.copy(kept, root / KEYSTORE)
    said = refused(root)
    assert f"gh-pages/s/{newer.id}/:1:1: error: the branch holds a share" in said
    assert "bring here the newest copy of its keystore" in said
    folder = tmp_path / "folder/s" / newer.id
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("x")
    (tmp_path / "folder" / MARKER).write_bytes(marker_of([]))
    assert publish(root, "--yes", "--to", str(tmp_path / "folder")).exit_code == 1
    assert folder.exists()
    shutil.copy(newest, root / KEYSTORE)
    assert publish(root, "--yes").exit_code == 0
    assert f"s/{newer.id}/index.html" in published(tmp_path)


def test_a_link_that_ended_does_not_open_again(tmp_path: Path) -> None:
    """Withdrawn or replaced, published meanwhile or not: whatever would hand it out says so."""
    root, withdrawn = published_home(tmp_path)
    replaced = share(root, label="Replaced")
    assert publish(root, "--yes").exit_code == 0
    kept = shutil.copy(root / KEYSTORE, tmp_path / "kept.json")
    with changing(root) as shares:
        shares[withdrawn.uid] = replace(withdrawn, revoked=date(2026, 3, 1))
        shares[replaced.uid] = fresh = renew(replaced, date(2026, 3, 1))
    shutil.copy(kept, root / KEYSTORE)
    before_publish = refused(root)
    with changing(root) as shares:
        shares[withdrawn.uid] = replace(withdrawn, revoked=date(2026, 3, 1))
        shares[replaced.uid] = fresh
    assert publish(root, "--yes").exit_code == 0
    shutil.copy(kept, root / KEYSTORE)
    for said in (before_publish, refused(root)):
        for label in ("Ms Recruiter", "Replaced"):
            assert f"the share for `{label}` had ended on" in said
        assert "an older copy of the keystore was put back" in said
    assert "[share-unknown]" in refused(root)  # The link that the other one was replaced by.
    for words in (("show", withdrawn.uid), ("preview", replaced.uid, "--no-open"), ("list",)):
        done = run_share(root, *words)
        assert done.exit_code == 1, words
        assert "was put back" in done.output, words
    names = published(tmp_path)
    assert not {f"s/{old.id}/index.html" for old in (withdrawn, replaced)} & names.keys()


def test_withdrawn_again_it_stops_nothing(tmp_path: Path) -> None:
    """Nor does a keystore of an older version, which remembered nothing beside its keys."""
    root, made = published_home(tmp_path)
    kept = shutil.copy(root / KEYSTORE, tmp_path / "kept.json")
    with changing(root) as shares:
        shares[made.uid] = replace(made, revoked=date(2026, 3, 1))
    (root / ".dossier/ended.json").unlink()
    assert publish(root, "--yes").exit_code == 0
    shutil.copy(kept, root / KEYSTORE)
    assert "[share-broken]" in refused(root)
    assert run_share(root, "revoke", made.uid).exit_code == 0
    assert publish(root, "--yes").exit_code == 0
    assert not [name for name in published(tmp_path) if name.startswith("s/")]
