"""`dossier new project` at a terminal: what was answered is written, and nothing opened by it."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from dossier.cli import main
from dossier.load.front_matter import split
from dossier.plain.yaml import construct
from tests.cli.terminal import at_terminal
from tests.sites import project

RECORDS = """\
evidence:
  - id: wait
    claim: Cut the wait
    kind: employment
    check: inspect
    status: shipped
    audience: shared
    metrics: [{id: weeks, name: wait, value: 2}]
    source: {label: Log}   # mine
  - {id: flow, claim: Ran it, kind: code, check: statement, status: shipped}
  - {id: other, claim: Not sure, kind: code, check: statement, status: unconfirmed}
"""
FILES = {"content/profile.yml": "name: Ada\n", "content/evidence/cv.yml": RECORDS}


@pytest.mark.parametrize(("reader", "headline"), [("e", []), ("", ["cv/wait#weeks"])])
def test_project_has_its_records_and_readers(
    tmp_path: Path, reader: str, headline: list[str]
) -> None:
    root = project(tmp_path, FILES)
    answers = ("Shorter waits.", "3", "1, 2", reader)
    code, shown = at_terminal(root, ["new", "project", "Waits"], answers)
    assert code == 0, shown
    source, _ = split("x.md", (root / "content/projects/waits.md").read_text())
    values = construct(source.yaml, "")[0]
    audience = {"": "shared", "e": "public"}[reader]
    assert (values["title"], values["line"], values["audience"]) == (
        *("Waits", "Shorter waits."),
        audience,
    )
    assert values["headline"] == headline
    assert "n nobody" not in shown
    wait, flow, other = yaml.safe_load((root / "content/evidence/cv.yml").read_text())["evidence"]
    assert (wait["project"], wait["source"]) == ("waits", {"label": "Log"})
    assert "project" not in flow | other
    assert "Write `project: waits` into cv/flow yourself." in shown
    assert "Not sure" not in shown
    done = CliRunner().invoke(main, ["check", "-f", str(root / "mkdocs.yml")])
    assert " error: " not in done.output, done.output


def test_what_is_left_for_later_is_the_scaffold(tmp_path: Path) -> None:
    root = project(tmp_path, FILES)
    assert at_terminal(root, ["new", "project", "Waits"], ("",))[0] == 0
    assert "One sentence that says what it is." in (root / "content/projects/waits.md").read_text()
