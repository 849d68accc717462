"""*Private text is absent from a public build*: not even as a file of the theme's."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from tests.builders import MINIMAL
from tests.sites import invoke, project, write

NOTES = "content/applications/zyx/salary.txt"
PLACES = ("n.txt", "assets/a/n.svg", "partials/header.html", ".icons/own/n.svg", "fragments/n.html")


def attacked(root: Path, place: str, *, kind: str) -> Path:
    """Write a project with a file of `content/` among those of the theme, by a link."""
    project(root, MINIMAL | {NOTES: "QUOKKAFOX"})
    (root / "overrides").unlink(missing_ok=True)
    write(root, {"overrides/other.css": "fine"})
    path = root / "overrides" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    secret = root / NOTES
    if kind == "hard":
        os.link(secret, path)
    elif kind == "of a link":
        (root / "between").symlink_to(secret)
        path.symlink_to(root / "between")
    elif kind == "folder":
        path.symlink_to(secret.parent, target_is_directory=True)
    else:
        path.symlink_to(secret if kind == "absolute" else os.path.relpath(secret, path.parent))
    return root


def dossier(root: Path, *words: str) -> str:
    done = CliRunner().invoke(main, [words[0], "-f", str(root / "mkdocs.yml"), *words[1:]])
    assert done.exit_code
    return done.output


@pytest.mark.parametrize("kind", ["relative", "absolute", "of a link", "folder", "hard"])
@pytest.mark.parametrize("place", PLACES)
def test_mkdocs_does_not_publish_it(tmp_path: Path, place: str, kind: str) -> None:
    root = attacked(tmp_path, place, kind=kind)
    done = invoke(root)
    assert done.exit_code
    assert f"overrides/{place}" in done.output
    assert not (root / "site").exists() or "QUOKKAFOX" not in str(list((root / "site").rglob("n*")))


@pytest.mark.parametrize("kind", ["relative", "hard"])
@pytest.mark.parametrize(
    "words", [("build",), ("check", "--publish"), ("publish", "--yes"), ("stage", "{}/out")]
)
def test_no_command_of_ours_does(tmp_path: Path, words: tuple[str, ...], kind: str) -> None:
    root = attacked(tmp_path, "n.txt", kind=kind)
    assert "overrides/n.txt" in dossier(root, *(word.format(tmp_path) for word in words))


def test_what_lies_elsewhere_is_refused_too(tmp_path: Path) -> None:
    root = attacked(tmp_path, "n.txt", kind="relative")
    (root / "overrides/n.txt").unlink()
    write(root, {".dossier/keys.json": "{}"})
    (root / "overrides/n.txt").symlink_to(root / ".dossier/keys.json")
    assert "overrides/n.txt" in dossier(root, "build")


def test_links_within_the_theme_are_fine(tmp_path: Path) -> None:
    root = attacked(tmp_path, "n.txt", kind="relative")
    (root / "overrides/n.txt").unlink()
    (root / "overrides/n.css").symlink_to("other.css")
    done = invoke(root)
    assert not done.exit_code, done.output
    assert (root / "site/n.css").read_text() == "fine"
