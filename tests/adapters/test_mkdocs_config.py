"""A configuration that could publish too much is refused, and told plainly."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.exceptions import PluginError

from dossier.adapters.mkdocs_config import add_templates, load
from dossier.plain.errors import ConfigError
from dossier.templates import THEME
from tests.canaries import RICH, leaks
from tests.sites import (
    configured,
    project,
    run,
)


def refused(root: Path, **config: object) -> str:
    with (
        configured(project(root, config=config), command="build") as configuration,
        pytest.raises(PluginError) as error,
    ):
        configuration.plugins.on_config(configuration)
    return str(error.value)


def test_a_file_that_is_not_there_is_an_error_of_its_reader(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.yml"):
        load(tmp_path / "none.yml")


class TestRefusedConfiguration:
    @pytest.mark.parametrize(
        "extension", ["pymdownx.snippets", "pymdownx.b64", "pymdownx.snippets:SnippetExtension"]
    )
    def test_extension_that_reads_files_into_pages(self, tmp_path: Path, extension: str) -> None:
        message = refused(tmp_path, markdown_extensions=["tables", extension])
        assert f"`{extension.partition(':')[0]}` reads files into pages" in message
        assert "[config-extension]" in message
        assert "hint: take it out of mkdocs.yml" in message

    @pytest.mark.parametrize(
        "pattern",
        [None, "", "*.md", "/applications/", "*\n!applications/", "*\n!/assets/\n"],
        ids=["none", "empty", "one kind", "one folder", "dossiers back in", "assets back in"],
    )
    def test_content_that_is_not_excluded(self, tmp_path: Path, pattern: str | None) -> None:
        message = refused(tmp_path, exclude_docs=pattern)
        assert "does not exclude all of content/" in message
        assert "[config-exclude]" in message
        assert 'exclude_docs: "*"' in message

    @pytest.mark.parametrize("folder", [".", "content", "content/assets"])
    def test_theme_that_holds_content(self, tmp_path: Path, folder: str) -> None:
        (tmp_path / "content" / "assets").mkdir(parents=True)
        message = refused(tmp_path, theme={"name": "material", "custom_dir": folder})
        assert "the theme would publish what stands in content/" in message

    def test_options_that_nobody_knows(self, tmp_path: Path) -> None:
        assert "no key `x`" in refused(tmp_path, extra={"dossier": {"x": 1}})

    def test_refusal_is_one_message_without_a_traceback(self, tmp_path: Path) -> None:
        root = project(tmp_path, RICH, config={"exclude_docs": "*.yml"})
        done = run(root, "mkdocs", "build", check=False)
        assert done.returncode == 1
        assert "ERROR   -  dossier: mkdocs.yml does not exclude all of content/" in done.stderr
        assert "Traceback" not in done.stderr
        assert not (root / "site").exists()
        assert not leaks({"output": (done.stdout + done.stderr).encode()})


@pytest.mark.parametrize(("own", "expected"), [("own", ["own", "ours"]), (None, ["ours", "own"])])
def test_templates_of_the_package_stand_behind_a_site_s_own_and_once(
    own: str | None, expected: list[str]
) -> None:
    theme = SimpleNamespace(dirs=["own", "theme"], custom_dir=own)
    for _ in range(2):
        add_templates(SimpleNamespace(theme=theme))  # type: ignore[arg-type]
        shown = ["ours" if folder == str(THEME) else folder for folder in theme.dirs]
        assert shown == [*expected, "theme"]
