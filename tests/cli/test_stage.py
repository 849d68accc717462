"""`dossier stage`: a tree that any engine may publish."""

import posixpath
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt

from dossier.adapters.staged import MARKER, staged_tree
from dossier.adapters.staged_engines import Engine
from dossier.cli import main
from dossier.model.audience import Audience
from dossier.plain.trees import replace_tree
from tests.builders import APPLICATION, MINIMAL, PROJECT, REPOSITORY, write_site
from tests.canaries import OPEN, RICH, found_words, leaks, open_words
from tests.sites import files_of, project, run
from tests.views import build

SHIPPED = {f"content/{name}": text for name, text in files_of(REPOSITORY / "content").items()}
SITES: Mapping[str, Mapping[str, str | bytes]] = {"rich": RICH, "shipped": SHIPPED}


def stage(root: Path, folder: Path, *options: str) -> Result:
    return CliRunner().invoke(
        main, ["stage", str(folder), "-f", str(root / "mkdocs.yml"), *options]
    )


def staged(tmp_path: Path, files: Mapping[str, str | bytes]) -> Path:
    """Return the tree of a site, whatever is wrong with it."""
    settings = write_site(tmp_path / "project", files, audience=Audience.PUBLIC)
    replace_tree(tmp_path / "tree", staged_tree(build(settings), settings), MARKER)
    return tmp_path / "tree"


def links_of(text: str) -> Iterator[str]:
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        for child in token.children or ():
            address = child.attrs.get("href") or child.attrs.get("src")
            if address:
                yield str(address)


def test_private_words_are_not_in_the_tree(tmp_path: Path) -> None:
    assert leaks(files_of(staged(tmp_path, RICH))) == []


def test_public_words_are_in_the_tree(tmp_path: Path) -> None:
    tree = files_of(staged(tmp_path, RICH))
    # A role's id is an anchor of the site only.
    assert open_words() - found_words(OPEN, tree.values()) == {"wombatowlrole"}


def test_tree_is_of_markdown_and_assets_only(tmp_path: Path) -> None:
    tree = staged(tmp_path, RICH)
    assert sorted(files_of(tree)) == [
        ".staged",
        "about.md",
        "applications/index.md",
        "applications/open/index.md",
        "assets/paper.pdf",
        "assets/pitch.svg",
        "assets/shown.png",
        "evidence/index.md",
        "index.md",
        "projects/index.md",
        "projects/qortex.md",
    ]


@pytest.mark.parametrize("name", SITES)
def test_every_link_leads_somewhere(tmp_path: Path, name: str) -> None:
    tree = staged(tmp_path, SITES[name])
    texts = {path: path.read_text(encoding="utf-8") for path in tree.rglob("*.md")}
    anchors = {path: set(re.findall(r'<a id="([^"]*)">', text)) for path, text in texts.items()}
    followed = 0
    for path, text in texts.items():
        assert not re.search(r"\]\((?:evidence|project|proof|figure):", text)
        for address in links_of(text):
            parts = urlsplit(address)
            if parts.scheme:
                continue
            target = path
            if parts.path:
                target = Path(posixpath.normpath(path.parent / unquote(parts.path)))
            assert target.is_file(), f"{path}: {address}"
            fragment = unquote(parts.fragment)
            assert not fragment or fragment in anchors[target], f"{path}: {address}"
            followed += 1
    assert followed > 10


def test_same_tree_twice(tmp_path: Path) -> None:
    root = project(tmp_path / "project", SHIPPED)
    stage(root, tmp_path / "a")
    run(root, "dossier", "stage", str(tmp_path / "b"), PYTHONHASHSEED="7", TZ="Asia/Tokyo")
    assert files_of(tmp_path / "a") == files_of(tmp_path / "b")


def test_what_stops_a_publish_stops_it_before_anything_is_written(tmp_path: Path) -> None:
    broken = PROJECT.replace("evidence:qortex/gain)", "evidence:qortex/gian)")
    note = "They pay a hundred and ninety thousand."
    wrong = {
        "content/projects/qortex.md:10:14: error: there is no evidence": (PROJECT, broken),
        "[text-published]": ("It retrieves", f"{note} It retrieves"),
        "[name-private]": ("It retrieves", "Made for Zephyrworks Robotics. It retrieves"),
    }
    theirs = APPLICATION.replace("company: Acme\n", "company: Zephyrworks Robotics\n")
    files = MINIMAL | {"content/applications/zephyr/index.md": f"{theirs}\n{note}\n"}
    root, tree = project(tmp_path / "project", files), tmp_path / "tree"
    for said, (old, new) in wrong.items():
        (root / "content/projects/qortex.md").write_text(PROJECT.replace(old, new))
        for engine in (None, *Engine):
            done = stage(root, tree, *(("--for", engine.value) if engine else ()))
            assert (done.exit_code, said in done.stderr) == (1, True), (said, done.output)
            assert not tree.exists()
    tree.mkdir()
    assert f"{tree} is as it was" in stage(root, tree).stderr


def test_private_problems_are_not_told(tmp_path: Path) -> None:
    files = MINIMAL | {
        "content/applications/acme/index.md": "---\ncompany: Acme\nstatus: lost\n---\n"
    }
    root = project(tmp_path / "project", files)
    told = CliRunner().invoke(main, ["check", "-f", str(root / "mkdocs.yml")])
    assert "`status`" in told.output
    done = stage(root, tmp_path / "tree")
    assert (done.exit_code, done.stderr) == (0, "")


class TestFolder:
    def test_tree_of_before_is_replaced(self, tmp_path: Path) -> None:
        root, tree = project(tmp_path / "project"), tmp_path / "tree"
        stage(root, tree)
        (tree / "old.md").touch()
        assert stage(root, tree).exit_code == 0
        assert not (tree / "old.md").exists()
        assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "tree"]

    def test_empty_folder_is_filled(self, tmp_path: Path) -> None:
        (tmp_path / "tree").mkdir()
        assert stage(project(tmp_path / "project"), tmp_path / "tree").exit_code == 0

    @pytest.mark.parametrize("name", ["photo.png", "index.md", ".hidden", "site/index.html"])
    def test_foreign_folder_is_refused(self, tmp_path: Path, name: str) -> None:
        path = tmp_path / "tree" / name
        path.parent.mkdir(parents=True)
        path.write_text("mine")
        done = stage(project(tmp_path / "project"), tmp_path / "tree")
        assert done.exit_code == 2
        assert "holds other files" in done.stderr
        assert files_of(tmp_path / "tree") == {name: b"mine"}

    @pytest.mark.parametrize(
        ("folder", "reason"),
        [
            (".", "holds the project itself"),
            ("..", "holds the project itself"),
            ("content", "is where you write"),
            ("content/new", "is where you write"),
            ("hooks", "which no build may clear"),
            ("mkdocs.yml", "is a file"),
        ],
    )
    def test_source_is_refused(self, tmp_path: Path, folder: str, reason: str) -> None:
        root = project(tmp_path / "project")
        before = sorted(tmp_path.rglob("*"))
        done = stage(root, root / folder)
        assert done.exit_code == 2
        assert reason in done.stderr
        assert sorted(tmp_path.rglob("*")) == before

    def test_build_that_fails_leaves_the_tree_of_before(self, tmp_path: Path) -> None:
        root, tree = project(tmp_path / "project"), tmp_path / "tree"
        stage(root, tree)
        before = files_of(tree)
        shutil.rmtree(root / "content")
        assert stage(root, tree).exit_code == 2
        assert files_of(tree) == before
