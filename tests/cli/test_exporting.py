"""Where documents are written."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.cli.exporting import write_document
from dossier.plain.errors import ConfigError
from tests.attacks.test_copied_dossier import COPY, NOTE, copied
from tests.attacks.test_private_entries import CLOSED, SAID
from tests.sites import project, write


def test_a_terminal_is_not_given_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    with pytest.raises(ConfigError, match="cannot show"):
        write_document(b"%PDF", None)


def test_a_file_is_written_in_place_of_the_one_before(tmp_path: Path) -> None:
    for content in ("one", b"two"):
        write_document(content, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_without_a_file_it_goes_where_the_output_goes(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    write_document(b"\x00raw", None)
    assert capsysbinary.readouterr().out == b"\x00raw"


DRIFT = "The precision of qortex is +23%."
SENT = ("letter", "resume", "brief", "form")
RULE = "- {pattern: best engineer, why: Nobody measured it.}\n"


def test_what_a_share_would_not_send_no_document_does(tmp_path: Path) -> None:
    root = project(tmp_path, copied("Dear team,"), config={"site_url": "https://example.org/"})
    write(root, {"content/guardrails.yml": RULE})
    config = str(root / "mkdocs.yml")
    wrong = {
        "I would like to work at Zephyrworks Robotics.": "[other-dossier]",
        NOTE: "[other-dossier]",
        "I am the best engineer.": "[guardrail]",
        DRIFT: "[figure-drift]",
        "See [it](evidence:qortex/none).": "[evidence-unknown]",
    }
    for letter, code in wrong.items():
        write(root, {COPY: copied(letter)[COPY]})
        for name in SENT:
            line = ["export", name, "tenzor", "-f", config, "-o", str(tmp_path / "out")]
            done = CliRunner().invoke(main, line)
            assert (done.exit_code, code in done.stderr) == (1, True), (name, letter, done.output)
            assert not (tmp_path / "out").exists(), (name, letter)
        made = CliRunner().invoke(main, ["share", "new", "tenzor", "-f", config])
        assert (made.exit_code, code in made.output) == (1, True), made.output
        everything = ["export", "data", "--audience", "private", "-f", config]
        assert CliRunner().invoke(main, everything).exit_code == 0, letter


TOLD = {
    "Fine.": "",
    "At Zephyrworks Robotics I would.": "[other-dossier]",
    f"I know. {NOTE}": "[other-dossier]",
    f"I know. {SAID}.": "[text-published]",
    "I am the best engineer of all.": "[guardrail]",
    DRIFT: "[figure-drift]",
}


def test_what_is_private_until_it_is_chosen_is_searched_when_it_is(tmp_path: Path) -> None:
    root = project(tmp_path, copied("Dear team,") | CLOSED["page"])
    write(root, {"content/guardrails.yml": RULE})
    text = copied("Dear team,")[COPY].replace("## Letter\n\nDear team,\n", "")
    write(root, {COPY: f"{text}\n## Hooks\n\n" + "".join(f"- {hook}\n" for hook in TOLD)})
    for number, code in enumerate(TOLD.values(), start=1):
        done = export(root, "letter", "--format", "md", "--hook", str(number))
        assert (done.exit_code, code in done.stderr) == (int(bool(code)), True), done.output
        assert bool(done.stdout) is not bool(code)


def test_answers_are_searched_with_their_questions_and_stories(tmp_path: Path) -> None:
    root = project(tmp_path, copied("Dear team,") | CLOSED["page"])
    write(root, {"content/guardrails.yml": RULE})
    story = "content/stories/shift.md"
    told = (
        "\n## Questions\n\n### {}\n\nI said so.\n",
        "\n## Questions\n\n### Why?\n\n{}\n",
        "\n## Questions\n\n### Why? {{ story=shift }}\n",
    )
    for said, code in TOLD.items():
        # What a question says is said by who asks.
        for number, questions in enumerate(told):
            if said == DRIFT and number == 0:
                continue
            body = said if number == 2 else "It was late."
            text = copied("Dear team,")[COPY] + questions.format(said)
            write(root, {COPY: text, story: f"---\ntitle: Shift\n---\n\n{body}\n"})
            done = export(root, "form")
            found = (done.exit_code, code in done.stderr)
            assert found == (int(bool(code)), True), (said, number, done.output)
            assert f"{story if number == 2 else COPY}:" in done.stderr or not code
    mark = f"<!-- dossier: allow {code[1:-1]}: it is a quotation -->"
    answer = f"\n## Questions\n\n### Why?\n\n{mark}\n{said}\n"
    write(root, {COPY: copied("Dear team,")[COPY] + answer})
    assert export(root, "form", "--field", "answer-why").stdout == f"{said}\n"


def export(root: Path, document: str, *options: str) -> Result:
    line = ["export", document, "tenzor", *options, "-f", str(root / "mkdocs.yml")]
    return CliRunner().invoke(main, line)


KILLED = """
import os, signal, sys
import signal
import subprocess
import sys
from pathlib import Path
from dossier.cli import exporting
name, output = sys.argv[1:]
owner = Path if name == "replace" else os
setattr(owner, name, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
exporting.write_document(b"new" * 100_000, Path(output))
"""


@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_a_killed_export_leaves_the_file_before(tmp_path: Path, moment: str) -> None:
    output = tmp_path / "cv.pdf"
    output.write_bytes(b"old")
    done = subprocess.run([sys.executable, "-c", KILLED, moment, str(output)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert output.read_bytes() == b"old"
