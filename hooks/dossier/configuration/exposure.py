"""What a configuration must not say, because private text would be published past the filters."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from dossier.plain.errors import ConfigError
from dossier.plain.patterns import pattern
from dossier.plain.secrets import secret_in
from dossier.plain.temporary import MARKER as SERVED_MARKER
from dossier.plain.userinfo import holds_userinfo
from dossier.plain.written_places import PRIVATE_MARKER
from dossier.settings import SPOKEN

READING_EXTENSIONS = frozenset(
    {"pymdownx.snippets", "pymdownx.b64", "markdown_include.include", "mdx_include"}
)
"""Markdown extensions that read files into pages, past every filter."""
READING_PLUGINS = frozenset(
    {"macros", "include-markdown", "table-reader", "gen-files", "monorepo", "mkdocs-jupyter"}
)
"""Plugins that do."""
_TRIED = """
search tags blog group info meta offline optimize privacy projects social typeset
autorefs awesome-nav awesome-pages exclude glightbox htmlproofer img2fig literate-nav
mermaid2 meta-descriptions minify open-in-new-tab redirects rss section-index toggle-sidebar
"""
TRIED_PLUGINS = frozenset(_TRIED.split())
"""Plugins that were built with private words all over `content/` and gave none away, and those of
the theme. Plugins that ask git are not among them: it knows who wrote what, and when."""
PLUGIN = "dossier"
"""The plugin of this package: the hook by another way."""
PRIVATE_MARKERS = (PRIVATE_MARKER, SERVED_MARKER)
"""Files that stand in the folder of a private build, and of a private site while it is served."""
_MAY_BE_COMMENT = pattern(r"%%|<!--|[{}]|\]:")
SAID = (*SPOKEN, "nav", "extra", "edit_uri", "edit_uri_template")
"""Keys of a configuration whose texts stand on pages."""
_EVERY_KIND = ("index.md", "applications/a/index.md", "evidence/a.yml", "assets/a.png")


class _Pattern(Protocol):
    @property
    def include(self) -> bool | None: ...


class Patterns(Protocol):
    """What `exclude_docs` leaves out, as pathspec reads it."""

    @property
    def patterns(self) -> Iterable[_Pattern]:
        """Return the patterns one by one."""

    def match_file(self, file: str) -> bool:
        """Return whether a file is left out."""


def refuse_readers(extensions: Iterable[str], plugins: Iterable[str]) -> None:
    """Raise ConfigError for an extension or plugin that reads files into pages."""
    # An extension may also be named with its class: `pymdownx.snippets:SnippetExtension`.
    reading = sorted(READING_EXTENSIONS & {name.partition(":")[0] for name in extensions})
    reading += sorted(name for name in plugins if name.split("/")[-1] in READING_PLUGINS)
    if reading:
        raise ConfigError(
            f"`{reading[0]}` reads files into pages, past every filter [config-extension]",
            "take it out of mkdocs.yml",
        )


def refuse_untried(plugins: Iterable[str], allowed: Iterable[str]) -> None:
    """Raise ConfigError for a plugin that nobody has tried and the author did not allow."""
    known = TRIED_PLUGINS | {PLUGIN} | set(allowed)
    untried = sorted(name for name in plugins if not {name, name.split("/")[-1]} & known)
    if untried:
        raise ConfigError(
            f"what the plugin `{untried[0]}` publishes was never tried [config-extension]",
            "take it out of mkdocs.yml, or look at what it writes and name it there: "
            f"extra: {{dossier: {{allow_plugins: [{{name: {untried[0]}, reason: …}}]}}}}",
        )


def refuse_hooks(count: int) -> None:
    """Raise ConfigError unless the events that keep private text back run exactly once."""
    if not count:
        raise ConfigError(
            "mkdocs.yml does not run the hook that keeps private text back, so that a build would "
            "publish what it finds, or nothing [config-hook]",
            "write `plugins: [dossier]`",
        )
    if count > 1:
        raise ConfigError(
            "mkdocs.yml runs the hook that keeps private text back twice [config-hook]",
            "name the plugin `dossier` or the file below `hooks:`, not both",
        )


def refuse_included(excluded: Patterns | None) -> None:
    """Raise ConfigError unless all of content/ is excluded."""
    if (
        excluded is None
        or any(pattern.include is False for pattern in excluded.patterns)
        or not all(excluded.match_file(file) for file in _EVERY_KIND)
    ):
        raise ConfigError(
            "mkdocs.yml does not exclude all of content/, so that an engine without this hook "
            "would publish it [config-exclude]",
            'write `exclude_docs: "*"`; the hook adds back what may be seen',
        )


def refuse_nested(content: Path, theme: Iterable[Path]) -> None:
    """Raise ConfigError if a folder of the theme's and content/ hold each other."""
    content = content.resolve()
    folders = [folder.resolve() for folder in theme]
    if any(content.is_relative_to(folder) or folder.is_relative_to(content) for folder in folders):
        raise ConfigError(
            "theme.custom_dir and content/ hold each other, so that the theme would publish what "
            "stands in content/ [config-exclude]",
            "give the theme a folder of its own: `custom_dir: overrides`",
        )


def refuse_strayed(content: Path, own: Path | None, theme: Iterable[Path]) -> None:
    """Raise ConfigError for a file of a theme's own folder that is really another's.

    `own` is the site's folder of what replaces the theme's, `theme` all of the theme's folders.
    """
    if own is None:
        return
    folders = [folder.resolve() for folder in (own, *theme)]
    paths = [path for path in _below(own) if path.is_symlink() or not path.is_dir()]
    for path in paths:
        if path.name in PRIVATE_MARKERS and path.parent != own:
            raise _strayed(path.parent, own, "holds a private site or what it is made in")
        if path.is_symlink() and not any(map(path.resolve().is_relative_to, folders)):
            raise _strayed(path, own, "is a link that leads out of the theme")
    for path in paths:
        if path.is_file() and (kind := secret_in(path.read_bytes())):
            raise _strayed(path, own, f"holds {kind}")
    linked = [path for path in paths if path.is_file() and path.stat().st_nlink > 1]
    # Two names of one file: no path tells it.
    private = {_identity(path) for path in _below(content) if path.is_file()} if linked else set()
    for path in linked:
        if _identity(path) in private:
            raise _strayed(path, own, "is a file of content/ under another name")


def refuse_unspoken(values: Mapping[str, Any]) -> None:
    """Raise ConfigError for what no page may have: a comment in a configuration."""
    texts = [(key, text) for key in SAID for text in _texts(values.get(key), but="dossier")]
    suspect = [(key, text) for key, text in texts if _MAY_BE_COMMENT.search(text)]
    if suspect:
        from dossier.prose.comments import find_in_field  # noqa: PLC0415 - few commands read prose

        for key, text in suspect:
            if found := find_in_field(text):
                raise ConfigError(
                    f"`{key}` in mkdocs.yml holds a comment, which pages would have: "
                    f"`{found[0].opener}` [config-exclude]",
                    "write it behind a `#` of YAML",
                )


def refuse_passwords(values: Mapping[str, Any]) -> None:
    """Raise ConfigError for an address with a name or a password, under any key of the file."""
    for key, value in values.items():
        if any(map(holds_userinfo, _texts(value))):
            raise ConfigError(
                f"`{key}` in mkdocs.yml has an address with a name or a password before its host, "
                "for whoever sees the file, or a page, to read [config-exclude]",
                "take out what stands before the @, and change the password if it went out; "
                "to push with one, `git remote add site …` and name that remote",
            )


def _texts(value: object, but: str = "") -> Iterator[str]:
    """Yield the texts that a value holds, but those of one key."""
    if isinstance(value, str):
        yield value
    held = value.items() if isinstance(value, Mapping) else ()
    for key, item in held:
        yield from () if key == but else (*_texts(key, but), *_texts(item, but))
    for item in value if isinstance(value, list | tuple) else ():
        yield from _texts(item, but)


def _below(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        yield from (Path(parent, name) for name in sorted((*folders, *files)))


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


def _strayed(path: Path, own: Path, why: str) -> ConfigError:
    name = f"{own.name}/{path.relative_to(own).as_posix()}"
    message = f"{name} {why}, so that it would be published past every filter [config-exclude]"
    return ConfigError(message, "put a copy of what may be seen there")
