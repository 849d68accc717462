"""`dossier share`: links are made, shown and withdrawn, and none is lost in silence."""

import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.cli.share_project import ShareProject
from dossier.model.verdict import (
    CheckOutcome,
    CheckResult,
    SourcePart,
    Verdict,
    fingerprint,
    spell_verdicts,
)
from dossier.plain import dates
from dossier.sharing.keys_json import FILE
from dossier.sharing.keystore import Keystore, Share
from dossier.sharing.link import spell_link
from dossier.sharing.pages import seal_share
from dossier.sharing.passphrase import Stretched
from dossier.sharing.seal import open_sealed
from tests.builders import APPLICATION, MINIMAL, write_site
from tests.sites import DAY, project
from tests.views import shared_view

BASE = "https://ada.example.org/jobs/"
ACME = "content/applications/acme/index.md"
TOLD = (
    "Whoever has the link can read it, and it may be forwarded. A withdrawn link cannot take back "
    "what\nwas seen, and an expiry only takes effect with the next publish.\n"
)


@pytest.fixture(autouse=True)
def _first_of_march(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)


SEEN = "What its reader sees: `dossier share preview acme-1`\n"


def home(root: Path, acme: str = APPLICATION) -> Path:
    return project(root, {**MINIMAL, ACME: acme}, config={"site_url": BASE})


def share(root: Path, name: str, *options: str) -> Result:
    command = ["share", name, "-f", str(root / "mkdocs.yml"), *options]
    return CliRunner().invoke(main, command)


def made(root: Path, *options: str) -> Share:
    """Make a share, and return what is kept of it."""
    before = Keystore.load(root).shares
    done = share(root, "new", *options)
    assert done.exit_code == 0, done.output
    return next(kept for uid, kept in Keystore.load(root).shares.items() if uid not in before)


def test_link_is_made_and_told(tmp_path: Path) -> None:
    root = home(tmp_path)
    options = ("acme", "--role", "ml", "--to", "Eve", "--expires", "2026-04-01")
    done = share(root, "new", *options)
    kept = Keystore.load(root).share("acme-1")
    assert (kept.application, kept.role, kept.label, kept.gen) == ("acme", "ml", "Eve", 1)
    assert (kept.created, kept.expires) == (date(2026, 3, 1), date(2026, 4, 1))
    assert (done.exit_code, done.stdout) == (0, spell_link(BASE, kept.id, kept.key) + "\n")
    assert done.stderr == f"acme-1, readable after the next `dossier publish`:\n{SEEN}{TOLD}"


def test_link_opens_what_is_published(tmp_path: Path) -> None:
    root = home(tmp_path)
    kept = made(root, "acme")
    settings = write_site(tmp_path / "view", MINIMAL)
    sealed = seal_share(shared_view(settings), kept)
    opened = open_sealed(sealed.header, sealed.ciphertext, key=kept.key, share_id=kept.id)
    assert opened["title"] == "Ada Example for Acme"


def test_every_link_is_another(tmp_path: Path) -> None:
    root = home(tmp_path)
    first, second = made(root, "acme"), made(root, "acme")
    assert (first.uid, second.uid) == ("acme-1", "acme-2")
    assert first.id != second.id
    assert first.key != second.key


def test_passphrase_is_told_once_and_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "abacus abdomen abide ability able"
    kept = Stretched(b"S" * 16, b"O" * 32)
    monkeypatch.setattr("dossier.cli.share.new_passphrase", lambda: (words, kept))
    root = home(tmp_path)
    done = share(root, "new", "acme", "--passphrase")
    assert done.stderr.endswith(
        f"{TOLD}Passphrase: {words}\nSend it by another way. It is kept nowhere.\n"
    )
    assert Keystore.load(root).share("acme-1").stretched == kept
    assert "abacus" not in (root / FILE).read_text()
    assert "needs its passphrase too" in share(root, "show", "acme-1").stderr


def test_role_of_which_little_is_covered_is_told_before(tmp_path: Path) -> None:
    rows = "strength: direct\n  - {id: b, requirement: B, strength: none}"
    more = "\n  - {id: c, requirement: C, strength: none}"
    half = home(tmp_path / "half", APPLICATION.replace("strength: direct", rows))
    assert "warning" not in share(half, "new", "acme").stderr
    third = home(tmp_path / "third", APPLICATION.replace("strength: direct", rows + more))
    done = share(third, "new", "acme")
    assert done.stderr.startswith(
        "warning: 33 % of what Senior ML Engineer asks for is covered, under half\nacme-1, "
    )


def test_rows_that_count_for_nothing_are_named_with_the_cure(tmp_path: Path) -> None:
    said = MINIMAL["content/evidence/qortex.yml"].replace("check: rerun", "check: statement")
    files = {**MINIMAL, "content/evidence/qortex.yml": said}
    root = project(tmp_path, files, config={"site_url": BASE})
    told = share(root, "new", "acme").stderr
    assert "0 % of what Senior ML Engineer asks for is covered, under half\n" in told
    assert "  on your word alone: ranking; `dossier fit` again asks what shows it\n" in told
    assert "counts for nothing" not in told, "one cure, one line"

    bare = MINIMAL["content/evidence/qortex.yml"].replace("    source:", "    # source:")
    files |= {"content/evidence/qortex.yml": bare}
    root = project(tmp_path / "bare", files, config={"site_url": BASE})
    told = share(root, "new", "acme").stderr
    assert "` counts for nothing: qortex/gain names no source\n  hint: name their" in told


def test_rows_on_ones_word_alone_are_named_where_little_is_covered(tmp_path: Path) -> None:
    rows = "strength: none\n  - {id: b, requirement: B, strength: strong, claim: Wove silk}"
    root = home(tmp_path, APPLICATION.replace("strength: direct", rows))
    told = share(root, "new", "acme").stderr
    assert "\n  on your word alone: b; `dossier fit` again asks what shows it\n" in told


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (("acne",), 2, "no application `acne` that can be shared\n  hint: did you mean `acme`?"),
        (("acme", "--role", "rust"), 2, "`acme` has no role `rust`"),
        (("acme", "--expires", "2026-02-28"), 2, "2026-02-28 has passed"),
        (("acme", "--expires", "soon"), 2, "is not a day"),
        ((), 2, "Missing argument"),
    ],
)
def test_wrong_use_makes_nothing(
    tmp_path: Path, options: tuple[str, ...], code: int, message: str
) -> None:
    root = home(tmp_path)
    done = share(root, "new", *options)
    assert (done.exit_code, done.stdout) == (code, "")
    assert message in done.stderr
    assert not (root / FILE).exists()


def test_link_without_a_site_is_not_made(tmp_path: Path) -> None:
    done = share(project(tmp_path), "new", "acme")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "site_url" in done.stderr


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("qortex/gain", "qortex/gone", "evidence-unknown"),
        ("company: Acme", "company: [", "yaml"),
        ("## Pitch\n", "## Pitch\n\nConfidential: no calls.\n", "section-option"),
        ("    strength: direct", "    strength: direct\n    nots: A caveat", "field-unknown"),
    ],
)
def test_broken_dossier_is_not_shared(tmp_path: Path, old: str, new: str, message: str) -> None:
    root = home(tmp_path, APPLICATION.replace(old, new))
    done = share(root, "new", "acme")
    assert (done.exit_code, done.stdout) == (1, "")
    assert message in done.stderr
    assert not (root / FILE).exists()


def test_what_may_be_wrong_in_what_is_sent_is_told_with_the_link(tmp_path: Path) -> None:
    root = home(tmp_path, APPLICATION.replace("## Pitch\n", "## Pitch\n\n**Notes:** low.\n"))
    done = share(root, "new", "acme")
    assert done.exit_code == 0, done.output
    assert "the heading `Notes` closes nothing" in done.stderr


def lost(root: Path, *, reason: str = "") -> None:
    """Let the source of the record that the dossier cites be found broken."""
    file = root / "content/evidence/qortex.yml"
    text = file.read_text()
    if reason:
        allow = f"    # dossier: allow source-broken: {reason}\n"
        text = text.replace("    source:", f"{allow}    source:")
        file.write_text(text)
    record = ShareProject.at(root / "mkdocs.yml").view.library.records["qortex/gain"].record
    gone = CheckResult(CheckOutcome.BROKEN, "2026-02-28", said="404 Not Found")
    verdicts = {"qortex/gain": Verdict(fingerprint(record), {SourcePart.URL: gone})}
    (root / "content/verified.json").write_text(spell_verdicts(verdicts))


def test_dossier_whose_source_is_broken_is_not_shared_without_a_reason(tmp_path: Path) -> None:
    root = home(tmp_path / "a")
    lost(root)
    done = share(root, "new", "acme")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "the source of `qortex/gain` is broken: 404 Not Found [source-broken]" in done.stderr
    assert not (root / FILE).exists()
    assert share(root, "preview", "acme", "--no-open").exit_code == 0
    allowed = home(tmp_path / "b")
    lost(allowed, reason="it moves next week")
    assert share(allowed, "new", "acme").exit_code == 0


def test_broken_source_of_what_a_share_does_not_show_is_no_matter(tmp_path: Path) -> None:
    plain = "---\ncompany: Acme\nroles: [{id: ml, title: Engineer}]\n---\n\n## Pitch\n\nI rank.\n"
    root = home(tmp_path, plain)
    lost(root)
    assert share(root, "new", "acme").exit_code == 0


@pytest.mark.parametrize("fate", ["deleted", "renamed", "broken"])
def test_dossier_of_a_live_link_that_is_gone_stops_everything_but_withdrawing(
    tmp_path: Path, fate: str
) -> None:
    beta = {"content/applications/beta/index.md": APPLICATION.replace("Acme", "Beta")}
    root = project(tmp_path, {**MINIMAL, **beta}, config={"site_url": BASE})
    kept, _ = made(root, "beta"), made(root, "acme")
    folder = root / "content/applications/beta"
    if fate == "deleted":
        shutil.rmtree(folder)
    elif fate == "renamed":
        folder.rename(folder.with_name("gamma"))
    else:
        (folder / "index.md").write_text("---\ncompany: [\n---\n")
    before = (root / FILE).read_bytes()
    stopped = [("new", "acme"), ("rotate", "acme-1"), ("show", "beta-1"), ("preview", "beta-1")]
    if fate == "renamed":
        stopped.append(("new", "gamma"))
    for command in stopped:
        done = share(root, *command)
        assert (done.exit_code, done.stdout) == (1, ""), command
        assert "share-broken" in done.stderr
    listed = share(root, "list")
    assert listed.exit_code == 1
    assert re.search(r"^beta-1 .* broken$", listed.stdout, re.MULTILINE)
    assert re.search(r"^acme-1 .* active$", listed.stdout, re.MULTILINE)
    assert (root / FILE).read_bytes() == before
    assert share(root, "show", "acme-1").exit_code == 0
    assert share(root, "revoke", "beta-1").exit_code == 0
    assert share(root, "list").exit_code == 0
    assert Keystore.load(root).share("beta-1").key == kept.key


def test_link_is_shown_again(tmp_path: Path) -> None:
    root = home(tmp_path)
    told = share(root, "new", "acme").stdout
    done = share(root, "show", "acme-1")
    assert (done.exit_code, done.stdout) == (0, told)
    assert done.stderr == f"acme-1, for nobody by name: Acme (acme), all roles\n{SEEN}{TOLD}"
    wrong = share(root, "show", "acme-2")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "did you mean `acme-1`?" in wrong.stderr


def test_link_of_one_company_never_opens_the_dossier_of_another(tmp_path: Path) -> None:
    root = home(tmp_path)
    first = made(root, "acme", "--to", "Eve")
    assert first.company == "Acme"
    (root / ACME).write_text(APPLICATION.replace("company: Acme", "company: Globex"))
    listed = share(root, "list")
    assert listed.exit_code == 1
    assert "was made for Acme, and its application is now for Globex" in listed.stderr
    assert share(root, "rotate", "acme-1").exit_code == 0
    assert Keystore.load(root).share("acme-1").company == "Globex"
    assert share(root, "list").exit_code == 0


def test_withdrawn_link_is_never_shown_or_renewed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = home(tmp_path)
    _, second = made(root, "acme"), made(root, "acme")
    done = share(root, "revoke", "acme-1")
    assert done.stdout == (
        "acme-1 is withdrawn, for nobody by name: Acme (acme), all roles. "
        "Its page goes with the next `dossier publish`.\n"
    )
    assert done.stderr == "What was seen or saved cannot be taken back.\n"
    for command in ("show", "rotate"):
        refused = share(root, command, "acme-1")
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert "`acme-1` was withdrawn" in refused.stderr
    store = Keystore.load(root)
    assert store.share("acme-1").revoked == date(2026, 3, 1)
    assert store.active(date(2026, 3, 1)) == (second,)
    # The day stays when it is withdrawn again.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(DAY) + 864_000))
    share(root, "revoke", "acme-1")
    assert Keystore.load(root) == store
    assert share(root, "revoke", "acme-9").exit_code == 2


def test_expired_link_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = home(tmp_path)
    made(root, "acme", "--expires", "2026-03-01")
    assert share(root, "show", "acme-1").exit_code == 0
    monkeypatch.setattr(dates, "current_day", lambda: date(2026, 3, 3))
    done = share(root, "show", "acme-1")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "expired on 2026-03-01" in done.stderr


def test_shares_are_listed(tmp_path: Path) -> None:
    root = home(tmp_path)
    assert share(root, "list").stdout.startswith("No shares yet.")
    made(root, "acme", "--to", "Eve")
    done = share(root, "list")
    assert done.stdout.splitlines()[1] == (
        "acme-1  Acme     all   Eve  2026-03-01  never    active"
    )
    content = json.loads(share(root, "list", "--json").stdout)
    assert [kept["uid"] for kept in content["shares"]] == ["acme-1"]


@pytest.mark.parametrize("name", ["acme-1", "acme"])
def test_preview_is_what_the_recipient_sees(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    root = home(tmp_path)
    made(root, "acme")
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    done = share(root, "preview", name)
    page = Path(done.stdout.strip())
    assert opened == [page.as_uri()]
    assert (page.stat().st_mode & 0o777, page.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    html = page.read_text()
    assert "a learned ranker" in html
    assert "They know" not in html
    again = share(root, "preview", name, "--no-open")
    assert Path(again.stdout.strip()).read_text() == html
    assert len(opened) == 1
    assert share(root, "preview", "gone").exit_code == 2


def test_preview_without_a_screen_only_says_where_the_page_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    done = share(home(tmp_path), "preview", "acme")
    assert Path(done.stdout.strip()).is_file()
    assert opened == []


def test_backup_is_a_copy_for_its_owner(tmp_path: Path) -> None:
    root, copy = home(tmp_path / "home"), tmp_path / "copy.json"
    assert share(root, "backup", str(copy)).exit_code == 2
    made(root, "acme")
    done = share(root, "backup", str(copy))
    assert (
        done.stdout == f"{copy} holds the keys of all shares (1). Keep it as you keep passwords.\n"
    )
    assert copy.read_bytes() == (root / FILE).read_bytes()
    assert copy.stat().st_mode & 0o777 == 0o600


def test_backup_says_whose_keys_are_not_in_it(tmp_path: Path) -> None:
    root, copy = home(tmp_path / "home"), tmp_path / "copy.json"
    made(root, "acme")
    older = (root / FILE).read_bytes()
    made(root, "acme", "--to", "Zoe")
    (root / FILE).write_bytes(older)
    done = share(root, "backup", str(copy))
    assert (done.exit_code, "(1) but of acme-2, whose keys are gone." in done.stdout) == (0, True)


def test_backup_is_refused_where_it_could_get_out_or_replace_something(tmp_path: Path) -> None:
    root = home(tmp_path)
    made(root, "acme")
    (root / ".gitignore").write_text("/.*/\n/safe/\n/site/\n")
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    for name in ("site", "safe", ".cache", ".seen/private"):
        (root / name).mkdir(parents=True, exist_ok=True)
    (root / ".seen/.private").touch()
    for name, message in {
        "site/copy.json": "which is made to be published",
        "content/copy.json": "which is made to be published",
        "copy.json": "git does not ignore",
        "mkdocs.yml": "git does not ignore",
        ".dossier/keys.json": "File exists",
        ".cache/copy.json": "which a command clears",
        ".seen/private/copy.json": "which a command clears",
    }.items():
        done = share(root, "backup", str(root / name))
        assert (done.exit_code, done.stdout) == (2, ""), name
        assert message in done.stderr
    assert share(root, "backup", str(root / "safe/copy.json")).exit_code == 0
    assert Keystore.load(root).share("acme-1").gen == 1


def test_keystore_that_others_can_read_stops_every_command(tmp_path: Path) -> None:
    root = home(tmp_path)
    made(root, "acme")
    (root / FILE).chmod(0o644)
    copy = str(tmp_path / "copy")
    commands = (
        *(("new", "acme"), ("list",), ("show", "acme-1"), ("rotate", "acme-1")),
        *(("revoke", "acme-1"), ("preview", "acme-1", "--no-open"), ("backup", copy)),
    )
    for command in commands:
        done = share(root, *command)
        assert (done.exit_code, done.stdout) == (2, ""), command
        assert "others on this machine can read" in done.stderr
