"""`dossier ask`: six lines on stdout, how to sign them on stderr."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.cli.ask import author_of
from dossier.cli.options import read_project
from dossier.plain.errors import ConfigError
from tests.sites import project


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "-f", str(root / "mkdocs.yml")])


def test_asks_for_a_signature_in_six_lines(tmp_path: Path) -> None:
    project(tmp_path)
    done = run(tmp_path, "ask", "qortex/gain", "--of", "github:maria")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        *("Confirmed for Ada Example", "Claim", "Values", "Scope", "Part", "Signing means")
    ]
    assert lines[-1].endswith("are shown to anyone.")
    assert "ssh-keygen -Y sign -n dossier -f KEY claim.txt" in done.stderr
    assert "https://github.com/maria.keys" in done.stderr
    output = tmp_path / "claim.txt"
    asked = ("ask", "qortex/gain", "--of", "github:maria", "--shown-to", "shared")
    assert run(tmp_path, *asked, "-o", str(output)).stdout == ""
    assert output.read_text().endswith(
        "are shown to the recipients whom Ada Example sends it to.\n"
    )


def test_who_cannot_be_asked_is_told(tmp_path: Path) -> None:
    project(tmp_path)
    said = {
        "did you mean `qortex/gain`": run(tmp_path, "ask", "qortex/gian", "--of", "github:maria"),
        "names nobody whose keys": run(tmp_path, "ask", "qortex/gain", "--of", "maria"),
    }
    assert {
        why for why, done in said.items() if done.exit_code != 2 or why not in done.output
    } == set()


def test_nobody_is_asked_to_sign_another_number_than_the_value(tmp_path: Path) -> None:
    project(tmp_path)
    records = tmp_path / "content/evidence/qortex.yml"
    records.write_text(
        records.read_text().replace('value: 22, unit: "%"', 'value: 22, display: "220"')
    )
    done = run(tmp_path, "ask", "qortex/gain", "--of", "github:maria")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "`qortex/gain#precision` is shown as 220, not as its value" in done.output


def test_whose_work_it_was_has_to_be_known(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert author_of(read_project(root / "mkdocs.yml")[1]) == "Ada Example"
    (root / "content/profile.yml").unlink()
    with pytest.raises(ConfigError, match="names nobody who could be confirmed"):
        author_of(read_project(root / "mkdocs.yml")[1])
