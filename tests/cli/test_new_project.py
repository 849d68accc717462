"""`dossier new project` at a terminal: what was answered is written, and nothing opened by it."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from dossier.cli import main, new_project
from dossier.cli.new_project import begin_first
from dossier.load.front_matter import split
from dossier.plain.yaml import construct
from tests.cli.terminal import at_terminal, with_answers
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
    answers = ("Shorter waits.", "o", "3", "1, 2", reader)
    code, shown = with_answers(root, ["new", "project", "Waits"], answers)
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
    assert at_terminal(root, ["new", "project", "Loom"], ("",))[0] == 0
    assert "One sentence that says what it is." in (root / "content/projects/loom.md").read_text()


def test_what_has_its_words_is_proposed(tmp_path: Path) -> None:
    root = project(tmp_path, FILES)
    code, shown = with_answers(root, ["new", "project", "Waits"], ("", "", ""))
    assert code == 0, shown
    assert "(Enter: Cut the wait; q: later)" in shown
    assert "line: Cut the wait\n" in (root / "content/projects/waits.md").read_text()
    records = yaml.safe_load((root / "content/evidence/cv.yml").read_text())["evidence"]
    assert [record.get("project") for record in records] == ["waits", None, None]


def test_draft_of_an_import_is_completed_and_keeps_what_it_says(tmp_path: Path) -> None:
    draft = "---\ntitle: Waits, 2023\n# mine\naudience: private\nskills: []\n---\n\nMore.\n"
    root = project(tmp_path, {**FILES, "content/projects/waits.md": draft})
    file = root / "content/projects/waits.md"
    words = ["new", "project", "Waits", "-f", str(root / "mkdocs.yml")]
    done = CliRunner().invoke(main, words)
    assert (done.exit_code, file.read_text()) == (2, draft)
    assert "content/projects/waits.md is there already, as a draft" in done.stderr
    assert "write `line: One sentence" in done.stderr
    assert with_answers(root, words[:3], ("q",))[0] == 0
    assert file.read_text() == draft, "its sentence was left for later"
    code, shown = with_answers(root, words[:3], ("Shorter waits.", "", "r"))
    assert code == 0, shown
    text = file.read_text()
    assert text.startswith("---\ntitle: Waits, 2023\n# mine\nskills: []\naudience: shared\n")
    assert "\nline: Shorter waits.\n" in text
    assert text.endswith("---\n\nMore.\n")
    code, shown = with_answers(root, words[:3], ())
    assert (code, "choose another name" in shown) == (2, True), "it is no draft any more"


@pytest.mark.parametrize("job", ["highlights: [Cut the wait], title: Nurse, audience: private", ""])
def test_first_project_says_its_record_where_no_job_may_be_told(tmp_path: Path, job: str) -> None:
    work = "work:\n  - {employer: B, title: Cook, highlights: [Cooked]}\n"
    work += f"  - {{employer: A, {job}}}\n"
    root = project(tmp_path, {**FILES, "content/profile.yml": f"name: Ada\n{work}"})
    (record,) = begin_first(root / "mkdocs.yml", "waits", "Shorter waits", ["cv/wait"])
    assert record.id == "cv/wait"
    assert "line: Cut the wait\n" in (root / "content/projects/waits.md").read_text()


def test_first_project_without_a_record_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(new_project, "_ask_project", lambda _, title, *__: asked.append(title))
    root = project(tmp_path, {"content/profile.yml": "name: Ada\n"})
    assert begin_first(root / "mkdocs.yml", "mending", "Mending", []) == ()
    assert asked == ["Mending"]
    assert not (root / "content/projects/mending.md").exists()
