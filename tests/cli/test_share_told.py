"""A link, its code, and what is said beside it."""

import io
import os
import shlex
import sys
from datetime import date
from pathlib import Path

import pytest

from dossier.cli.share_told import HERE_ALONE, TOLD, tell_change, tell_link
from dossier.plain.errors import ConfigError
from dossier.sharing.keystore import Share
from tests.builders import MINIMAL
from tests.cli.terminal import with_answers
from tests.cli.test_share import home, share
from tests.sites import project


def test_code_is_drawn_when_asked_for(tmp_path: Path) -> None:
    root = home(tmp_path)
    made = share(root, "new", "acme", "--qr")
    assert "\u2588" in made.stdout
    assert made.stderr.endswith(f"{TOLD}\n")
    assert "\u2588" not in share(root, "show", "acme-1").stdout


def test_link_to_this_machine_says_so_and_is_no_code_for_another(tmp_path: Path) -> None:
    for address in ("http://localhost:8000/", "http://127.0.0.1/a/", "https://localhost/"):
        config = {"site_url": address}
        root = project(tmp_path / str(len(address)), MINIMAL, config=config)
        for command in (("new", "acme", "--qr"), ("show", "acme-1", "--qr")):
            done = share(root, *command)
            assert done.stdout.startswith(address), command
            assert "\u2588" not in done.stdout, (address, command)
            assert HERE_ALONE.partition(".")[0] in done.stderr, (address, command)


SHARE = Share("acme-1", "acme", None, "Eve", "a" * 26, b"K" * 32, 1, date(2026, 3, 1))
BASE = "https://ada.example/"


def test_a_link_that_is_printed_to_nowhere_or_cannot_be_is_named_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Path(os.devnull).open("w") as nowhere:
        monkeypatch.setattr(sys, "stdout", nowhere)
        tell_link(BASE, SHARE, is_drawn=False)
    told = "It was printed to nowhere: `dossier share show acme-1` prints the link.\n"
    assert told in capsys.readouterr().err

    class Full(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys, "stdout", Full())
    with pytest.raises(ConfigError, match="cannot be printed: No space left") as refused:
        tell_link(BASE, SHARE, is_drawn=False)
    assert refused.value.hint == "`dossier share show acme-1` prints the link"


@pytest.mark.parametrize(("columns", "is_drawn"), [(20, False), (200, True)])
def test_a_code_is_drawn_as_wide_as_it_is_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    columns: int,
    *,
    is_drawn: bool,
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    shown = Terminal()
    monkeypatch.setattr(sys, "stdout", shown)
    monkeypatch.setenv("COLUMNS", str(columns))
    tell_link(BASE, SHARE, is_drawn=None)
    said = f" columns wide, this terminal {columns}: none is drawn.\n"
    assert ("\u2588" in shown.getvalue(), said in capsys.readouterr().err) == (
        is_drawn,
        not is_drawn,
    )


def test_what_changes_an_answer_is_a_command_that_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path, {"content/profile.yml": "name: Ada\n"})
    (root / "a.md").write_text("# Weaver\n\n## Requirements\n\n- Looms\n")
    answers = ("1: I mend looms", "", "", "I mend.", "Cloth.")
    begun = with_answers(root, ["fit", str(root / "a.md"), "--new", "Acme & Co"], answers)
    assert begun[0] == 0, begun[1]
    tell_change(root / "content", "Acme & Co", "acme-co")
    told = capsys.readouterr().err
    command = told.split("`dossier ")[1].split("`")[0]
    assert shlex.split(command)[-3:] == ["Acme & Co", "--id", "acme-co"]
    monkeypatch.chdir(root)
    code, shown = with_answers(root, shlex.split(command), ("1m", "", "In part."))
    assert (code, "you go on from them" in shown) == (0, True), shown
