"""The one thing to do now: each step from a résumé to a link, in this order."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from dossier.build import Project
from dossier.cli.next_step import next_step, next_with_link
from dossier.publishing.published_shares import Place, record_published
from dossier.settings import Settings
from dossier.sharing.keystore import Share, add, changing
from tests.sites import write

PROFILE = "name: Ada\nwork: [{employer: A, highlights: [Ran 40 clinics]}]\n"
RECORD = "evidence:\n  - {id: x, claim: Ran 40 clinics, kind: code, check: statement, status: %s}\n"
DOSSIER = "---\ncompany: Acme\nroles: [{id: a, title: A}]\nproof_points: []\n---\n"
SHARE = Share("", "acme", None, "Eve", "a" * 26, b"k" * 32, 1, date(2026, 1, 1))


def step(root: Path, files: dict[str, str]) -> str:
    write(root, {f"content/{name}": text for name, text in files.items()})
    return next_step(Project.read(Settings(root, root / "content")))


def test_each_step_names_its_command(tmp_path: Path) -> None:
    assert "`dossier import RESUME`" in step(tmp_path, {"index.md": "---\ntitle: A\n---\n"})
    said = step(tmp_path, {"profile.yml": PROFILE, "evidence/e.yml": RECORD % "unconfirmed"})
    assert said == "`dossier confirm` asks of 1 record whether it is right"
    said = step(tmp_path, {"evidence/e.yml": RECORD % "shipped"})
    assert said.startswith('`dossier fit POSTING --new "Company"`')
    said = step(tmp_path, {"applications/acme/index.md": DOSSIER.replace("roles", "rolls")})
    assert "`dossier check` lists 1 error, the first at content/applications/acme/index.md:" in said
    said = step(tmp_path, {"applications/acme/index.md": DOSSIER})
    assert said.startswith("`dossier share new acme --to")
    with changing(tmp_path, ()) as shares:
        add(shares, SHARE)
    assert step(tmp_path, {}).startswith("`dossier publish --to ../public`")
    record_published(tmp_path, Place("there"), {"acme-1": SHARE.id})
    assert step(tmp_path, {}).startswith("nothing is due")


def test_a_link_that_was_only_tried_here_is_still_to_be_sent(tmp_path: Path) -> None:
    step(tmp_path, {"profile.yml": PROFILE, "evidence/e.yml": RECORD % "shipped"})
    step(tmp_path, {"applications/acme/index.md": DOSSIER})
    with changing(tmp_path, ()) as shares:
        add(shares, SHARE)
    record_published(tmp_path, Place("here", "http://localhost:8000/"), {"acme-1": SHARE.id})
    assert step(tmp_path, {}).startswith("`dossier publish --to ../public` asks your web address")
    record_published(tmp_path, Place("there", "https://ada.github.io/"), {"acme-1": SHARE.id})
    assert step(tmp_path, {}).startswith("nothing is due")


def test_a_dossier_that_was_just_begun_has_its_link_named_with_its_own_id(tmp_path: Path) -> None:
    def told(files: dict[str, str]) -> str:
        write(tmp_path, {f"content/{name}": text for name, text in files.items()})
        return next_with_link(
            Project.read(Settings(tmp_path, tmp_path / "content")), "mill-and-son"
        )

    assert told({"profile.yml": PROFILE, "applications/acme/index.md": DOSSIER}).startswith(
        "`dossier share new acme"
    ), "it is not there"
    there = {"applications/mill-and-son/index.md": DOSSIER}
    assert told(there) == '`dossier share new mill-and-son --to "Name"`', "not the first one"
    broken = told({"evidence/e.yml": RECORD % "shiped"})
    assert broken.startswith("`dossier check` lists 1 error, the first at content/evidence/e.yml:")
    assert broken.endswith('; then `dossier share new mill-and-son --to "Name"`')
    with changing(tmp_path, ()) as shares:
        add(shares, replace(SHARE, application="mill-and-son"))
    assert "mill-and-son" not in told({})
