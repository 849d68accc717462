"""`dossier confirm`: only somebody at a terminal, asked before told, and nothing else."""

import os
import pty
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.cli import questions as module
from dossier.cli.confirm import confirm
from dossier.plain.yaml import construct
from tests.builders import MINIMAL
from tests.cli.terminal import with_answers
from tests.patience import PATIENCE
from tests.sites import project

FILE = "content/evidence/mine.yml"
TEXT = """\
evidence:
  - id: loads   # from memory
    claim: Loads take 11 min
    kind: production
    check: inspect
    status: unconfirmed
    metrics: [{id: time, name: load time, value: 11, unit: min}]
    source: {label: Log}
"""


def site(root: Path, text: str = TEXT) -> Path:
    project(root, {**MINIMAL, FILE: text})
    return root / FILE


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("11", "yes", "shipped"), (0, "shipped", 11)),
        (("11 min", "yes", "experimental"), (0, "experimental", 11)),
        (("12", "mine", "yes", "shipped"), (0, "shipped", 12)),
        (("12", "written", "yes", "shipped"), (0, "shipped", 11)),
        (("12", "cannot say"), (1, "unconfirmed", 11)),
        (("cannot say",), (1, "unconfirmed", 11)),
        (("fast", "?"), (1, "unconfirmed", 11)),
        (("no",), (1, "unconfirmed", 11)),
        (("11", "no"), (1, "unconfirmed", 11)),
    ],
    ids=str,
)
def test_what_is_answered_decides(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: tuple[str, ...],
    expected: tuple[int, str, int],
) -> None:
    path = site(tmp_path)
    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(module, "sys", SimpleNamespace(stdin=terminal, stdout=terminal))
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(confirm, ["mine/loads"], input="\n".join(typed) + "\n")
    found, shown = done.exit_code, done.output
    record = construct(path.read_text(), "")[0]["evidence"][0]
    assert (found, record["status"], record["metrics"][0]["value"]) == expected, shown
    assert "   # from memory\n" in path.read_text()
    asked, _, _ = shown.partition("What is it?")
    assert "load time, in min" in asked
    assert "11" not in asked.replace(FILE, "")


def test_nobody_can_be_asked_without_a_terminal(tmp_path: Path) -> None:
    path = site(tmp_path)
    command = ["confirm", "mine/loads", "-f", str(tmp_path / "mkdocs.yml")]
    done = CliRunner().invoke(main, command, input="11\nyes\nshipped\n")
    assert (done.exit_code, path.read_text()) == (2, TEXT)
    assert "nobody can be asked here" in done.stderr
    assert "11" not in done.output
    assert {option for each in confirm.params for option in each.opts} == {
        *("name", "-f", "--config-file")
    }


def test_what_is_confirmed_or_not_there_is_told(tmp_path: Path) -> None:
    site(tmp_path, TEXT.replace("unconfirmed", "shipped"))
    run = CliRunner()
    config = ["-f", str(tmp_path / "mkdocs.yml")]
    assert "nothing to confirm" in run.invoke(main, ["confirm", "mine/loads", *config]).stdout
    assert run.invoke(main, ["confirm", "mine/load", *config]).exit_code == 2


def test_what_recipients_see_or_what_it_lacks_is_told_with_it(tmp_path: Path) -> None:
    unseen = "Recipients do not see it before it says `audience: shared`."
    for number, (more, lacks) in enumerate((("", ""), ("    source: {label: Log}\n", "source"))):
        text = TEXT.replace(more, "") if more else TEXT
        text = text.replace("status:", "audience: shared\n    status:")
        root = tmp_path / str(number)
        site(root, text)
        code, shown = with_answers(root, ["confirm", "mine/loads"], ("11", "yes", "shipped"))
        assert (code, unseen in shown) == (0, False), shown
        assert ("It does not count yet: it" in shown) is bool(lacks), shown


def test_what_is_not_in_words_of_the_profile_is_named_and_not_asked(tmp_path: Path) -> None:
    path = site(tmp_path)
    code, shown = with_answers(tmp_path, ["confirm"], ())
    assert (code, path.read_text()) == (0, TEXT)
    assert shown.splitlines()[:2] == [
        "Not in words of your profile, so that each is asked for by its name:",
        "  dossier confirm mine/loads",
    ]


def test_status_that_is_written_as_hardly_anybody_does_is_left_to_its_author(
    tmp_path: Path,
) -> None:
    text = TEXT.replace("    status: unconfirmed\n", "    ? status\n    : unconfirmed\n")
    path = site(tmp_path, text)
    code, shown = with_answers(tmp_path, ["confirm", "mine/loads"], ("11", "yes", "shipped"))
    assert (code, path.read_text()) == (1, text)
    assert "it is written so that it cannot be changed for sure" in shown
    assert "hint: write `status: shipped` there yourself" in shown


def test_a_stamp_goes_with_it_where_there_is_a_lock(tmp_path: Path) -> None:
    path = site(tmp_path)
    lock = tmp_path / "content/evidence.lock"
    CliRunner().invoke(main, ["review", "--yes", "-f", str(tmp_path / "mkdocs.yml")])
    before = lock.read_text()
    with_answers(tmp_path, ["confirm", "mine/loads"], ("11", "yes", "shipped"))
    assert "mine/loads" in lock.read_text()
    assert "mine/loads" not in before
    assert "shipped" in path.read_text()


def test_where_all_is_confirmed_nothing_is_asked(tmp_path: Path) -> None:
    site(tmp_path, TEXT.replace("unconfirmed", "shipped"))
    code, shown = with_answers(tmp_path, ["confirm"], ())
    assert (code, shown.splitlines()[0]) == (0, "Every record is confirmed.")


def test_what_was_typed_ahead_answers_no_question(tmp_path: Path) -> None:
    path = site(tmp_path)
    mine, theirs = pty.openpty()
    command = [sys.executable, "-m", "dossier", "confirm", "mine/loads"]
    os.write(mine, b"11\nyes\nshipped\n")
    with subprocess.Popen(
        [*command, "-f", str(tmp_path / "mkdocs.yml")], stdin=theirs, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        shown = ""
        while not shown.endswith("What is it?: "):
            shown += os.read(mine, 65536).decode()
        os.write(mine, b"no\n")
        assert process.wait(timeout=PATIENCE) == 1
    os.close(mine)
    assert path.read_text() == TEXT
