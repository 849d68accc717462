"""`dossier confirm APPLICATION#ROW`: a person opens what a patch added, and nobody else."""

from pathlib import Path

from click.testing import CliRunner

from dossier.cli import main
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
