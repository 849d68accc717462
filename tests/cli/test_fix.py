"""`dossier fix`: shows what it would change, asks, and writes whole files or none."""

import stat
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.model.library import Library
from dossier.prose.passages import passages
from tests.builders import APPLICATION, MINIMAL, PROJECT
from tests.prose.test_rewriting import PRECISION, Figure
from tests.sites import project

MODULE = import_module("dossier.cli.fix")
"""The package holds a command of the same name."""
PAGE = "content/projects/qortex.md"
DOSSIER = "content/applications/acme/index.md"
TYPED = MINIMAL | {
    PAGE: PROJECT.replace(PRECISION, "+22%"),
    DOSSIER: APPLICATION.replace("They know", "By +22% they know"),
}
FIXED = {file: text.replace("+22%", PRECISION) for file, text in TYPED.items()}


def fake(library: Library) -> Iterator[Figure]:
    """Yield every `+22%` in prose."""
    for passage in passages(library):
        at = passage.text.find("+22%")
        if passage.path is None and at >= 0:
            start = passage.offset + at
            yield Figure(passage, start, start + 4, "+22%")


@pytest.fixture(autouse=True)
def _typed_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, "typed_figures", fake)


def run_fix(root: Path, *arguments: str, said: str = "") -> Result:
    return CliRunner().invoke(main, ["fix", "-f", str(root / "mkdocs.yml"), *arguments], said)


def texts(root: Path) -> dict[str, str]:
    return {file: (root / file).read_bytes().decode() for file in TYPED}


def test_change_is_shown_and_made_once_it_is_agreed_to(tmp_path: Path) -> None:
    root = project(tmp_path, TYPED)
    done = run_fix(root, said="y\n")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith(f"--- {DOSSIER}\n+++ {DOSSIER}\n@@ ")
    assert "\n-By +22% they know [qortex](project:qortex).\n" in done.stdout
    assert f"\n+By {PRECISION} they know [qortex](project:qortex).\n" in done.stdout
    assert f"\n--- {PAGE}\n" in done.stdout
    assert done.stdout.endswith("Write this? [y/N]: y\n2 figures replaced in 2 files.\n")
    assert texts(root) == FIXED


@pytest.mark.parametrize("said", ["n\n", ""])
def test_nothing_is_written_unless_it_is_agreed_to(tmp_path: Path, said: str) -> None:
    root = project(tmp_path, TYPED)
    done = run_fix(root, said=said)
    assert (done.exit_code, texts(root)) == (1, TYPED)


def test_yes_asks_nothing(tmp_path: Path) -> None:
    root = project(tmp_path, TYPED)
    done = run_fix(root, "--yes")
    assert (done.exit_code, texts(root)) == (0, FIXED)
    assert "Write this?" not in done.stdout


@pytest.mark.parametrize("path", [PAGE, "content/projects"])
def test_only_what_is_named_is_changed(tmp_path: Path, path: str) -> None:
    root = project(tmp_path, TYPED)
    done = run_fix(root, str(root / path), "--yes")
    assert done.stdout.endswith("\n1 figure replaced in 1 file.\n")
    assert texts(root) == TYPED | {PAGE: FIXED[PAGE]}


def test_path_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    root = project(tmp_path, TYPED)
    done = run_fix(root, str(root / "content/nothing.md"), "--yes")
    assert (done.exit_code, texts(root)) == (2, TYPED)


def test_nothing_typed_changes_nothing(tmp_path: Path) -> None:
    root = project(tmp_path)
    done = run_fix(root)
    assert (done.exit_code, done.stdout) == (0, "There is nothing to replace.\n")


def test_figure_that_cannot_be_replaced_is_counted(tmp_path: Path) -> None:
    linked = PROJECT.replace("better than before", "+22% better")
    root = project(tmp_path, MINIMAL | {PAGE: linked})
    done = run_fix(root, "--yes")
    assert done.exit_code == 0
    assert done.stdout == (
        "1 figure left to you: no reference reads the same.\nThere is nothing to replace.\n"
    )


def test_mode_and_line_ends_stay(tmp_path: Path) -> None:
    root = project(tmp_path, TYPED)
    page = root / PAGE
    page.write_bytes(TYPED[PAGE].replace("\n", "\r\n").encode())
    page.chmod(0o640)
    assert run_fix(root, "--yes").exit_code == 0
    assert page.read_bytes() == FIXED[PAGE].replace("\n", "\r\n").encode()
    assert stat.S_IMODE(page.stat().st_mode) == 0o640
    assert sorted(path.name for path in page.parent.iterdir()) == ["qortex.md"]


def test_file_that_changed_meanwhile_stops_all_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path, TYPED)

    def late(library: Library) -> Iterator[Figure]:
        yield from fake(library)
        (root / PAGE).write_text(TYPED[PAGE] + "More.\n", encoding="utf-8")

    monkeypatch.setattr(MODULE, "typed_figures", late)
    done = run_fix(root, "--yes")
    assert done.exit_code == 2
    assert done.stderr == (
        f"dossier: {PAGE} has changed since it was read\n"
        "  hint: nothing was written; run the command again\n"
    )
    assert texts(root) == TYPED | {PAGE: TYPED[PAGE] + "More.\n"}
