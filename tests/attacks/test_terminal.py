"""*Content is never executed*: not by the terminal either that is told of it.

A sign that moves the cursor, renames the window or turns what follows can stand in a dossier, on
the branch of a site and in what a host answers; a line end can make a name look like our own line.
"""

import json
import logging
import re
from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.plain.problems import Place, Problem
from dossier.plain.report import FORMATS
from dossier.plain.terminal import keep_inert
from dossier.publishing.bare_repository import Present
from dossier.publishing.destination import Destination
from dossier.publishing.summary import spell_plan
from dossier.publishing.target import changes, target_problems
from dossier.sharing.listing import as_table, rows_of
from tests.assistants.patches import answer, patch, record, section
from tests.attacks.publishing import run
from tests.builders import AS_OF, MINIMAL, write_site
from tests.cli.test_publish import home, share

SIGNS = "\x1b]0;ran\x07\x1b[2J\x9b2J\u202e\u2066\r\x08"
NAME = f"a{SIGNS}\nPublished as 1234567890."
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("form", FORMATS)
def test_what_content_says_is_told_and_not_obeyed(form: str) -> None:
    problem = Problem("value-unknown", Place(f"content/{NAME}"), f"`{NAME}` is no word", NAME)
    told = FORMATS[form]([problem], 0)
    assert not OBEYED.search(told)
    assert "ran" in told
    if form in ("json", "sarif"):
        assert repr(SIGNS)[1:-1] in str(json.loads(told))
    assert [line for line in told.splitlines() if line.startswith("content/a")] != ["content/a"]


def test_commands_tell_it_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spelled = SIGNS.encode("unicode_escape").decode()
    text = MINIMAL["content/applications/acme/index.md"]
    text = text.replace("company: Acme", f'company: "Acme{spelled}"\ntier: "{spelled}"')
    root = home(tmp_path, MINIMAL | {"content/applications/acme/index.md": text})
    monkeypatch.setattr("click._compat.should_strip_ansi", lambda *_: False)
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda *_: False)
    done = run(root, "check")
    assert "text-type" in done.output
    assert not OBEYED.search(done.output)
    missing = run(root, "log", f"acme{SIGNS}", "applied")
    assert missing.exit_code == 2
    assert not OBEYED.search(missing.output)


def test_what_an_assistant_proposes_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line that takes itself back would hide what its author agrees to."""
    root = home(tmp_path)
    path = tmp_path / "patch.json"
    # Overrides of direction are in no file that is read.
    signs = SIGNS.translate({0x202D: None, 0x202E: None})
    proposals = (section("context", signs), record("new", claim=signs), answer("Why?", signs))
    path.write_text(patch(*proposals))
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda *_: False)
    done = run(root, "apply", str(path), "--dry-run")
    assert "+++ content/evidence/more.yml" in done.output
    assert not OBEYED.search(done.output)
    path.write_text(patch(section("context", SIGNS), answer("Why?", SIGNS)))
    done = run(root, "apply", str(path), "--dry-run")
    assert done.exit_code
    assert not OBEYED.search(done.output)


def test_names_of_a_branch_and_of_recipients(tmp_path: Path) -> None:
    present = Present("c", {NAME: "1", f"s/{NAME}/index.html": "2"})
    settings = write_site(tmp_path, MINIMAL)
    made = share(settings.root, label=NAME)
    target = Destination("url", "gh-pages")
    told = spell_plan(
        target, {}, changes({}, present), [made], [(made, "revoked", "opens nothing")]
    )
    told += "".join(map(str, target_problems(present, "gh-pages", set())))
    from dossier.build import Project  # noqa: PLC0415 - as the command does
    from dossier.model.audience import Audience  # noqa: PLC0415

    library = Project.read(settings).view(Audience.PRIVATE).library
    told += as_table(rows_of([made], library, [], AS_OF))
    assert not OBEYED.search(told)
    assert told.count("ran") >= 5
    assert not any(line.startswith("Published") for line in told.splitlines())


def test_what_a_server_is_asked_for() -> None:
    record = logging.LogRecord("mkdocs.livereload", 30, "", 0, '"%s"', (f"GET /{NAME}",), None)
    assert keep_inert(record)
    assert not OBEYED.search(record.getMessage())
    assert "\n" not in record.getMessage()


def test_names_that_are_no_text_are_told(tmp_path: Path) -> None:
    """Half a sign, as a name in another encoding is read, cannot be printed at all."""
    told = str(Problem("publish-type", Place(f"a\udcff{tmp_path.name}"), "is of no type"))
    assert told.encode()
    assert str(ConfigError("a", "b"))
