"""`dossier export resume`."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from dossier.cli import main
from tests.sites import project


def export(root: Path, *options: str) -> Result:
    line = ["export", "resume", *options, "-f", str(root / "mkdocs.yml")]
    return CliRunner().invoke(main, line)


def test_a_resume_is_written_to_a_file_or_to_the_terminal(tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    shown = export(root, "acme")
    assert shown.exit_code == 0
    assert json.loads(shown.stdout)["basics"]["name"] == "Ada Example"
    done = export(root, "acme", "--role", "ml", "--output", str(tmp_path / "out.json"))
    assert (done.exit_code, done.stdout) == (0, "")
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == shown.stdout


def test_an_application_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    done = export(project(tmp_path / "site"), "acne")
    assert done.exit_code == 2
    assert "did you mean `acme`?" in done.stderr
