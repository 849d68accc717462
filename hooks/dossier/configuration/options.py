"""The keys of mkdocs.yml that we need, each checked as MkDocs checks it."""

from __future__ import annotations

import os
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from dossier.configuration.config_file import ConfigFile
from dossier.plain.addresses import split_address
from dossier.plain.errors import ConfigError
from dossier.plain.frozen import frozen
from dossier.plain.site_address import fault_of_address, fault_of_site
from dossier.plain.written_places import refuse_sources

EDITORS = {
    "github.com": "edit/master/docs/",
    "gitlab.com": "edit/master/docs/",
    "bitbucket.org": "src/default/docs/",
}
"""Where a host shows the source of a page, unless `edit_uri` says so."""


@frozen
class Options:
    """What a configuration says, key by key. All of it raises ConfigError."""

    file: ConfigFile
    folder: Path
    """The folder of the configuration file, from which its paths are told."""

    def value(self, *keys: str) -> Any:  # noqa: ANN401 - nobody has looked at it yet
        """Return what stands at a key, None if nothing does."""
        found: Any = self.file.values
        for key in keys:
            found = found.get(key) if isinstance(found, dict) else None
        return found

    def text(self, *keys: str) -> str | None:
        """Return a text, None if there is none."""
        value = self.value(*keys)
        if value is None or isinstance(value, str):
            return value
        raise self.file.wrong(keys, f"`{'.'.join(keys)}` is no text", "write it in quotes")

    def text_or(self, key: str, default: str) -> str:
        """Return a text, or what stands for one that is not there."""
        text = self.text(key)
        return default if text is None else text

    def switch(self, key: str, *, default: bool) -> bool:
        """Return a yes or no."""
        value = self.value(key)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        raise self.file.wrong((key,), f"`{key}` is neither true nor false")

    def address(self, key: str, *, end: str = "") -> str:
        """Return an address of the web whose path has an end, nothing if none is given."""
        text = self.text(key) or ""
        parts = split_address(text) or urlsplit("")
        if text and not (parts.scheme and parts.netloc):
            hint = "write it with https:// in front"
            raise self.file.wrong((key,), f"`{key}` is no address of the web", hint)
        if fault := fault_of_site(key, text) if end else fault_of_address(key, text):
            raise self.file.wrong((key,), *fault)
        if text and not parts.path.endswith(end):
            parts = parts._replace(path=parts.path + end)
        return urlunsplit(parts)

    def path(self, key: str, default: str) -> Path:
        """Return a path, made absolute as it is written: links are not followed."""
        return self._absolute(self.text_or(key, default))

    def mapping(self, key: str) -> dict[Any, Any]:
        """Return a mapping, an empty one if the key is not there."""
        value = self.file.values.get(key, {})
        if not isinstance(value, dict):
            message = f"`{key}` is not a mapping"
            raise self.file.wrong((key,), message, "write keys and values below it")
        return value

    def extensions(self) -> list[str]:
        """Return the names of Markdown extensions."""
        return [name for name, _ in self._named("markdown_extensions", [])]

    def extension_options(self) -> Iterator[tuple[str, dict[Any, Any]]]:
        """Yield the names of Markdown extensions with their options."""
        yield from self._named("markdown_extensions", [])

    def plugins(self) -> list[str]:
        """Return the names of plugins that are not switched off."""
        named = self._named("plugins", ["search"])
        # A slash in front keeps MkDocs from looking among the theme's own plugins.
        return [name.removeprefix("/") for name, own in named if own.get("enabled") is not False]

    def hooks(self) -> list[Path]:
        """Return the files of hooks, whatever else may stand there."""
        value = self.value("hooks")
        names = value if isinstance(value, list) else []
        return [self._absolute(name) for name in names if isinstance(name, str)]

    def _named(self, key: str, default: list[str]) -> Iterator[tuple[str, dict[Any, Any]]]:
        """Yield names and their options: of a list of names and of mappings, or of a mapping."""
        value = self.value(key)
        value = default if value is None else value
        if not isinstance(value, list | dict):
            raise self.file.wrong((key,), f"`{key}` is neither a list nor a mapping")
        for position, item in value.items() if isinstance(value, dict) else enumerate(value):
            name, own = (position, item) if isinstance(value, dict) else _pair(item)
            if not isinstance(name, str) or not (own is None or isinstance(own, dict)):
                message = f"`{key}` has an item that is no name with options"
                hint = "write `- name`, or `- name: {option: value}`"
                raise self.file.wrong((key, position), message, hint)
            yield name, own or {}

    def content(self) -> Path:
        """Return the folder that the author writes."""
        content = self.path("docs_dir", "docs")
        if not content.is_dir():
            raise self.file.wrong(("docs_dir",), f"there is no folder `{content}`")
        if content == self.folder:
            message = "`docs_dir` is the folder of this file itself"
            raise self.file.wrong(("docs_dir",), message, "write `docs_dir: content`")
        return content

    def site(self, content: Path) -> Path:
        """Return the folder that a build writes."""
        site = self.path("site_dir", "site")
        if site.is_relative_to(content) or content.is_relative_to(site):
            message = "`docs_dir` and `site_dir` hold each other"
            raise self.file.wrong(("site_dir",), message, "write `site_dir: site`")
        others = (*filter(None, [self.theme()[1]]), *self.hooks())
        try:
            refuse_sources(site, self.folder, content, others)
        except ConfigError as error:
            raise self.file.wrong(("site_dir",), error.message, error.hint) from None
        return site

    def theme(self) -> tuple[str | None, Path | None]:
        """Return the theme's name, and the folder of the templates that replace its own."""
        value = self.value("theme")
        if value is None or isinstance(value, str):
            return "mkdocs" if value is None else value, None
        if not isinstance(value, dict) or "name" not in value:
            message, hint = "`theme` names none", "write `theme: {name: material}`"
            raise self.file.wrong(("theme",), message, hint)
        name = self.text("theme", "name")
        if "custom_dir" not in value:
            if not name:
                raise self.file.wrong(("theme", "name"), "`theme` names none")
            return name, None
        keys = ("theme", "custom_dir")
        custom = self.text(*keys)
        if custom is None:
            raise self.file.wrong(keys, "`theme.custom_dir` names no folder")
        templates = self._absolute(custom)
        if not templates.is_dir():
            raise self.file.wrong(keys, f"there is no folder `{templates}`")
        return name, templates

    def edit_uri(self, repo_url: str) -> str:
        """Return where pages are edited, a template if nothing else is said."""
        text, template = self.text("edit_uri"), self.text("edit_uri_template")
        if template is not None:
            try:
                _Template().format(template, path="", path_noext="")
            except (ValueError, LookupError, AttributeError, TypeError):
                message = "`edit_uri_template` has a part that nobody fills in"
                hint = "known are {path}, {path_noext}, {path!q} and {path_noext!q}"
                raise self.file.wrong(("edit_uri_template",), message, hint) from None
        if text is None and repo_url:
            text = EDITORS.get(urlsplit(repo_url).netloc.lower())
        if text and not text.endswith("/"):
            text += "/"
        return text or template or ""

    def _absolute(self, path: str) -> Path:
        return Path(os.path.abspath(self.folder / path))  # noqa: PTH100 - links are not followed


class _Template(string.Formatter):
    def convert_field(self, value: Any, conversion: Any) -> Any:  # noqa: ANN401 - the base's own
        """Know `!q` too, which quotes for an address."""
        return value if conversion == "q" else super().convert_field(value, conversion)


def _pair(item: object) -> tuple[object, object]:
    """Return the name that an item of a list gives, and its options."""
    if not isinstance(item, dict):
        return item, None
    return next(iter(item.items())) if len(item) == 1 else (None, None)
