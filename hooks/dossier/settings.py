"""Settings: all that a build depends on beside the files, in one value."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Self

from dossier.model.audience import Audience
from dossier.plain import dates
from dossier.plain.errors import ConfigError
from dossier.plain.frozen import frozen
from dossier.templates import Templates

KEYS = frozenset({"allow_extensions", "allow_html", "allow_names", "allow_plugins", "public_repo"})
"""What `extra.dossier` may say."""
SPOKEN = ("site_name", "site_description", "site_author", "copyright")
"""Keys of a configuration whose texts stand on every page."""
OPENABLE = frozenset({"audio", "iframe", "track", "video"})
"""Elements of free pages that an author may open by name. None of them runs in the page."""


def spoken_in(text: Callable[[str], str | None], nav: object) -> tuple[str, ...]:
    """Return what a configuration itself puts on pages: some texts, and the titles of its `nav`."""
    return (*(said for name in SPOKEN if (said := text(name))), *_titles_in(nav))


def _titles_in(nav: object) -> Iterator[str]:
    if isinstance(nav, dict):
        for title, item in nav.items():
            yield str(title)
            yield from _titles_in(item)
    for item in nav if isinstance(nav, list) else ():
        yield from _titles_in(item)


@frozen
class Settings:
    """What a build depends on beside the content."""

    root: Path
    """The project's root; places are told relative to it."""
    content: Path
    """The folder that the author writes, below `root`."""
    templates: Templates = Templates()
    """All markup."""
    audience: Audience = Audience.PUBLIC
    """Who will look. Nothing but the private server and the private build ask for more."""
    as_of: date = field(default_factory=lambda: today())  # noqa: PLW0108 - defined below
    """The day on which freshness is judged."""
    directory_urls: bool = True
    """Whether a page `a.md` is at `a/` rather than at `a.html`."""
    allowed_names: tuple[tuple[str, str], ...] = ()
    """Names of private dossiers that public texts may use, each with the reason."""
    allowed_html: tuple[tuple[str, str, str], ...] = ()
    """Elements that the author opened in free pages, each with the host it may show, if any, and
    the reason."""
    allowed_plugins: tuple[tuple[str, str], ...] = ()
    """Plugins beside those that were tried, each with the reason."""
    allowed_extensions: tuple[tuple[str, str], ...] = ()
    """Markdown extensions beside those that were tried, each with the reason."""
    language: str = "en"
    """The language of the site's theme."""
    public_repo: str = ""
    """The address of a repository that pages may lead to as their source."""
    address: str = ""
    """The site's own, as the configuration has it, wherever it is served now."""
    themes: tuple[Path, ...] = ()
    """The folders of the theme as it is installed, which a site takes files from."""
    spoken: tuple[str, ...] = ()
    """What the configuration itself puts on every page."""
    previews: bool = True
    """Whether private pages of dossiers lead to what their recipients would see."""

    def seen_by(self, audience: Audience) -> Self:
        """Return the same settings for another audience."""
        return replace(self, audience=audience)


@frozen
class Outlet:
    """What a configuration says of where a site goes and where its source is."""

    remote: str
    branch: str
    repo_url: str = ""
    edit_uri: str = ""
    site_url: str = ""
    is_remote_named: bool = field(default=False, compare=False)
    """Whether the author named the remote, or it is MkDocs' default: the project's own origin."""


@frozen
class Configuration:
    """A configuration file, read once."""

    file: Path
    settings: Settings
    site: Path
    """The folder that a build writes, and that is published."""
    outlet: Outlet
    named: tuple[Path, ...] = field(default=(), compare=False)
    """The folders that it is read with and the files of code, as they are spelled there."""

    @property
    def published(self) -> tuple[Path, ...]:
        """The folders from which something may be published: no secret may stand there."""
        return (self.settings.content, *self.copied)

    @property
    def copied(self) -> tuple[Path, ...]:
        """The folders whose files go out as they are, or already have: the site, and markup."""
        own = self.settings.templates.own
        return (self.site, *((own,) if own else ()))


def settings_of(  # noqa: PLR0913 - one a setting
    root: Path,
    *,
    content: Path,
    templates: Templates,
    directory_urls: bool,
    options: object,
    language: str = "en",
) -> Settings:
    """Return settings from what `extra.dossier` of a configuration says.

    Raises ConfigError if it says what nobody understands.
    """
    if options is None:
        options = {}
    if not isinstance(options, dict):
        raise ConfigError("extra.dossier is not a mapping", "write keys and values below it")
    unknown = sorted(set(map(str, options)) - KEYS)
    if unknown:
        message = f"extra.dossier has no key `{unknown[0]}`"
        raise ConfigError(message, f"known are: {', '.join(sorted(KEYS))}")
    names = _allowed(options, "allow_names", "{name: edX, reason: a former employer}")
    plugins = _allowed(options, "allow_plugins", "{name: mermaid3, reason: reads no files}")
    extensions = _allowed(options, "allow_extensions", "{name: mdx_x, reason: reads no files}")
    opened = _allowed(
        options, "allow_html", "{name: iframe, from: https://video.example, reason: a talk}"
    )
    return Settings(
        root,
        content,
        templates,
        directory_urls=directory_urls,
        allowed_names=tuple((item["name"], item["reason"]) for item in names),
        allowed_plugins=tuple((item["name"], item["reason"]) for item in plugins),
        allowed_extensions=tuple((item["name"], item["reason"]) for item in extensions),
        allowed_html=tuple(map(_opened, opened)),
        language=language,
        public_repo=str(options.get("public_repo") or ""),
    )


def _allowed(options: dict[Any, Any], key: str, example: str) -> list[dict[str, str]]:
    """Return what the author allowed by name, each with a reason. Raises ConfigError."""
    items = options.get(key) or []
    for item in items if isinstance(items, list) else [None]:
        if not (isinstance(item, dict) and item.get("name") and item.get("reason")):
            message = f"each of extra.dossier.{key} needs a name and a reason"
            raise ConfigError(message, f"write `- {example}`")
    return [{str(name): str(value) for name, value in item.items()} for item in items]


def _opened(item: dict[str, str]) -> tuple[str, str, str]:
    """Return an element that is opened, its host and the reason. Raises ConfigError."""
    name, host = item["name"].lower(), item.get("from", "")
    if name not in OPENABLE:
        message = f"`{item['name']}` cannot be opened in extra.dossier.allow_html"
        raise ConfigError(message, f"these can be: {', '.join(sorted(OPENABLE))}")
    if host and not re.fullmatch(r"https://[a-z0-9.-]+(?::[0-9]+)?", host):
        message = f"`from: {host}` in extra.dossier.allow_html is no host"
        raise ConfigError(message, "write `from: https://video.example`")
    return name, host, item["reason"]


def today() -> date:
    """Return `SOURCE_DATE_EPOCH` as a day in UTC, or today.

    The variable is the one of https://reproducible-builds.org/specs/source-date-epoch/.
    Raises ConfigError if it is not a number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return dates.current_day()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        message = f"SOURCE_DATE_EPOCH is `{epoch}`, not a number of seconds"
        raise ConfigError(message) from error
