"""`dossier fit`: what it prints, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.cli.fit import _tell_checked
from tests.builders import edited
from tests.sites import files_of, project

POSTING = """\
# Ranking engineer

## Requirements

- Experience with learned weights
- Kubernetes operations

## Nice to have

- Rust

## Your tasks

- Sharpen pencils

## At our house

- A garden
"""


def fit(root: Path, posting: str | bytes, *options: str, name: str = "posting.md") -> Result:
    file = root / name
    file.write_bytes(posting if isinstance(posting, bytes) else posting.encode())
    command = ["fit", str(file), "-f", str(root / "mkdocs.yml"), *options]
    return CliRunner().invoke(main, command)


def test_what_is_asked_with_what_may_answer_it_and_nothing_is_written(tmp_path: Path) -> None:
    root = project(tmp_path)
    before = files_of(root / "content")
    done = fit(root, POSTING)
    assert done.exit_code == 0
    assert done.output == (
        "2 must-haves\n\n"
        "- Experience with learned weights\n"
        "    qortex/gain  (learned, weights)\n"
        "      Learned weights retrieve better than cosine similarity\n\n"
        "- Kubernetes operations\n"
        "    nothing has its words\n\n"
        "1 nice-to-have\n\n"
        "- Rust\n"
        "    nothing has its words\n\n"
        "1 task\n\n"
        "- Sharpen pencils\n"
        "    nothing has its words\n\n"
        "Without an answer: 1 of 2 must-haves\n"
        "- Kubernetes operations\n"
        "1 more item under `At our house` may be asked for too.\n"
    )
    assert files_of(root / "content") == before


def test_how_somebody_is_wants_no_answer(tmp_path: Path) -> None:
    posting = "## Requirements\n\n- Kubernetes operations\n- You are calm and kind\n"
    assert "answer: 1 of 1 must-have\n- Kub" in fit(project(tmp_path), posting).output


def test_for_machines(tmp_path: Path) -> None:
    done = fit(project(tmp_path), POSTING, "--format", "json")
    data = json.loads(done.output)
    assert [ask["priority"] for ask in data["asks"]] == ["must", "must", "nice", "nice"]
    assert [ask["task"] for ask in data["asks"]] == [False, False, False, True]
    assert data["asks"][0]["records"] == [{"id": "qortex/gain", "words": ["learned", "weights"]}]
    assert data["unplaced"] == [{"heading": "At our house", "items": 1}]


def test_saved_page_is_read_as_its_text(tmp_path: Path) -> None:
    page = "<h2>Requirements</h2><ul><li>Learned <b>weights</b></ul><script>x()</script>"
    done = fit(project(tmp_path), page, name="posting.html")
    assert "- Learned weights\n    qortex/gain  (Learned, weights)" in done.output
    assert "x()" not in done.output


def test_posting_that_asks_for_nothing_says_so(tmp_path: Path) -> None:
    done = fit(project(tmp_path), "We are nice.\n")
    assert (done.exit_code, "asks for nothing that can be told" in done.output) == (0, True)


def test_file_without_a_text_begins_no_dossier(tmp_path: Path) -> None:
    root = project(tmp_path)
    before = files_of(root / "content")
    page = "<html><head><title>Fitter</title><body><script>show()</script></body></html>"
    mail = f"MIME-Version: 1.0\nContent-Type: text/html\n\n{page}"
    for given in ("", "\n\n\n", "---\n", page, mail):
        done = fit(root, given, "--new", "Acme Fitters")
        assert (done.exit_code, "hint: " in done.stderr) == (1, True), given
    assert files_of(root / "content") == before


def test_signs_that_move_a_cursor_are_shown_not_sent(tmp_path: Path) -> None:
    done = fit(project(tmp_path), "## Requirements\n\n- Rust \x1b[2J and Go\n")
    assert "\x1b" not in done.output
    assert "Rust" in done.output


@pytest.mark.parametrize("posting", [b"\xff\xfe", b"a\0b", b"a" * 1_000_001])
def test_posting_that_cannot_be_read_is_told_with_its_place(tmp_path: Path, posting: bytes) -> None:
    done = fit(project(tmp_path), posting)
    assert done.exit_code == 1
    assert "posting.md" in done.stderr
    assert "error: " in done.stderr
    assert done.stdout == ""


def test_posting_that_is_not_there(tmp_path: Path) -> None:
    root = project(tmp_path)
    done = CliRunner().invoke(main, ["fit", "none.md", "-f", str(root / "mkdocs.yml")])
    assert (done.exit_code, "Traceback" in done.output) == (1, False)
    assert "none.md: error: " in done.stderr


def begin(root: Path, posting: str, *options: str) -> Result:
    return fit(root, posting, "--new", "Ørsted Energi", *options)


def test_dossier_is_begun_with_rows_that_wait_for_their_strengths(tmp_path: Path) -> None:
    root = project(tmp_path)
    done = begin(root, POSTING)
    assert done.exit_code == 0, done.output
    folder = root / "content/applications/orsted-energi"
    assert (folder / "posting.md").read_text() == POSTING
    text = (folder / "index.md").read_text()
    assert "\ncompany: Ørsted Energi\n" in text
    assert "- qortex/gain" in text or "[qortex/gain]" in text
    assert text.count("    strength:\n") == 3
    command = ["check", "-f", str(root / "mkdocs.yml"), "--format", "json"]
    problems = json.loads(CliRunner().invoke(main, command).stdout)["problems"]
    ours = [p for p in problems if "orsted" in p["file"] and p["severity"] == "error"]
    assert [problem["code"] for problem in ours] == ["field-missing"] * 3
    assert ours[0]["hint"] == "write one of direct, strong, moderate, weak, none"
    rated = text.replace("    strength:\n", "    strength: none\n")
    (folder / "index.md").write_text(rated)
    problems = json.loads(CliRunner().invoke(main, command).stdout)["problems"]
    assert not [p for p in problems if "orsted" in p["file"] and p["severity"] == "error"]


def test_dossier_that_is_there_is_left_alone(tmp_path: Path) -> None:
    root = project(tmp_path)
    begin(root, POSTING)
    before = files_of(root / "content")
    assert begin(root, POSTING).exit_code == 0
    assert files_of(root / "content") == before
    done = begin(root, POSTING.replace("Kubernetes", "Nomad"))
    assert (done.exit_code, "nothing of this input is written" in done.stderr) == (1, True)
    assert files_of(root / "content") == before
    assert begin(root, POSTING, "--id", "A").exit_code == 2
    assert begin(root, POSTING, "--id", "other").exit_code == 0
    assert (root / "content/applications/other/index.md").is_file()


def test_what_a_check_finds_is_told_errors_in_full(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []
    home, sentence = "content/index.md", "I measure what I build"
    for more in ("", " 40% of it", " 40% of it [x](evidence:no/no)"):
        root = project(tmp_path / str(len(told)), edited(home, sentence, sentence + more))
        _tell_checked(root / "mkdocs.yml")
        told.append(capsys.readouterr().out)
    assert told[0] == "Checked: no errors, no warnings.\n"
    assert told[1] == "Checked: no errors, 1 warning (`dossier check`): 1 figure-unbacked\n"
    assert "[evidence-unknown]" in told[2]
    assert told[2].endswith("\n1 error, 1 warning\n"), "none of them is passed over in silence"
