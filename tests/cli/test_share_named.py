"""Dossiers `acme` and `acme-2`, and links that could be taken for one another."""

from pathlib import Path

from dossier.sharing.keystore import Keystore, changing
from dossier.sharing.link import spell_link
from tests.builders import APPLICATION
from tests.cli.test_share import BASE, home, made, share

OTHER = "content/applications/acme-2/index.md"


def test_no_new_link_is_called_like_a_dossier(tmp_path: Path) -> None:
    root = home(tmp_path)
    (root / OTHER).parent.mkdir()
    (root / OTHER).write_text(APPLICATION.replace("company: Acme", "company: Globex"))
    assert [made(root, "acme").uid for _ in range(2)] == ["acme-1", "acme-3"]
    assert made(root, "acme-2").uid == "acme-2-1"


def test_a_link_called_like_a_dossier_is_meant_by_nobody_unasked(tmp_path: Path) -> None:
    root = home(tmp_path)
    made(root, "acme")
    second = made(root, "acme", "--to", "Eve")
    assert second.uid == "acme-2"
    (root / OTHER).parent.mkdir()
    (root / OTHER).write_text(APPLICATION.replace("company: Acme", "company: Globex"))
    before, wrong = Keystore.load(root), []
    for command in ("show", "rotate", "revoke", "preview"):
        done = share(root, command, "acme-2")
        is_told = "for Eve: Acme (acme), all roles" in done.stderr and "acme/acme-2" in done.stderr
        if (done.exit_code, done.stdout, is_told) != (2, "", True):
            wrong.append(f"{command}: {done.output}")
    assert not wrong, "\n".join(wrong)
    assert Keystore.load(root) == before
    shown = share(root, "show", "acme/acme-2")
    assert shown.stdout == spell_link(BASE, second.id, second.key) + "\n"
    assert shown.stderr.startswith("acme-2, for Eve: Acme (acme), all roles\n")
    assert (
        "This is the link acme-2, for Eve: Acme"
        in share(root, "preview", "acme/acme-2", "--no-open").stderr
    )
    assert (
        "This is what a link to acme-2 shows."
        in share(root, "preview", "acme-2/", "--no-open").stderr
    )
    assert "is no link of `acme-2`" in share(root, "revoke", "acme-2/acme-1").stderr
    assert share(root, "revoke", "acme/acme-2").stdout.startswith(
        "acme-2 is withdrawn, for Eve: Acme (acme), all roles."
    )
    with changing(root) as shares:
        assert [kept.revoked is None for kept in shares.values()] == [True, False]
