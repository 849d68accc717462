"""Where documents are written."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.cli.exporting import write_document
from dossier.plain.errors import ConfigError
from tests.attacks.test_copied_dossier import COPY, NOTE, copied
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


SENT = ("letter", "resume", "brief", "form")
RULE = "- {pattern: best engineer, why: Nobody measured it.}\n"


def test_what_a_share_would_not_send_no_document_does(tmp_path: Path) -> None:
    root = project(tmp_path, copied("Dear team,"))
    write(root, {"content/guardrails.yml": RULE})
    config = str(root / "mkdocs.yml")
    wrong = {
        "I would like to work at Zephyrworks Robotics.": "[other-dossier]",
        NOTE: "[other-dossier]",
        "I am the best engineer.": "[guardrail]",
    }
    for letter, code in wrong.items():
        write(root, {COPY: copied(letter)[COPY]})
        for name in SENT:
            line = ["export", name, "tenzor", "-f", config, "-o", str(tmp_path / "out")]
            done = CliRunner().invoke(main, line)
            assert (done.exit_code, code in done.stderr) == (1, True), (name, letter, done.output)
            assert not (tmp_path / "out").exists(), (name, letter)
        everything = ["export", "data", "--audience", "private", "-f", config]
        assert CliRunner().invoke(main, everything).exit_code == 0, letter
    # What is private until it is chosen is searched when it is.
    hooks = "\n## Hooks\n\n- Fine.\n- At Zephyrworks Robotics I would.\n"
    text = copied("Dear team,")[COPY].replace("## Letter\n\nDear team,\n", "")
    write(root, {COPY: text + hooks})
    for number, is_theirs in enumerate((False, True), start=1):
        line = ["export", "letter", "tenzor", "--format", "md", "--hook", str(number)]
        done = CliRunner().invoke(main, [*line, "-f", config])
        found = (done.exit_code, "[other-dossier]" in done.stderr)
        assert found == (int(is_theirs), is_theirs), done.output
    write(root, {COPY: copied("The precision of qortex is +23%.")[COPY]})
    done = CliRunner().invoke(main, ["export", "letter", "tenzor", "--format", "md", "-f", config])
    assert (done.exit_code, "[figure-drift]" in done.stderr) == (0, True), done.output


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
