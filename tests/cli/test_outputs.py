"""What a command writes where its author says: nothing that is not its own is replaced."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.cli.outputs import WRITTEN
from tests.sites import project, write

THERE = (
    ".git/config",
    ".git/HEAD",
    ".gitignore",
    ".github/workflows/publish.yml",
    "bench/report.json",
    "content/assets/cv.pdf",
    "content/profile.yml",
    "mkdocs.yml",
    "notes.txt",
)
NOT_THERE = (".git/hooks/post-commit", ".github/workflows/new.yml", ".env", "bare.git/hooks/x")
EXPORTS = (
    ("letter", "acme", "--format", "md"),
    ("calendar",),
    ("data", "--audience", "private"),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = project(tmp_path / "site")
    write(root, {name: "mine\n" for name in THERE if not (root / name).exists()})
    write(root, {"bare.git/HEAD": "ref: refs/heads/main\n", "bare.git/objects/info/x": ""})
    return root


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "-f", str(root / "mkdocs.yml")])


@pytest.mark.parametrize("words", EXPORTS, ids=lambda words: words[0])
@pytest.mark.parametrize("name", THERE + NOT_THERE)
def test_nothing_is_written_over_what_no_export_wrote(
    root: Path, words: tuple[str, ...], name: str
) -> None:
    path = root / name
    before = path.read_bytes() if path.exists() else None
    done = run(root, "export", *words, "-o", str(path))
    assert (done.exit_code, "hint: " in done.stderr) == (2, True), done.output
    assert (path.read_bytes() if path.exists() else None) == before


@pytest.mark.parametrize("name", ["cv.md", "out of/it.md", "content/assets/cv.md"])
def test_an_export_is_written_again_and_again(root: Path, name: str) -> None:
    path = root / name
    path.parent.mkdir(exist_ok=True)
    for words in (EXPORTS[0], EXPORTS[0], EXPORTS[2]):
        done = run(root, "export", *words, "-o", str(path))
        assert done.exit_code == 0, done.output
    path.write_text("corrected by hand\n")
    refused = run(root, "export", *EXPORTS[0], "-o", str(path))
    assert (refused.exit_code, "not as an export of this site left it" in refused.stderr) == (
        2,
        True,
    )
    assert path.read_text() == "corrected by hand\n"
    path.unlink()
    assert run(root, "export", *EXPORTS[0], "-o", str(path)).exit_code == 0


@pytest.mark.parametrize("kept", ["{", "[]", '{"files": []}', '{"files": {"a": 1}}'])
def test_a_list_that_cannot_be_read_lets_nothing_be_replaced(root: Path, kept: str) -> None:
    path = root / "cv.md"
    assert run(root, "export", *EXPORTS[0], "-o", str(path)).exit_code == 0
    (root / WRITTEN).write_text(kept)
    assert run(root, "export", *EXPORTS[0], "-o", str(path)).exit_code == 2
    path.unlink()
    assert run(root, "export", *EXPORTS[0], "-o", str(path)).exit_code == 0


def test_what_makes_a_new_file_makes_none_in_the_folder_of_git(root: Path) -> None:
    hook = root / ".git/hooks/post-commit"
    hook.parent.mkdir()
    proof = ("new", "proof", "qortex/gain", "--run", "make x", "--at", "a.json#/x")
    for words in (("ask", "qortex/gain", "--of", "github:maria"), proof):
        done = run(root, *words, "-o", str(hook))
        assert (done.exit_code, "git's own folder" in done.stderr) == (2, True), done.output
    assert not hook.exists()


def test_schemas_and_fields_take_the_place_of_their_like_alone(tmp_path: Path) -> None:
    def invoke(*words: str) -> int:
        return CliRunner().invoke(main, [*words]).exit_code

    schemas, fields = tmp_path / "schemas", tmp_path / "fields.md"
    for _ in range(2):
        assert invoke("schema", "--write", str(schemas)) == 0
        assert invoke("help", "--write", str(fields)) == 0
    for path, words in (
        (schemas / "project.json", ("schema", "--write", str(schemas))),
        (fields, ("help", "--write", str(fields))),
    ):
        path.write_text('{"mine": true}\n')
        assert invoke(*words) == 2
        assert path.read_text() == '{"mine": true}\n'
