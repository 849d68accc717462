"""`dossier export form`."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from dossier.cli import main
from tests.builders import MINIMAL
from tests.sites import project

DOSSIER = "content/applications/acme/index.md"
ASKED = MINIMAL[DOSSIER].replace("## Notes", "## Questions\n\n### Why us?\n\nYes – so.\n\n## Notes")


def form(root: Path, *options: str) -> Result:
    line = ["export", "form", "acme", *options, "-f", str(root / "mkdocs.yml")]
    return CliRunner().invoke(main, line)


def test_all_pieces_or_one_or_data_and_whom_they_are_for(tmp_path: Path) -> None:
    root = project(tmp_path, MINIMAL | {DOSSIER: ASKED})
    done = form(root)
    assert done.exit_code == 0
    assert "== summary-300 (Summary in 300 characters, 25 characters)\nI built a" in done.stdout
    assert "the answers are private" in done.stderr
    one = form(root, "--field", "answer-why-us")
    assert (one.stdout, one.stderr) == ("Yes - so.\n", "")
    told = json.loads(form(root, "--format", "json").stdout)
    assert [each["name"] for each in told if each["is_private"]] == ["answer-why-us"]
    assert form(project(tmp_path / "b")).stderr == ""


def test_what_cannot_be_done_is_told(tmp_path: Path) -> None:
    root = project(tmp_path, MINIMAL | {DOSSIER: ASKED.replace("Yes – so.", "")})
    for options, said in (
        (["--field", "sumary"], "there is no field `sumary`"),
        (["--field", "answer-why-us"], "nothing is prepared for it"),
        (["--field", "name", "--copy", "name"], "exclude each other"),
    ):
        done = form(root, *options)
        assert (done.exit_code, said in done.stderr) == (2, True), options
