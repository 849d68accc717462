"""A configuration that could publish too much: what of it is told, whoever has read it."""

import re
from pathlib import Path

import pytest
from pathspec.gitignore import GitIgnoreSpec

from dossier.configuration.exposure import (
    READING_EXTENSIONS,
    READING_PLUGINS,
    TRIED_PLUGINS,
    refuse_included,
    refuse_nested,
    refuse_passwords,
    refuse_readers,
    refuse_strayed,
    refuse_unspoken,
    refuse_untried,
)
from dossier.plain.errors import ConfigError


@pytest.mark.parametrize("name", sorted(READING_EXTENSIONS))
@pytest.mark.parametrize("suffix", ["", ":Extension"])
def test_every_reading_extension(name: str, suffix: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(f"`{name}` reads files into pages")):
        refuse_readers(["tables", name + suffix], [])


@pytest.mark.parametrize("name", sorted(READING_PLUGINS))
@pytest.mark.parametrize("prefix", ["", "material/"])
def test_every_reading_plugin(name: str, prefix: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(f"`{prefix}{name}` reads files into pages")):
        refuse_readers([], {"search": object(), prefix + name: object()})


def test_others_read_nothing() -> None:
    refuse_readers(["tables", "pymdownx.emoji"], ["search", "material/tags"])


@pytest.mark.parametrize("lines", [["*"], ["**"], ["*.md", "*.yml", "/assets/"], ["#", "*"]])
def test_all_is_left_out(lines: list[str]) -> None:
    refuse_included(GitIgnoreSpec.from_lines(lines))


@pytest.mark.parametrize(
    "lines",
    [None, [], ["*.md"], ["/applications/"], ["*", "!x.md"], ["#*"]],
    ids=["none", "empty", "one kind", "one folder", "one back in", "a comment"],
)
def test_not_all_is_left_out(lines: list[str] | None) -> None:
    with pytest.raises(ConfigError, match="does not exclude all of content/"):
        refuse_included(None if lines is None else GitIgnoreSpec.from_lines(lines))


@pytest.mark.parametrize("folder", ["content", "content/theme", "."])
def test_folders_that_hold_each_other(tmp_path: Path, folder: str) -> None:
    with pytest.raises(ConfigError, match="hold each other"):
        refuse_nested(tmp_path / "content", [tmp_path / "overrides", tmp_path / folder])


@pytest.mark.parametrize(("content", "theme"), [("content", "link"), ("link", "content")])
def test_folders_that_hold_each_other_by_a_link(tmp_path: Path, content: str, theme: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "link").symlink_to("content")
    with pytest.raises(ConfigError, match="hold each other"):
        refuse_nested(tmp_path / content, [tmp_path / theme])


def test_folders_side_by_side(tmp_path: Path) -> None:
    refuse_nested(tmp_path / "content", [tmp_path / "content-theme"])


@pytest.mark.parametrize("name", sorted(TRIED_PLUGINS))
def test_plugin_that_was_tried_passes(name: str) -> None:
    refuse_untried([name, f"material/{name}"], [])


def test_plugin_that_nobody_tried_is_refused_until_the_author_names_it() -> None:
    with pytest.raises(ConfigError, match="`markdownextradata`") as error:
        refuse_untried(["search", "markdownextradata"], [])
    assert "allow_plugins: [{name: markdownextradata, reason: …}]" in error.value.hint
    refuse_untried(["search", "markdownextradata"], ["markdownextradata"])


def test_file_of_a_theme_that_is_really_anothers(tmp_path: Path) -> None:
    content, own = tmp_path / "content", tmp_path / "overrides"
    content.mkdir()
    (own / "parts").mkdir(parents=True)
    (own / "main.html").write_text("mine")
    for folder in (content, tmp_path):
        (folder / "a.md").write_text("private")
    (own / "twin.html").hardlink_to(own / "main.html")
    (own / "same.html").symlink_to(own / "main.html")
    refuse_strayed(content, own, [own])
    refuse_strayed(content, None, [own])
    strayed = own / "parts/x.html"
    key = "#k1" + "a" * 56
    cases = (
        (lambda: strayed.symlink_to(tmp_path / "a.md"), "is a link that leads out of the theme"),
        (lambda: strayed.hardlink_to(content / "a.md"), "is a file of content/ under another name"),
        (lambda: strayed.write_text(key), "holds a share's link with its key"),
    )
    for put, why in cases:
        put()
        with pytest.raises(ConfigError, match=f"overrides/parts/x.html {why}"):
            refuse_strayed(content, own, [own])
        strayed.unlink()


def test_comment_in_a_text_that_pages_would_have() -> None:
    for values in (
        {"site_name": "Ada <!-- quiet -->"},
        {"extra": {"said": ["a", {"b": "c <!-- quiet -->"}]}},
    ):
        with pytest.raises(ConfigError, match=f"`{next(iter(values))}` in mkdocs.yml"):
            refuse_unspoken(values)
    refuse_unspoken({"site_name": "a < b", "extra": {"dossier": "<!-- our own -->"}})


@pytest.mark.parametrize(
    "values",
    [
        {"remote_name": "http://ada:TOKEN@git.example/site.git"},
        {"remote_name": "ssh://ada:TOKEN@git.example/site.git"},
        {"extra_css": ["https://TOKEN@cdn.example/a.css"]},
        {"plugins": [{"feed": {"from": "https://ada:TOKEN@feeds.example"}}]},
        {"extra": {"dossier": {"public_repo": "https://ada:TOKEN@git.example/a"}}},
        {"mine": {"https://TOKEN@a.example": 1}},
    ],
    ids=str,
)
def test_no_address_has_a_password_under_whatever_key(values: dict[str, object]) -> None:
    with pytest.raises(ConfigError, match=f"`{next(iter(values))}` in mkdocs.yml") as told:
        refuse_passwords(values)
    assert "TOKEN" not in f"{told.value} {told.value.hint}"


def test_address_without_a_password_is_taken() -> None:
    for remote in ("site", "ssh://git@git.example/site.git", "git@git.example:site.git", "../a"):
        refuse_passwords({"remote_name": remote, "dev_addr": "127.0.0.1:8000"})
