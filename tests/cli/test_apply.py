"""`dossier apply`: shown, refused, written whole, finished."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from tests.assistants.patches import DOSSIER, FILES, patch, record, section
from tests.sites import project

NEW = "content/evidence/more.yml"


def apply(root: Path, text: str | None, *options: str) -> Result:
    arguments = ["apply", *(["-"] if text is not None else []), *options]
    command = [*arguments, "-f", str(root / "mkdocs.yml")]
    return CliRunner().invoke(main, command, input=text)


def test_it_is_shown_then_written(tmp_path: Path) -> None:
    project(tmp_path, FILES)
    text = patch(record(), section("Offer", "I build."))
    shown = apply(tmp_path, text, "--dry-run")
    assert (shown.exit_code, (tmp_path / NEW).exists()) == (0, False)
    assert f"+++ {NEW}\n" in shown.stdout
    assert "+I build.\n" in shown.stdout
    done = apply(tmp_path, text)
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, f"Written: {DOSSIER}, {NEW}")
    assert "I build." in (tmp_path / DOSSIER).read_text()
    assert "status: unconfirmed" in (tmp_path / NEW).read_text()
    assert "nothing, for all is there" in apply(tmp_path, text).stdout


def test_if_a_part_of_it_is_refused_nothing_is_written(tmp_path: Path) -> None:
    project(tmp_path, FILES)
    done = apply(tmp_path, patch(record(), section("pitch", "I cut costs by 40 %.")))
    assert (done.exit_code, (tmp_path / NEW).exists()) == (1, False)
    assert "refused: it adds content/applications/acme/index.md" in done.stderr
    assert done.stderr.endswith("Nothing is written.\n")
    assert apply(tmp_path, "{").exit_code == 1


def test_an_interrupted_run_is_told_and_finished(tmp_path: Path) -> None:
    project(tmp_path, FILES)
    assert "nothing to finish" in apply(tmp_path, None).stdout
    (tmp_path / ".dossier").mkdir(exist_ok=True)
    (tmp_path / "content/evidence/.new-x.yml-1").write_text("evidence: []\n")
    journal = '{"files": {"content/evidence/x.yml": {"fresh": ".new-x.yml-1", "sha256": ""}}}'
    (tmp_path / ".dossier/apply.json").write_text(journal)
    checked = CliRunner().invoke(main, ["check", "-f", str(tmp_path / "mkdocs.yml")])
    assert (checked.exit_code, "was interrupted" in checked.stderr) == (2, True)
    assert "is finished" in apply(tmp_path, None).stdout
    assert (tmp_path / "content/evidence/x.yml").read_text() == "evidence: []\n"


@pytest.mark.parametrize("name", ["evidence", "applications/acme"])
def test_a_link_is_not_written_through(tmp_path: Path, name: str) -> None:
    project(tmp_path, FILES)
    folder, elsewhere = tmp_path / "content" / name, tmp_path / "elsewhere"
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)
    before = {path.name: path.read_bytes() for path in elsewhere.iterdir()}
    assert apply(tmp_path, patch(record(), section("Offer", "I build."))).exit_code != 0
    assert {path.name: path.read_bytes() for path in elsewhere.iterdir()} == before
