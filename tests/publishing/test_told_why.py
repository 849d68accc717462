"""Whoever publishes is told that a record is private, and a public build's log is not."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from tests.builders import MINIMAL
from tests.cli.test_publish import home, refused
from tests.sites import invoke

RECORDS, PROJECT = "content/evidence/qortex.yml", "content/projects/qortex.md"
CITING = "content/projects/qortex.md:10:14"
NAMING = "content/index.md:5:25"


@pytest.mark.parametrize(
    ("file", "place", "thing"), [(RECORDS, CITING, "record"), (PROJECT, NAMING, "project")]
)
def test_the_author_is_told_what_is_private_and_the_log_is_not(
    tmp_path: Path, file: str, place: str, thing: str
) -> None:
    closed = MINIMAL[file].replace("audience: public\n", "")
    root = home(tmp_path, MINIMAL | {file: closed}, site_url="https://example.org/")
    rehearsed = CliRunner().invoke(main, ["check", "--publish", "-f", str(root / "mkdocs.yml")])
    for told in (refused(root), rehearsed.output):
        assert f"{place}: error: a public text cites the {thing} `qortex" in told
        assert f"open the {thing} with `audience: public`" in told
        assert "there is no" not in told
    log = invoke(root).output
    assert "there is no" in log
    assert "may not see" not in log


def test_what_is_not_there_is_told_as_before(tmp_path: Path) -> None:
    gone = MINIMAL[RECORDS].replace("id: gain", "id: gone")
    root = home(tmp_path, MINIMAL | {RECORDS: gone})
    assert f"{CITING}: error: there is no evidence `qortex/gain`" in refused(root)


def test_what_a_recipient_would_miss_is_told_before_the_link(tmp_path: Path) -> None:
    closed = MINIMAL[RECORDS].replace("audience: public\n", "")
    root = home(tmp_path, MINIMAL | {RECORDS: closed}, site_url="https://example.org/")
    done = CliRunner().invoke(main, ["share", "new", "acme", "-f", str(root / "mkdocs.yml")])
    assert done.exit_code == 1
    assert "a shared text cites the record `qortex/gain`" in done.output
    assert "there is no" not in done.output
