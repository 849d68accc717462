"""`dossier export letter`."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from tests.builders import MINIMAL
from tests.sites import project

DOSSIER = "content/applications/acme/index.md"
HOOKS = "## Hooks\n\n- First.\n- Of [mine](evidence:qortex/mine).\n\n## Notes\n"


def export(root: Path, *options: str) -> Result:
    line = ["export", "letter", "acme", *options, "-f", str(root / "mkdocs.yml")]
    return CliRunner().invoke(main, line)


def site(root: Path, sections: str) -> Path:
    return project(root, MINIMAL | {DOSSIER: MINIMAL[DOSSIER].replace("## Notes\n", sections)})


def test_a_hook_is_in_it_only_if_it_is_chosen(tmp_path: Path) -> None:
    root = site(tmp_path, HOOKS)
    plain, chosen = export(root, "--format", "md"), export(root, "--format", "md", "--hook", "1")
    assert (plain.exit_code, chosen.exit_code) == (0, 0)
    assert "First." not in plain.stdout
    assert "there are 2 [export-left-out]" in plain.stderr
    assert "\n\nFirst.\n\n" in chosen.stdout
    assert "export-left-out" not in chosen.stderr


def test_every_form_is_written(tmp_path: Path) -> None:
    root = site(tmp_path, HOOKS)
    for form, start in {"md": b"# Ada", "txt": b"Ada", "docx": b"PK", "pdf": b"%PDF"}.items():
        assert export(root, "--format", form).stdout_bytes.startswith(start), form


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--hook", "2"], 1, "[evidence-private]"),
        (["--hook", "3"], 2, "there is no hook 3"),
        (["--row", "rankin"], 2, "did you mean `ranking`?"),
    ],
)
def test_what_cannot_be_told_is_refused(
    tmp_path: Path, options: list[str], code: int, said: str
) -> None:
    done = export(site(tmp_path, HOOKS), "--format", "md", *options)
    assert (done.exit_code, done.stdout) == (code, "")
    assert said in done.stderr


def test_a_letter_of_its_own_takes_no_hook(tmp_path: Path) -> None:
    root = site(tmp_path, "## Letter\n\nDear Grace,\n\n## Notes\n")
    assert "Dear Grace," in export(root, "--format", "md").stdout
    assert export(root, "--hook", "1").exit_code == 2


def test_none_is_written_while_a_section_of_it_is_closed_by_an_error(tmp_path: Path) -> None:
    done = export(site(tmp_path, "## Why\n\nConfidential: no calls.\n"), "--format", "md")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "[section-option]" in done.stderr
