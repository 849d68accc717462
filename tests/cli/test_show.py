import json
from pathlib import Path

from click.testing import CliRunner, Result

from dossier.cli import main
from tests.builders import MINIMAL
from tests.sites import project


def show(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["show", *arguments, "-f", str(root / "mkdocs.yml")])


def test_an_id_is_shown_in_both_forms(tmp_path: Path) -> None:
    project(tmp_path, MINIMAL)
    assert "state: | shipped, counts\n" in show(tmp_path, "qortex/gain").stdout
    data = json.loads(show(tmp_path, "qortex/gain", "--format", "json").stdout)
    assert [each["kind"] for each in data["found"]] == ["record"]


def test_what_is_not_there_is_told_with_what_is_near(tmp_path: Path) -> None:
    project(tmp_path, MINIMAL)
    done = show(tmp_path, "qortex/gian")
    assert (done.exit_code, "did you mean `qortex/gain`" in done.stderr) == (2, True)
