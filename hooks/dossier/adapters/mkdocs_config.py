"""What a configuration says, as MkDocs reads it, and what it must not say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.exceptions import ConfigurationError as MkDocsConfigurationError

from dossier.configuration.config_file import read_config_file
from dossier.configuration.exposure import (
    refuse_hooks,
    refuse_included,
    refuse_nested,
    refuse_passwords,
    refuse_readers,
    refuse_strayed,
    refuse_unspoken,
    refuse_untried,
)
from dossier.configuration.extensions import refuse_private_options, refuse_untried_extensions
from dossier.plain.errors import ConfigError
from dossier.plain.site_address import fault_of_address, fault_of_site
from dossier.plain.written_places import refuse_live, refuse_sources
from dossier.settings import Settings, settings_of, spoken_in
from dossier.templates import THEME, Templates

_EVENTS = "dossier.adapters.mkdocs"
"""The module of the events, by whatever way they come to the engine."""
_INCLUDED = "partials/nav.html"
"""A template of the theme's that ours include."""


def read_settings(config: MkDocsConfig) -> Settings:
    """Return the settings that a configuration gives, for the public. Raises ConfigError."""
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    own = config.theme.custom_dir
    templates = Templates(Path(own).resolve() if own else None)
    folders = (Path(folder).resolve() for folder in config.theme.dirs)
    settings = settings_of(
        root,
        content=Path(config.docs_dir).resolve(),
        templates=templates,
        directory_urls=config.use_directory_urls,
        options=config.extra.get("dossier"),
        language=str(config.theme.get("language") or "en"),
    )
    themes = tuple(folder for folder in folders if folder not in templates.folders)
    spoken = spoken_in(config.get, config.nav)
    return replace(settings, themes=themes, spoken=spoken, address=_address(config))


def _address(config: MkDocsConfig) -> str:
    """Return the site's address as the author wrote it, whatever a server puts in its place."""
    if not _is_served(config):
        return config.site_url or ""
    try:
        written = read_config_file(Path(config.config_file_path or "mkdocs.yml")).values
    except ConfigError:
        return ""
    return str(written.get("site_url") or "")


def _is_served(config: MkDocsConfig) -> bool:
    # MkDocs' server puts its own in place of the author's, of `[::1]` without its brackets.
    own = f"http://{config.dev_addr.host}:{config.dev_addr.port}/"
    return (config.site_url or "").startswith(own)


def add_templates(config: MkDocsConfig) -> None:
    """Let the engine find the package's templates: behind the site's own, before the theme's."""
    folder, folders = str(THEME), config.theme.dirs
    if folder not in folders:
        folders.insert(1 if config.theme.custom_dir else 0, folder)


def load(config_file: Path, **options: Any) -> MkDocsConfig:  # noqa: ANN401 - MkDocs' options
    """Read a configuration. Raises ConfigError."""
    try:
        config = load_config(str(config_file), **options)
    except (Abort, MkDocsConfigurationError) as error:
        raise ConfigError(str(error)) from error
    # Without them no event of ours would tell.
    refuse_hooks(_hooks(config))
    return config


def _hooks(config: MkDocsConfig) -> int:
    """Return how many plugins, or hooks among them, hand the engine's files to this package."""
    events = (getattr(plugin, "on_files", None) for plugin in config.plugins.values())
    return sum(getattr(event, "__module__", "") == _EVENTS for event in events)


def check(config: MkDocsConfig) -> None:
    """Refuse a configuration that could publish too much. Raises ConfigError."""
    refuse_hooks(_hooks(config))
    refuse_readers(_named(config), config.plugins)
    refuse_included(config.exclude_docs)
    refuse_unspoken(config)
    _refuse_addresses(config)
    plugins = {name: getattr(plugin, "config", None) for name, plugin in config.plugins.items()}
    theme = {name: config.theme[name] for name in config.theme}
    refuse_passwords({**config, "plugins": plugins, "theme": theme})
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    refuse_private_options(config.mdx_configs.items(), Path(config.docs_dir), root)
    content, folders = Path(config.docs_dir), tuple(map(Path, config.theme.dirs))
    refuse_nested(content, folders)
    own = config.theme.custom_dir
    refuse_strayed(content, Path(own) if own else None, folders)
    others = [root / str(hook) for hook in config.hooks] + ([Path(own)] if own else [])
    refuse_sources(Path(config.site_dir), root, content, others)
    refuse_live(Path(config.site_dir), root)


def refuse_other_themes(config: MkDocsConfig) -> None:
    """Raise ConfigError for a theme that lacks the templates that ours include."""
    folders = (Path(folder) for folder in config.theme.dirs)
    if not any((folder / _INCLUDED).is_file() for folder in folders if folder != THEME):
        message = f"pages are drawn with the theme `material`, and `{config.theme.name}` is another"
        raise ConfigError(message, "write `theme: {name: material}` in mkdocs.yml, and no `-t`")


def _refuse_addresses(config: MkDocsConfig) -> None:
    of_site = None if _is_served(config) else fault_of_site("site_url", config.site_url or "")
    if fault := of_site or fault_of_address("repo_url", config.repo_url or ""):
        raise ConfigError(f"mkdocs.yml: {fault[0]}", fault[1])


def refuse_what_was_not_tried(config: MkDocsConfig, settings: Settings) -> None:
    """Refuse what nobody has tried and the author did not allow. Raises ConfigError."""
    # Hooks stand among the plugins: they are the author's own code.
    plugins = set(config.plugins) - set(map(str, config.hooks))
    refuse_untried(plugins, (name for name, _ in settings.allowed_plugins))
    refuse_untried_extensions(_named(config), (name for name, _ in settings.allowed_extensions))


def _named(config: MkDocsConfig) -> list[str]:
    """Return the Markdown extensions by name. What a plugin has put there itself has none."""
    extensions: list[object] = list(config.markdown_extensions)
    return [name for name in extensions if isinstance(name, str)]
