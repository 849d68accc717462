"""`dossier withdraw`: a confirmation is gone by one command."""

from pathlib import Path

from click.testing import CliRunner, Result

from dossier.cli import main
from tests.sites import project

FILE = "content/proofs/qortex.gain.github-maria.signed.json"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "-f", str(root / "mkdocs.yml")])


def test_confirmation_is_gone_by_one_command(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text("{}")
    done = run(tmp_path, "withdraw", "qortex/gain", "--of", "github:maria")
    assert (done.exit_code, FILE in done.output, (tmp_path / FILE).exists()) == (0, True, False)
    again = run(tmp_path, "withdraw", "qortex/gain", "--of", "github:maria")
    assert (again.exit_code, "no confirmation of `qortex/gain`" in again.output) == (2, True)
    outside = run(tmp_path, "withdraw", "../../x", "--of", "github:../y")
    assert (outside.exit_code, "names nobody" in outside.output) == (2, True)
