"""What a configuration says, as MkDocs reads it, and what it must not say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.exceptions import ConfigurationError as MkDocsConfigurationError

from dossier.plain.errors import ConfigError
from dossier.settings import Configuration, Outlet, Settings, settings_of

READING_EXTENSIONS = frozenset(
    {"pymdownx.snippets", "pymdownx.b64", "markdown_include.include", "mdx_include"}
)
"""Markdown extensions that read files into pages, past every filter."""
READING_PLUGINS = frozenset(
    {"macros", "include-markdown", "table-reader", "gen-files", "monorepo", "mkdocs-jupyter"}
)
"""Plugins that do."""


def read_settings(config: MkDocsConfig) -> Settings:
    """Return the settings that a configuration gives, for the public. Raises ConfigError."""
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    if not config.theme.custom_dir:
        raise ConfigError("mkdocs.yml names no theme.custom_dir", "write `custom_dir: overrides`")
    return settings_of(
        root,
        content=Path(config.docs_dir).resolve(),
        templates=Path(config.theme.custom_dir).resolve(),
        directory_urls=config.use_directory_urls,
        options=config.extra.get("dossier"),
    )


def read_configuration(config_file: Path) -> Configuration:
    """Return what a configuration file says, for the public. Raises ConfigError."""
    config = load(config_file)
    check(config)
    edit = config.edit_uri or config.edit_uri_template or ""
    outlet = Outlet(
        config.remote_name,
        config.remote_branch,
        config.repo_url or "",
        edit,
        config.site_url or "",
    )
    site = Path(config.site_dir).resolve()
    return Configuration(config_file, read_settings(config), site, outlet)


def load(config_file: Path, **options: Any) -> MkDocsConfig:  # noqa: ANN401 - MkDocs' options
    """Read a configuration. Raises ConfigError."""
    try:
        return load_config(str(config_file), **options)
    except (Abort, MkDocsConfigurationError) as error:
        raise ConfigError(str(error)) from error


def check(config: MkDocsConfig) -> None:
    """Refuse a configuration that could publish too much. Raises ConfigError."""
    # An extension may also be named with its class: `pymdownx.snippets:SnippetExtension`.
    extensions = {name.partition(":")[0] for name in config.markdown_extensions}
    reading = sorted(READING_EXTENSIONS & extensions)
    reading += sorted(name for name in config.plugins if name.split("/")[-1] in READING_PLUGINS)
    if reading:
        raise ConfigError(
            f"`{reading[0]}` reads files into pages, past every filter [config-extension]",
            "take it out of mkdocs.yml",
        )
    probes = ("index.md", "applications/a/index.md", "evidence/a.yml", "assets/a.png")
    excluded = config.exclude_docs
    if (
        excluded is None
        or any(pattern.include is False for pattern in excluded.patterns)
        or not all(excluded.match_file(probe) for probe in probes)
    ):
        raise ConfigError(
            "mkdocs.yml does not exclude all of content/, so that an engine without this hook "
            "would publish it [config-exclude]",
            'write `exclude_docs: "*"`; the hook adds back what may be seen',
        )
    content = Path(config.docs_dir).resolve()
    folders = [Path(folder).resolve() for folder in config.theme.dirs]
    if any(content.is_relative_to(folder) or folder.is_relative_to(content) for folder in folders):
        raise ConfigError(
            "theme.custom_dir and content/ hold each other, so that the theme would publish what "
            "stands in content/ [config-exclude]",
            "give the theme a folder of its own: `custom_dir: overrides`",
        )
