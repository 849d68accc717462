"""`dossier confirm APPLICATION#ROW`: a person opens what a patch added, and nobody else."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import confirm_row, main
from tests.builders import MINIMAL
from tests.cli.terminal import at_terminal
from tests.sites import project

ACME = "content/applications/acme/index.md"


def test_a_person_opens_a_row_and_nobody_else(tmp_path: Path) -> None:
    row = "  - {id: fast, requirement: Kernels, strength: none, audience: assistant}  # new\n"
    front = MINIMAL[ACME].replace("---\n\n## Pitch", f"{row}---\n\n## Pitch")
    project(tmp_path, {**MINIMAL, ACME: front})
    command = ["confirm", "acme#fast", "-f", str(tmp_path / "mkdocs.yml")]
    done = CliRunner().invoke(main, command, input="y\n")
    assert (done.exit_code, "requirement: Kernels" in done.stdout) == (2, True)
    assert (tmp_path / ACME).read_text() == front
    for typed, audience in (("n", "assistant"), ("y", "shared")):
        code, shown = at_terminal(tmp_path, ["confirm", "acme"], (typed,))
        assert code == 0, shown
        wanted = front.replace("audience: assistant", f"audience: {audience}")
        assert (tmp_path / ACME).read_text() == wanted
    assert "nothing to confirm" in CliRunner().invoke(main, command).stdout


def test_each_row_is_asked_for_and_those_alone_are_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "".join(
        f"  - {{id: {name}, requirement: Kernels, evidence: [qortex/gain], strength: strong, "
        "audience: assistant}\n"
        for name in ("fast", "small")
    )
    front = MINIMAL[ACME].replace("---\n\n## Pitch", f"{rows}---\n\n## Pitch")
    project(tmp_path, {**MINIMAL, ACME: front})
    options = ["-f", str(tmp_path / "mkdocs.yml")]
    monkeypatch.setattr(confirm_row, "refuse_nobody", lambda _: None)
    done = CliRunner().invoke(main, ["confirm", "acme#fats", *options])
    assert (done.exit_code, "did you mean `fast`?" in done.stderr) == (2, True)
    done = CliRunner().invoke(main, ["confirm", "acme", *options], input="n\ny\n")
    assert "evidence: qortex/gain" in done.stdout
    assert "fast stays as it is.\nsmall is open, on your word.\n" in done.stdout
    first, _, second = front.rpartition("audience: assistant")
    assert (tmp_path / ACME).read_text() == f"{first}audience: shared{second}"
    done = CliRunner().invoke(main, ["confirm", "acme", *options], input="n\n")
    assert (done.exit_code, "fast stays as it is.\n" in done.stdout) == (0, True)
    assert (tmp_path / ACME).read_text() == f"{first}audience: shared{second}"


def test_a_row_that_is_written_as_hardly_anybody_does_is_left_to_its_author(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = "  - id: fast\n    requirement: Kernels\n    strength: none\n"
    row += "    ? audience\n    : assistant\n"
    front = MINIMAL[ACME].replace("---\n\n## Pitch", f"{row}---\n\n## Pitch")
    project(tmp_path, {**MINIMAL, ACME: front})
    monkeypatch.setattr(confirm_row, "refuse_nobody", lambda _: None)
    command = ["confirm", "acme#fast", "-f", str(tmp_path / "mkdocs.yml")]
    done = CliRunner().invoke(main, command, input="y\n")
    assert (done.exit_code, (tmp_path / ACME).read_text()) == (1, front)
    assert "hint: write `audience: shared` there yourself" in done.stderr


def test_what_changes_while_its_author_is_asked_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = "  - {id: fast, requirement: Kernels, strength: none, audience: assistant}\n"
    front = MINIMAL[ACME].replace("---\n\n## Pitch", f"{row}---\n\n## Pitch")
    project(tmp_path, {**MINIMAL, ACME: front})
    edited = front.replace("audience: assistant", "audience: private")

    def refuse_nobody(_: str) -> None:
        (tmp_path / ACME).write_text(edited)

    monkeypatch.setattr(confirm_row, "refuse_nobody", refuse_nobody)
    command = ["confirm", "acme#fast", "-f", str(tmp_path / "mkdocs.yml")]
    done = CliRunner().invoke(main, command, input="y\n")
    assert (done.exit_code, "changed meanwhile" in done.stderr) == (1, True)
    assert (tmp_path / ACME).read_text() == edited
