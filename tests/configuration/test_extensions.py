"""Markdown extensions by name and options; builds with them are in tests/attacks."""

from pathlib import Path

import pytest
import yaml

from dossier.configuration.extensions import (
    TRIED_EXTENSIONS,
    named_paths,
    refuse_private_options,
    refuse_untried_extensions,
)
from dossier.plain.errors import ConfigError
from tests.builders import REPOSITORY


def test_those_of_this_repository_and_of_the_library_need_no_permission() -> None:
    text = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    named = yaml.safe_load(text)["markdown_extensions"]
    names = [name if isinstance(name, str) else next(iter(name)) for name in named]
    refuse_untried_extensions([*names, *TRIED_EXTENSIONS, "markdown.extensions.toc"], [])


@pytest.mark.parametrize("name", ["mdx_include2", "pymdownx.snippets2", "tocs", "a.toc"])
def test_others_do(name: str) -> None:
    with pytest.raises(ConfigError, match="was never tried") as error:
        refuse_untried_extensions(["toc", name], [])
    assert f"allow_extensions: [{{name: {name}, reason: …}}]" in error.value.hint
    refuse_untried_extensions(["toc", name], [name])


@pytest.mark.parametrize(
    "options",
    [
        {"options": {"custom_icons": ["content/applications"]}},
        {"custom_icons": ["applications"]},
        {"base_path": "."},
        {"base_path": "overrides/../content"},
        {"x": {"y": [{"z": ("content/a.md",)}]}},
        {"title": "content/a.md"},
        {"file": "link"},
    ],
    ids=str,
)
def test_an_option_that_names_content_is_refused(
    tmp_path: Path, options: dict[str, object]
) -> None:
    content = site(tmp_path)
    with pytest.raises(ConfigError, match=r"names what stands in content/"):
        refuse_private_options([("a", {}), ("b", options)], content, tmp_path)


@pytest.mark.parametrize(
    "options",
    [
        {"custom_icons": ["overrides/.icons", "not/there"]},
        {"permalink": True, "title": ".", "base_url": "/", "separator": "_", "x": "a\0b"},
        {"x": ""},
    ],
    ids=str,
)
def test_others_are_not(tmp_path: Path, options: dict[str, object]) -> None:
    refuse_private_options([("b", options)], site(tmp_path), tmp_path)


def site(root: Path) -> Path:
    (root / "content/applications").mkdir(parents=True)
    (root / "overrides/.icons").mkdir(parents=True)
    (root / "content/a.md").touch()
    (root / "link").symlink_to(root / "content/a.md")
    return root / "content"


def test_what_options_name_is_found_as_a_path_where_one_is(tmp_path: Path) -> None:
    (tmp_path / "icons").mkdir()
    options = {"a": ["icons", "none", "", "x\0y", "z" * 5000], "b": {"c": True}}
    assert list(named_paths([("any", options)], tmp_path)) == [tmp_path.resolve() / "icons"]
