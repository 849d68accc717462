"""`dossier export resume`."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from tests.builders import MINIMAL
from tests.sites import project

STARTS = {"json": b"{", "yaml": b"cv:", "txt": b"Ada Example\n", "docx": b"PK", "pdf": b"%PDF-"}
DOSSIER = "content/applications/acme/index.md"


def export(root: Path, *options: str) -> Result:
    line = ["export", "resume", *options, "-f", str(root / "mkdocs.yml")]
    return CliRunner().invoke(main, line)


def test_every_form_is_written_to_a_file_or_where_the_output_goes(tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    for form, start in STARTS.items():
        done = export(root, "acme", "--format", form, "--role", "ml")
        assert (done.exit_code, done.stdout_bytes[: len(start)]) == (0, start), form
        written = export(root, "acme", "--format", form, "-o", str(tmp_path / form))
        assert (written.exit_code, written.stdout) == (0, ""), form
        assert (tmp_path / form).read_bytes() == done.stdout_bytes, form
    assert json.loads((tmp_path / "json").read_text())["basics"]["name"] == "Ada Example"


def test_what_is_missing_is_told_beside_it_unless_it_is_silenced(tmp_path: Path) -> None:
    quiet = "# dossier: allow resume-incomplete: because that is me\nname: Ada"
    files = MINIMAL | {
        "content/profile.yml": MINIMAL["content/profile.yml"].replace("name: Ada", quiet)
    }
    done = export(project(tmp_path / "site", files), "acme", "--format", "txt")
    assert done.exit_code == 0
    assert "[resume-incomplete]" in done.stderr
    assert "the profile names no skills" not in done.stderr
    assert "1 silenced" in done.stderr


def test_what_takes_too_many_pages_is_not_written(tmp_path: Path) -> None:
    row = "  - {id: r, requirement: R, evidence: [qortex/gain], strength: direct, claim: So}\n"
    rows = "".join(row.replace("id: r", f"id: r{n}") for n in range(80))
    text = MINIMAL[DOSSIER].replace("proof_points:\n", f"proof_points:\n{rows}")
    root = project(tmp_path / "site", MINIMAL | {DOSSIER: text})
    done = export(root, "acme", "--pages", "1", "-o", str(tmp_path / "out.pdf"))
    assert done.exit_code == 1
    assert "qortex: So" in done.stderr
    assert "[document-overflow]" in done.stderr
    assert not (tmp_path / "out.pdf").exists()
    assert export(root, "acme", "--pages", "9", "-o", str(tmp_path / "out.pdf")).exit_code == 0


@pytest.mark.parametrize(("form", "package"), [("pdf", "typst"), ("docx", "docx")])
def test_without_the_extra_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    done = export(project(tmp_path / "site"), "acme", "--format", form, "-o", str(tmp_path / "cv"))
    assert (done.exit_code, (tmp_path / "cv").exists()) == (2, False)
    assert done.stderr.count("\n") == 2
    assert "pip install" in done.stderr
    assert export(tmp_path / "site", "acme", "--format", "txt").exit_code == 0


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["acne"], 2, "did you mean `acme`?"),
        (["acme", "--pages", "1", "--format", "txt"], 2, "only a PDF has pages"),
        (["broken"], 1, "`broken` cannot be read"),
    ],
)
def test_what_cannot_be_done_is_told(
    tmp_path: Path, options: list[str], code: int, said: str
) -> None:
    broken = {"content/applications/broken/index.md": "---\ncompany: [\n---\n"}
    done = export(project(tmp_path / "site", MINIMAL | broken), *options)
    assert done.exit_code == code
    assert said in done.stderr
