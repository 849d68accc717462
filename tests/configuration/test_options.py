"""The keys of mkdocs.yml one by one: defaults, values, and what is told of a wrong one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.configuration.config_file import read_config_file
from dossier.configuration.options import Options
from dossier.plain.errors import ConfigError

Ask = Callable[[Options], object]


def options(folder: Path, text: str) -> Options:
    for name in ("content", "overrides"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(text)
    return Options(read_config_file(folder / "mkdocs.yml"), folder)


def test_folders(tmp_path: Path) -> None:
    found = options(tmp_path, "docs_dir: content\nsite_dir: ../out")
    assert found.content() == tmp_path / "content"
    assert found.site(found.content()) == tmp_path.parent / "out"


def test_theme(tmp_path: Path) -> None:
    assert options(tmp_path, "").theme() == ("mkdocs", None)
    assert options(tmp_path, "theme: material").theme() == ("material", None)
    found = options(tmp_path, "theme: {name: , custom_dir: overrides}")
    assert found.theme() == (None, tmp_path / "overrides")


def test_plugins_and_extensions(tmp_path: Path) -> None:
    assert options(tmp_path, "").plugins() == ["search"]
    assert options(tmp_path, "").extensions() == []
    found = options(
        tmp_path,
        "plugins: [/a, b: , c: {enabled: false}, d: {enabled: true}]\n"
        "markdown_extensions: {e: {enabled: false}, f: }",
    )
    assert found.plugins() == ["a", "b", "d"]
    assert found.extensions() == ["e", "f"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("", ""),
        ("edit_uri: a", "a/"),
        ("edit_uri_template: '{path!q}'", "{path!q}"),
        ("edit_uri: a\nedit_uri_template: b", "a/"),
    ],
)
def test_where_pages_are_edited(tmp_path: Path, text: str, address: str) -> None:
    assert options(tmp_path, text).edit_uri("") == address


WRONG: dict[str, tuple[str, Ask, str]] = {
    "text": (
        "remote_name: 5",
        lambda found: found.text("remote_name"),
        "mkdocs.yml:1:1: `remote_name` is no text\n  hint: write it in quotes",
    ),
    "inner text": (
        "theme:\n  name: 5",
        Options.theme,
        "mkdocs.yml:2:3: `theme.name` is no text\n  hint: write it in quotes",
    ),
    "switch": (
        "use_directory_urls: 1",
        lambda found: found.switch("use_directory_urls", default=True),
        "mkdocs.yml:1:1: `use_directory_urls` is neither true nor false",
    ),
    "address": (
        "site_url: ada.example",
        lambda found: found.address("site_url"),
        (
            "mkdocs.yml:1:1: `site_url` is no address of the web\n"
            "  hint: write it with https:// in front"
        ),
    ),
    "mapping": (
        "extra: []",
        lambda found: found.mapping("extra"),
        "mkdocs.yml:1:1: `extra` is not a mapping\n  hint: write keys and values below it",
    ),
    "plugins": (
        "plugins: a",
        Options.plugins,
        "mkdocs.yml:1:1: `plugins` is neither a list nor a mapping",
    ),
    "item": (
        "plugins:\n  - a\n  - b: c",
        Options.plugins,
        (
            "mkdocs.yml:3:5: `plugins` has an item that is no name with options\n"
            "  hint: write `- name`, or `- name: {option: value}`"
        ),
    ),
    "no content": ("", Options.content, "mkdocs.yml:1:1: there is no folder `FOLDER/docs`"),
    "content around all": (
        "docs_dir: .",
        Options.content,
        (
            "mkdocs.yml:1:1: `docs_dir` is the folder of this file itself\n"
            "  hint: write `docs_dir: content`"
        ),
    ),
    "site in content": (
        "docs_dir: content\nsite_dir: content/site",
        lambda found: found.site(found.content()),
        "mkdocs.yml:2:1: `docs_dir` and `site_dir` hold each other\n  hint: write `site_dir: site`",
    ),
    "nameless theme": (
        "theme: {custom_dir: overrides}",
        Options.theme,
        "mkdocs.yml:1:1: `theme` names none\n  hint: write `theme: {name: material}`",
    ),
    "theme of nothing": (
        "theme: {name: }",
        Options.theme,
        "mkdocs.yml:1:9: `theme` names none",
    ),
    "null templates": (
        "theme: {name: material, custom_dir: }",
        Options.theme,
        "mkdocs.yml:1:25: `theme.custom_dir` names no folder",
    ),
    "templates": (
        "theme:\n  name: material\n  custom_dir: nowhere",
        Options.theme,
        "mkdocs.yml:3:3: there is no folder `FOLDER/nowhere`",
    ),
    "template": (
        "edit_uri_template: '{file}'",
        lambda found: found.edit_uri(""),
        (
            "mkdocs.yml:1:1: `edit_uri_template` has a part that nobody fills in\n"
            "  hint: known are {path}, {path_noext}, {path!q} and {path_noext!q}"
        ),
    ),
}


@pytest.mark.parametrize(("text", "ask", "message"), WRONG.values(), ids=WRONG)
def test_wrong_value_is_told_with_its_place(
    tmp_path: Path, text: str, ask: Ask, message: str
) -> None:
    with pytest.raises(ConfigError) as error:
        ask(options(tmp_path, text))
    assert str(error.value) == message.replace("FOLDER", str(tmp_path))
