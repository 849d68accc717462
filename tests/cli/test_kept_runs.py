"""A run of nothing new comes to what was kept: to the same bytes as one from nothing."""

import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dossier.build import Project
from dossier.cli import main
from dossier.lint.cache import forget
from dossier.plain.kept_results import KeptResult
from dossier.plain.problems import CODES
from tests.adapters.edits import Author
from tests.builders import MINIMAL, PROJECT
from tests.sites import files_of, project, write

ABOUT = "# About\n\n<!-- dossier: allow evidence-unknown: later -->\n[x](evidence:y/z)\n"
WRONG = MINIMAL | {
    "content/projects/qortex.md": PROJECT.replace("qortex/gain)", "qortex/gian)"),
    "content/about.md": ABOUT,
}
PAGE = "applications/acme/index.html"


def run(root: Path, *options: str) -> Result:
    command, *rest = options
    return CliRunner().invoke(main, [command, "-f", str(root / "mkdocs.yml"), *rest])


@pytest.fixture(name="reads")
def count_reads(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return a list that grows whenever the content is read."""
    reads: list[object] = []
    known = Project.read

    def read(*arguments: Any) -> Project:  # noqa: ANN401 - as they come
        reads.append(arguments)
        return known(*arguments)

    monkeypatch.setattr(Project, "read", read)
    return reads


def test_a_private_site_is_built_again_only_if_it_would_be_another(
    tmp_path: Path, reads: list[object], caplog: pytest.LogCaptureFixture
) -> None:
    root, out = project(tmp_path / "project", WRONG), tmp_path / "out"
    build = ("build", "--private", str(out))
    kept = root / ".cache/private/build.json"

    def clean() -> dict[str, bytes]:
        run(root, "build", "--no-cache", "--private", str(tmp_path / "clean"))
        return files_of(tmp_path / "clean")

    wanted, first = clean(), run(root, *build)
    assert files_of(out) == wanted
    count, second = len(reads), run(root, *build)
    assert len(reads) == count
    assert files_of(out) == wanted
    assert second.stdout == first.stdout
    told = [record.getMessage() for record in caplog.records if "error: " in record.getMessage()]
    assert len(told) == 3
    assert len(set(told)) == 1

    page, whole = out / PAGE, kept.read_bytes()
    spoils: dict[str, Callable[[], object]] = {
        "page altered": lambda: page.write_bytes(page.read_bytes().replace(b"Acme", b"Ecma")),
        "page gone": page.unlink,
        "page too many": (out / "more.html").touch,
        "kept is cut": lambda: kept.write_bytes(whole[:-9]),
        "kept is altered": lambda: kept.write_bytes(whole.replace(b"gian", b"giant")),
    }
    for name, spoil in spoils.items():
        spoil()
        count = len(reads)
        run(root, *build)
        assert len(reads) == count + 1, name
        assert files_of(out) == wanted, name

    write(root, {"content/index.md": MINIMAL["content/index.md"] + "\nMore.\n"})
    run(root, *build)
    assert files_of(out) == clean() != wanted
    count = len(reads)
    run(root, *build, "--previews")
    assert len(reads) == count + 1


def test_it_is_refused_where_it_may_not_be_any_more(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    out = tmp_path / "out"
    assert run(root, "build", "--private", str(out)).exit_code == 0
    (tmp_path / ".git").mkdir()
    assert run(root, "build", "--private", str(out)).exit_code == 2


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_check_tells_what_it_told(tmp_path: Path, reads: list[object], form: str) -> None:
    root = project(tmp_path, WRONG)
    check = ("check", "--format", form, "--as-of", "2026-03-01")
    first = run(root, *check)
    assert "gian" in first.stdout
    assert len(reads) == 1
    for options in (
        [],
        ["--strict"],
        ["--code", "evidence-unknown"],
        [str(root / "content/projects")],
    ):
        count, known = len(reads), run(root, *check, *options)
        assert len(reads) == count
        anew = run(root, *check, "--no-cache", *options)
        assert len(reads) == count + 1
        assert (known.stdout, known.exit_code) == (anew.stdout, anew.exit_code)
    write(root, {"content/index.md": MINIMAL["content/index.md"] + "\n[y](evidence:y/z)\n"})
    edited = run(root, *check)
    assert edited.stdout == run(root, *check, "--no-cache").stdout != first.stdout
    for options in (["--as-of", "2027-03-01"], ["--publish"]):
        count = len(reads)
        run(root, *check, *options)
        assert len(reads) == count + 1


HEARD = "They pay a hundred and ninety thousand, I hear."
TEXTS = (HEARD, "Dear Hooli, I build rankers.", "At Initech I built it.", "A word.", "ACME", "")
OPEN = ("", "", "audience: public\n", "aliases: [Ranker, Umbrella]\n", "lead: ml\n")


def cross(author: Author) -> str:
    """Write into a dossier, or a public page, what may be another's; or open a dossier."""
    dice, content = author.dice, author.root / "content"
    files = [f"applications/{name}/index.md" for name in ("acme", "hooli", "initech")]
    name = dice.choice([*files, *files, "about.md", "projects/lab.md"])
    path, said = content / name, dice.choice(TEXTS)
    if not path.exists():
        return f"{name} is not there"
    head, _, text = path.read_text().partition("---\n")[2].partition("\n---\n")
    own = dice.choice(OPEN) if name in files else ""
    heading = dice.choice(("Letter", "Notes", "Context", "Pitch"))
    text = f"{text}\n## {heading}\n\n{said}\n" if name in files else f"{text}\n{said}\n"
    path.write_text(f"---\n{own}{head}\n---\n{text}")
    return f"{name}: {own!r} {heading} {said!r}"


@pytest.mark.parametrize(
    ("seed", "edits"),
    [(1, 14), *(pytest.param(seed, 100, marks=pytest.mark.long) for seed in range(2, 12))],
)
def test_after_any_edit_a_check_tells_what_one_from_nothing_does(
    tmp_path: Path, seed: int, edits: int
) -> None:
    root = project(tmp_path, {})
    (root / "overrides").unlink()
    (root / "overrides").mkdir()
    author = Author(root, random.Random(seed))  # noqa: S311 - edits are no secret
    author.begin()
    codes: set[str] = set()
    for number in range(edits):
        author.done.append(cross(author)) if number % 2 else author.edit()
        forget()
        form = ("json", "text")[number // 2 % 2]
        known = run(root, "check", "--format", form)
        forget()
        anew = run(root, "check", "--no-cache", "--format", form)
        assert known.exception is None or isinstance(known.exception, SystemExit), author.done
        assert (known.stdout, known.exit_code) == (anew.stdout, anew.exit_code), author.done
        codes |= {code for code in CODES if f"[{code}]" in known.stdout}
    assert codes & {"other-dossier", "name-private", "text-published"}


def test_a_site_of_code_or_variables_of_its_own_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPOKEN", "Ada")
    named = {"pymdownx.emoji": {"options": {"custom_icons": ["icons"]}}}
    monkeypatch.delitem(sys.modules, "imported_by_silent", raising=False)
    configs: dict[str, dict[str, object]] = {
        "variable": {"site_name": "!ENV SPOKEN"},
        "hook": {"hooks": ["hooks/mkdocs_hooks.py", "own.py"]},
        "what a hook imports": {"hooks": ["hooks/mkdocs_hooks.py", "silent.py"]},
        "option": {"markdown_extensions": ["attr_list", named]},
    }
    for name, config in configs.items():
        root = project(tmp_path / name, config=config)
        own = {"own.py": "def on_post_page(output, **_):\n    return output\n"}
        write(root, own | {"silent.py": "import imported_by_silent", "imported_by_silent.py": ""})
        (root / "icons").mkdir()
        text = (root / "mkdocs.yml").read_text().replace("'!ENV SPOKEN'", "!ENV SPOKEN")
        (root / "mkdocs.yml").write_text(text)
        done = run(root, "build", "--private", str(tmp_path / f"{name}-out"))
        assert done.exit_code == 0, (name, done.stderr)
        assert not (root / ".cache/private/build.json").exists(), name


def test_the_public_site_is_always_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    root = project(tmp_path / "project")
    run(root, "build")
    wanted = files_of(root / "site")
    run(root, "check")
    run(root, "build", "--private", str(tmp_path / "out"))
    monkeypatch.setattr(KeptResult, "read", refuse)
    monkeypatch.setattr(KeptResult, "begin", refuse)
    assert run(root, "build").exit_code == 0
    assert files_of(root / "site") == wanted
