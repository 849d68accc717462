"""`dossier export data`, and `dossier import` of what it wrote."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from tests.attacks.publishing import HOME
from tests.attacks.test_copied_dossier import copied
from tests.attacks.test_private_entries import CLOSED, OPEN
from tests.builders import MINIMAL
from tests.sites import files_of, project


def run(root: Path, *line: str) -> Result:
    return CliRunner().invoke(main, [*line, "-f", str(root / "mkdocs.yml")])


def test_it_says_whom_it_is_for_and_is_public_unless_told(tmp_path: Path) -> None:
    root = project(tmp_path)
    done = run(root, "export", "data")
    assert (done.exit_code, done.stderr) == (
        0,
        "For everybody: what the public site shows is in it.\n",
    )
    assert json.loads(done.stdout)["dossier"] == {"version": 1, "audience": "public"}
    assert "Acme" not in done.stdout
    shared = run(root, "export", "data", "--audience", "shared")
    assert "Acme" in shared.stdout
    assert "Put the figure first" not in shared.stdout
    private = run(root, "export", "data", "--audience", "private")
    assert "For you alone" in private.stderr
    assert "Put the figure first" in private.stdout


def test_tables_are_csv_and_the_pipeline_is_private(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert run(root, "export", "data", "--format", "evidence").stdout.startswith("id,project,claim")
    assert run(root, "export", "data", "--format", "proof-points").stdout == ""
    refused = run(root, "export", "data", "--format", "pipeline")
    assert (refused.exit_code, "is private" in refused.stderr) == (2, True)
    table = run(root, "export", "data", "--format", "pipeline", "--audience", "private").stdout
    assert "acme,Acme,Senior ML Engineer,ml-engineer,drafting" in table


def test_a_role_of_which_nothing_is_asked_has_no_percentage(tmp_path: Path) -> None:
    dossier = "content/applications/acme/index.md"
    text = MINIMAL[dossier].replace("  - id: ranking\n", "  - id: ranking\n    roles: [ml]\n")
    text = text.replace("roles:\n", "roles:\n  - {id: other, title: Other}\n", 1)
    root = project(tmp_path, MINIMAL | {dossier: text})
    table = run(root, "export", "data", "--format", "pipeline", "--audience", "private").stdout
    assert table.splitlines()[1].endswith(",n/a; 100%")
    shown = run(root, "show", "acme").stdout
    assert "n/a: nothing asked" in shown
    assert run(root, "export", "brief", "acme", "-o", str(tmp_path / "out.pdf")).exit_code == 0


def test_a_site_is_restored_from_its_data(tmp_path: Path) -> None:
    before, after = project(tmp_path / "a"), project(tmp_path / "b", {})
    (after / "content").mkdir()
    file = tmp_path / "data.json"
    line = ("export", "data", "--audience", "private")
    assert run(before, *line, "-o", str(file)).exit_code == 0
    tried = run(after, "import", str(file), "--dry-run")
    assert (tried.exit_code, files_of(after / "content")) == (0, {})
    done = run(after, "import", str(file))
    assert done.exit_code == 0, done.stderr
    assert run(after, *line).stdout == run(before, *line).stdout == file.read_text("utf-8")
    again = run(after, "import", str(file))
    assert "all of it is there already" in again.stdout


def test_records_that_come_to_a_site_are_unconfirmed(tmp_path: Path) -> None:
    before, after = project(tmp_path / "a"), project(tmp_path / "b", MINIMAL)
    shutil.rmtree(after / "content/evidence")
    file = tmp_path / "data.json"
    run(before, "export", "data", "--audience", "private", "-o", str(file))
    # Other files of it differ from those that are there by their form, and are moved away.
    for path in sorted((after / "content").rglob("*")):
        if path.is_file() and path.name != "index.md":
            path.unlink()
    shutil.rmtree(after / "content/applications")
    (after / "content/index.md").unlink()
    (after / "content/projects").mkdir(exist_ok=True)
    (after / "content/projects/other.md").write_text("---\ntitle: Other\n---\n")
    done = run(after, "import", str(file))
    assert done.exit_code == 0, done.stderr
    assert "its records are `unconfirmed`" in done.stdout
    assert "status: unconfirmed" in (after / "content/evidence/qortex.yml").read_text("utf-8")


def test_data_that_differs_from_what_is_there_is_not_written(tmp_path: Path) -> None:
    before, file = project(tmp_path / "a"), tmp_path / "data.json"
    run(before, "export", "data", "--audience", "private", "-o", str(file))
    after = project(tmp_path / "b", {"content/index.md": "---\ntitle: Ben\n---\n"})
    done = run(after, "import", str(file))
    assert (done.exit_code, "content/index.md" in done.output) == (1, True), done.output
    assert [path.name for path in after.glob("content/*")] == ["index.md"]


@pytest.mark.parametrize("text", ['{"dossier": 1}', '{"dossier": {"version": 1'])
def test_data_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "data.json").write_text(text)
    done = run(project(tmp_path / "a"), "import", str(tmp_path / "data.json"))
    assert (done.exit_code, done.stderr.startswith("dossier: this")) == (1, True)


def test_data_for_others_holds_nothing_that_is_private_elsewhere(tmp_path: Path) -> None:
    files = copied("Dear Zephyrworks Robotics team,") | CLOSED["page"]
    root = project(tmp_path, files | {HOME: OPEN[HOME]})
    for audience, code in (("public", "[text-published]"), ("shared", "[other-dossier]")):
        done = run(root, "export", "data", "--audience", audience)
        assert (done.exit_code, done.stdout, code in done.stderr) == (1, "", True), done.output
    assert run(root, "export", "data", "--audience", "private").exit_code == 0
