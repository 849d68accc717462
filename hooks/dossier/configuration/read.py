"""A configuration file to settings and an outlet: the answer that MkDocs would give."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from dossier.configuration.config_file import MAX_BYTES, read_config_file
from dossier.configuration.exposure import (
    PLUGIN,
    SAID,
    Patterns,
    refuse_hooks,
    refuse_included,
    refuse_nested,
    refuse_passwords,
    refuse_readers,
    refuse_strayed,
    refuse_unspoken,
)
from dossier.configuration.extensions import refuse_private_options
from dossier.configuration.options import Options
from dossier.configuration.themes import theme_folders
from dossier.plain.errors import ConfigError
from dossier.plain.files import read_ordinary
from dossier.plain.patterns import pattern
from dossier.settings import Configuration, Outlet, Settings, settings_of, spoken_in
from dossier.templates import THEME, Templates

_ADAPTER = pattern(rb"^\s*(?:from|import) dossier\.adapters\.mkdocs\b", re.MULTILINE)
EVERYTHING = "*"
"""The pattern that leaves out all files, as we advise to write it."""


def read_configuration(file: Path) -> Configuration:
    """Return what a configuration file says, for the public. Raises ConfigError."""
    if not file.exists():
        raise _no_site(file)
    options = Options(read_config_file(file), file.parent)
    if options.text("site_name") is None:
        message, hint = "the site has no name", "write `site_name: Ada Lovelace`"
        raise options.file.wrong(("site_name",), message, hint)
    content = options.content()
    site = options.site(content)
    outlet = _outlet(options)
    settings = _settings(options, file.resolve().parent, content)
    folders = (content, *filter(None, [options.theme()[1]]))
    return Configuration(file, settings, site.resolve(), outlet, (*folders, *options.hooks()))


def _no_site(file: Path) -> ConfigError:
    """Return the error of a folder without a site, with where there is one."""
    message = f"no site here: there is no {file.name} in {file.parent}"
    for folder in file.parent.parents:
        if (folder / file.name).is_file():
            return ConfigError(message, f"go to {folder}, or `dossier init` makes another")
    return ConfigError(message, "`dossier init` makes one")


def _outlet(options: Options) -> Outlet:
    repo_url = options.address("repo_url")
    return Outlet(
        options.text_or("remote_name", "origin"),
        options.text_or("remote_branch", "gh-pages"),
        repo_url,
        options.edit_uri(repo_url),
        options.address("site_url", end="/"),
        is_remote_named=bool(options.text("remote_name")),
    )


def _settings(options: Options, root: Path, content: Path) -> Settings:
    theme, templates = options.theme()
    directory_urls = options.switch("use_directory_urls", default=True)
    extra = options.mapping("extra")
    patterns = options.text("exclude_docs")
    refuse_readers(options.extensions(), options.plugins())
    refuse_passwords(options.file.values)
    refuse_unspoken({key: options.value(key) for key in SAID})
    refuse_hooks(options.plugins().count(PLUGIN) + sum(map(_is_ours, options.hooks())))
    refuse_private_options(options.extension_options(), content, root)
    if patterns != EVERYTHING:
        refuse_included(_matcher(options, patterns))
    folders = _folders(options, theme)
    refuse_nested(content, [folder for folder in (templates, THEME, *folders) if folder])
    refuse_strayed(content, templates, (THEME, *folders))
    settings = settings_of(
        root,
        content=content.resolve(),
        templates=Templates(templates.resolve() if templates else None),
        directory_urls=directory_urls,
        options=extra.get("dossier"),
    )
    themes = tuple(folder.resolve() for folder in folders)
    spoken = spoken_in(options.text, options.value("nav"))
    address = options.address("site_url", end="/")
    return replace(settings, themes=themes, spoken=spoken, address=address)


def _is_ours(hook: Path) -> bool:
    """Whether a hook hands the engine's events to this package, as far as its text tells."""
    try:
        return bool(_ADAPTER.search(read_ordinary(hook, MAX_BYTES)))
    except OSError:
        return False


def _folders(options: Options, theme: str | None) -> tuple[Path, ...]:
    try:
        return theme_folders(theme)
    except LookupError as error:
        raise options.file.wrong(("theme",), str(error)) from None


def _matcher(options: Options, patterns: str | None) -> Patterns | None:
    """Return what patterns leave out, None if there are none. Raises ConfigError."""
    from pathspec.gitignore import GitIgnoreSpec  # noqa: PLC0415 - takes long, and is seldom needed

    try:
        return None if patterns is None else GitIgnoreSpec.from_lines(patterns.splitlines())
    except ValueError as error:
        raise options.file.wrong(("exclude_docs",), f"`exclude_docs`: {error}") from None
