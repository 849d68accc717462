"""The folders of themes: those that MkDocs finds, and it is not imported for them."""

from functools import cache
from pathlib import Path

import pytest
from mkdocs import utils
from mkdocs.theme import Theme

from dossier.configuration import themes
from dossier.configuration.themes import theme_folders


@pytest.mark.parametrize("name", ["material", "mkdocs", "readthedocs", None])
def test_folders_are_those_of_mkdocs(name: str | None) -> None:
    theirs = Theme(name=name, custom_dir="overrides").dirs[1:]
    assert theme_folders(name) == tuple(map(Path, theirs))


def installed(folder: Path, monkeypatch: pytest.MonkeyPatch, **targets: str) -> None:
    """Install themes below a folder: what each entry point leads to, by name."""
    found = folder / "themes-1.dist-info"
    found.mkdir()
    (found / "METADATA").write_text("Metadata-Version: 2.1\nName: themes\nVersion: 1\n")
    lines = [f"{name} = {target}" for name, target in targets.items()]
    (found / "entry_points.txt").write_text("\n".join(["[mkdocs.themes]", *lines]))
    monkeypatch.syspath_prepend(folder)
    # The engine's own is asked once a run, by tests/compiled.py.
    monkeypatch.setattr(utils, "get_themes", cache(utils.get_themes.__wrapped__))


def test_theme_that_builds_on_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in {"a/deep": "extends: b", "b": "extends: mkdocs", "c": ""}.items():
        package = tmp_path / name
        package.mkdir(parents=True)
        (package / "mkdocs_theme.yml").write_text(text)
        for folder in (package, package.parent):
            (folder / "__init__.py").touch()
    (tmp_path / "c" / "module.py").touch()
    installed(tmp_path, monkeypatch, a="a.deep", b="b", c="c.module")
    for name, folders in {"a": ("a/deep", "b"), "c": ("c",)}.items():
        theirs = tuple(map(Path, Theme(name=name).dirs))
        assert theme_folders(name) == theirs
        assert theirs[: len(folders)] == tuple(tmp_path / folder for folder in folders)


def test_theme_that_is_not_installed() -> None:
    with pytest.raises(LookupError, match="there is no theme `nowhere`, only material, mkdocs"):
        theme_folders("nowhere")


def test_theme_whose_package_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, monkeypatch, gone="gone_away")
    with pytest.raises(LookupError, match="`gone_away` is not installed"):
        themes.theme_folders("gone")
