"""What somebody types for a dossier, in all commands that take one."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.cli.dossier_named import dossier_named
from dossier.cli.mcp import Seat
from dossier.plain.errors import ConfigError
from dossier.sharing.keystore import Keystore
from tests.builders import APPLICATION, MINIMAL
from tests.cli.terminal import with_answers
from tests.cli.test_share import home, share
from tests.sites import project

LONG = "royal-severn-academy"
PATH = f"content/applications/{LONG}/index.md"
POSTED = APPLICATION.replace("title: Senior ML Engineer\n", "title: X\n    posting: {file: p.md}\n")


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "-f", str(root / "mkdocs.yml")])


def test_a_dossier_is_named_by_the_words_that_it_alone_begins_with(tmp_path: Path) -> None:
    for name in ("acme", "acme-2", LONG, "royal-opera"):
        (tmp_path / "applications" / name).mkdir(parents=True)
    for typed, meant in (
        *(("acme", "acme"), ("Acme", "acme"), ("royal-severn", LONG), (LONG, LONG)),
        *(("royal-s", "royal-s"), ("roya", "roya"), ("", ""), ("acme-2", "acme-2")),
    ):
        assert dossier_named(typed, tmp_path) == meant
    with pytest.raises(ConfigError, match="`royal` begins the names of 2 dossiers") as error:
        dossier_named("royal", tmp_path)
    assert error.value.hint == f"name one: `royal-opera`, `{LONG}`"


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("log", "royal", "applied"), f"{PATH}: "),
        (("posting", "royal"), f"applications/{LONG}/p.md: accepted"),
        (("context", "royal", "--for", "letter"), f"# {LONG}, for a letter"),
        (("export", "form", "royal"), "Ada"),
    ],
    ids=lambda each: each[0] if isinstance(each, tuple) else "",
)
def test_every_command_takes_it(tmp_path: Path, command: tuple[str, ...], told: str) -> None:
    files = MINIMAL | {PATH: POSTED, f"content/applications/{LONG}/p.md": "Rankers\n"}
    project(tmp_path, files)
    done = run(tmp_path, *command)
    assert (done.exit_code, told in done.output) == (0, True), done.output
    assert run(tmp_path, command[0], "royale", *command[2:]).exit_code == 2


def test_links_and_seats_take_it_and_keep_the_whole_name(tmp_path: Path) -> None:
    root = home(tmp_path)
    (root / PATH).parent.mkdir()
    (root / PATH).write_text(APPLICATION.replace("company: Acme", "company: Globex"))
    assert share(root, "new", "royal").exit_code == 0
    (kept,) = Keystore.load(root).shares.values()
    assert (kept.application, kept.uid) == (LONG, f"{LONG}-1")
    shown = share(root, "preview", "royal", "--no-open")
    assert f"This is what a link to {LONG} shows." in shown.stderr
    assert Seat.at(root / "mkdocs.yml", "royal").application == LONG


def test_its_rows_are_confirmed_by_it(tmp_path: Path) -> None:
    project(tmp_path, MINIMAL | {PATH: APPLICATION})
    whole, short = (with_answers(tmp_path, ["confirm", each], ()) for each in (LONG, "royal"))
    assert short == whole
    assert "there is no evidence" not in short[1]
