"""`dossier review`: what it shows, what it asks, and the one file that it writes."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from tests.builders import EVIDENCE, MINIMAL
from tests.sites import files_of, project

RECORDS = "content/evidence/qortex.yml"
SECOND = EVIDENCE + EVIDENCE.partition("evidence:\n")[2].replace("id: gain", "id: loss")
DOSSIER = "content/applications/acme/index.md"
BOTH = MINIMAL | {
    RECORDS: SECOND,
    DOSSIER: MINIMAL[DOSSIER].replace("[qortex/gain]\n", "[qortex/gain, qortex/loss]\n"),
}


def review(root: Path, *options: str, answers: str = "") -> Result:
    arguments = ["review", "-f", str(root / "mkdocs.yml"), *options]
    return CliRunner().invoke(main, arguments, input=answers, env={"COLUMNS": "80"})


def check(root: Path) -> Result:
    return CliRunner().invoke(main, ["check", "-f", str(root / "mkdocs.yml")])


def lock(root: Path) -> str:
    return (root / "content/evidence.lock").read_text(encoding="utf-8")


def reviewed(root: Path, files: Mapping[str, str] = MINIMAL) -> Path:
    """Return a project all of whose cited records are stamped."""
    project(root, files)
    assert review(root, "--yes").exit_code == 0
    return root


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a command believe that somebody answers."""
    monkeypatch.setattr("dossier.cli.review.is_interactive", lambda: True)


def test_nobody_to_ask_writes_nothing_and_fails(tmp_path: Path) -> None:
    root = project(tmp_path)
    before = files_of(root / "content")
    done = review(root)
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout == (
        "qortex/gain (content/evidence/qortex.yml:4:5), new\n"
        "  Learned weights retrieve better than cosine similarity\n\n"
        "Nothing was stamped: nobody could be asked; --yes stamps without asking.\n"
    )
    assert files_of(root / "content") == before


def test_yes_stamps_all_and_touches_no_other_file(tmp_path: Path) -> None:
    root = project(tmp_path)
    before = files_of(root / "content")
    done = review(root, "--yes")
    assert done.exit_code == 0
    assert done.stdout.endswith("\n1 stamped: content/evidence.lock\n")
    after = files_of(root / "content")
    assert after.keys() - before.keys() == {"evidence.lock"}
    assert {name: after[name] for name in before} == before
    assert check(root).stdout == "0 errors, 0 warnings\n"
    assert review(root).stdout == "Nothing to review: no cited record has changed.\n"


@pytest.mark.usefixtures("asked")
def test_first_lock_is_begun_after_one_question(tmp_path: Path) -> None:
    root = project(tmp_path, BOTH)
    no = review(root, answers="n\n")
    assert no.exit_code == 1
    assert "There is no evidence.lock yet. Stamp these 2 as reviewed? [y/N]: n" in no.stdout
    assert not (root / "content/evidence.lock").exists()
    assert review(root, answers="y\n").exit_code == 0
    assert lock(root).count("sha256: ") == 2


@pytest.mark.usefixtures("asked")
def test_each_record_is_shown_old_and_new_and_asked_for(tmp_path: Path) -> None:
    root = reviewed(tmp_path, BOTH)
    text = SECOND.replace("value: 22", "value: 23")
    (root / RECORDS).write_text(text, encoding="utf-8")
    done = review(root, answers="y\nn\n")
    assert done.exit_code == 1
    assert done.stdout == (
        "qortex/gain (content/evidence/qortex.yml:4:5), changed\n"
        "                           reviewed                   now\n"
        "  metrics.precision.value  22                         23\n\n"
        "Stamp qortex/gain as reviewed? [y/N]: y\n"
        "qortex/loss (content/evidence/qortex.yml:14:5), changed\n"
        "                           reviewed                   now\n"
        "  metrics.precision.value  22                         23\n\n"
        "Stamp qortex/loss as reviewed? [y/N]: n\n"
        "1 stamped: content/evidence.lock\n"
    )
    assert lock(root).count('metrics.precision.value: "23"') == 1
    assert "`qortex/loss`" in check(root).stdout
    assert "`qortex/gain`" not in check(root).stdout


@pytest.mark.usefixtures("asked")
def test_all_asks_once(tmp_path: Path) -> None:
    root = reviewed(tmp_path, BOTH)
    (root / RECORDS).write_text(SECOND.replace("value: 22", "value: 23"), encoding="utf-8")
    done = review(root, "--all", answers="y\n")
    assert done.exit_code == 0
    assert done.stdout.endswith(
        "Stamp these 2 as reviewed? [y/N]: y\n2 stamped: content/evidence.lock\n"
    )


def test_named_record_alone_is_stamped(tmp_path: Path) -> None:
    root = project(tmp_path, BOTH)
    assert review(root, "--yes", "qortex/loss").exit_code == 0
    assert "qortex/gain" not in lock(root)
    again = review(root, "qortex/loss")
    assert again.exit_code == 0
    assert again.stdout.startswith("qortex/loss has not changed since it was last reviewed.\n")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("qortex/gian", "there is no evidence `qortex/gian`\n  hint: did you mean `qortex/gain`?"),
        ("qortex/loss", "nothing cites `qortex/loss`\n  hint: only what is cited is reviewed"),
    ],
)
def test_record_that_is_not_there_or_not_cited_is_wrong_use(
    tmp_path: Path, name: str, told: str
) -> None:
    done = review(project(tmp_path, MINIMAL | {RECORDS: SECOND}), "--yes", name)
    assert (done.exit_code, done.stderr) == (2, f"dossier: {told}\n")


def test_what_nothing_cites_any_longer_is_forgotten_with_the_next_stamp(tmp_path: Path) -> None:
    root = reviewed(tmp_path, BOTH)
    (root / DOSSIER).write_text(MINIMAL[DOSSIER], encoding="utf-8")
    assert review(root, "--list").stdout.splitlines()[-1].split() == [
        *("cited", "nowhere", "qortex/loss"),
    ]
    (root / RECORDS).write_text(SECOND.replace("value: 22", "value: 23"), encoding="utf-8")
    done = review(root, "--yes")
    assert done.stdout.endswith(
        "1 stamped, 1 forgotten that nothing cites: content/evidence.lock\n"
    )
    assert "qortex/loss" not in lock(root)


def test_nothing_is_forgotten_while_something_cannot_be_read(tmp_path: Path) -> None:
    root = reviewed(tmp_path, BOTH)
    (root / DOSSIER).write_text("---\ncompany: [\n", encoding="utf-8")
    (root / RECORDS).write_text(SECOND.replace("value: 22", "value: 23"), encoding="utf-8")
    assert review(root, "--yes").exit_code == 0
    assert "qortex/loss" in lock(root)


def test_list_says_how_each_cited_record_stands_on_a_day(tmp_path: Path) -> None:
    root = reviewed(tmp_path, BOTH)
    text = SECOND.replace("value: 22", "value: 23", 1) + "    valid_until: 2026-06-30\n"
    (root / RECORDS).write_text(text, encoding="utf-8")
    lines = {
        day: review(root, "--list", "--as-of", day).stdout for day in ("2026-06-30", "2026-07-01")
    }
    assert lines == {
        "2026-06-30": "changed            qortex/gain\nreviewed           qortex/loss\n",
        "2026-07-01": "changed            qortex/gain\nreviewed, expired  qortex/loss\n",
    }


@pytest.mark.parametrize("text", ["version: 7\n", "records: [\n", "<<<<<<< HEAD\n"])
def test_broken_lock_is_told_and_kept(tmp_path: Path, text: str) -> None:
    root = project(tmp_path, MINIMAL | {"content/evidence.lock": text})
    done = review(root, "--yes")
    assert done.exit_code == 1
    assert done.stderr.startswith(
        "dossier: the evidence lock cannot be read\ncontent/evidence.lock:1:"
    )
    assert lock(root) == text


def test_stamp_altered_by_hand_is_stamped_anew(tmp_path: Path) -> None:
    root = reviewed(tmp_path)
    whole = lock(root)
    (root / "content/evidence.lock").write_text(
        whole.replace('sha256: "', 'sha256: "0'), encoding="utf-8"
    )
    assert "[lock-form]" in check(root).stdout
    assert "Its stamp is broken; what it says is as it was." in review(root, "--yes").stdout
    assert lock(root) == whole


def test_lock_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    other = tmp_path / "other"
    other.write_text("x", encoding="utf-8")
    (root / "content/evidence.lock").symlink_to(other)
    assert review(root, "--yes").exit_code == 2
    assert other.read_text(encoding="utf-8") == "x"
