"""`dossier export brief`."""

import io
from pathlib import Path

from click.testing import CliRunner, Result
from pypdf import PdfReader

from dossier.cli import main
from tests.builders import MINIMAL
from tests.sites import project

DOSSIER = "content/applications/acme/index.md"


def export(root: Path, *options: str) -> Result:
    line = ["export", "brief", "acme", *options, "-f", str(root / "mkdocs.yml")]
    return CliRunner().invoke(main, line)


def test_a_brief_is_one_sheet(tmp_path: Path) -> None:
    done = export(project(tmp_path / "site"), "-o", str(tmp_path / "brief.pdf"))
    assert (done.exit_code, done.stderr) == (0, "")
    (page,) = PdfReader(io.BytesIO((tmp_path / "brief.pdf").read_bytes())).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


def test_what_does_not_fit_is_not_written(tmp_path: Path) -> None:
    row = "  - {id: r, requirement: R, evidence: [qortex/gain], strength: direct, claim: So}\n"
    rows = "".join(row.replace("id: r", f"id: r{n}") for n in range(80))
    text = MINIMAL[DOSSIER].replace("proof_points:\n", f"proof_points:\n{rows}")
    root = project(tmp_path / "site", MINIMAL | {DOSSIER: text})
    done = export(root, "-o", str(tmp_path / "brief.pdf"))
    assert done.exit_code == 1
    assert "`r79`" in done.stderr
    assert not (tmp_path / "brief.pdf").exists()
