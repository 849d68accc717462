"""`dossier export form`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import export_form, main
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


def test_one_piece_is_copied_and_only_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []

    def copy(text: str) -> str:
        copied.append(text)
        return "xclip"

    monkeypatch.setattr(export_form, "copy", copy)
    done = form(project(tmp_path, MINIMAL | {DOSSIER: ASKED}), "--copy", "answer-why-us")
    assert copied == ["Yes - so."]
    assert done.stdout == "`answer-why-us` is on the clipboard (xclip): 9 characters.\n"


def test_what_cannot_be_done_is_told(tmp_path: Path) -> None:
    root = project(tmp_path, MINIMAL | {DOSSIER: ASKED.replace("Yes – so.", "")})
    for options, said in (
        (["--field", "sumary"], "there is no field `sumary`"),
        (["--field", "answer-why-us"], "nothing is prepared for it"),
        (["--field", "name", "--copy", "name"], "exclude each other"),
    ):
        done = form(root, *options)
        assert (done.exit_code, said in done.stderr) == (2, True), options
