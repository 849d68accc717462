"""What one run of the engine knows from one event to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from dossier.adapters.late_files import LateFiles
from dossier.build import Project, Site
from dossier.memory import Memory
from dossier.model.audience import Audience
from dossier.plain.frozen import changing, frozen
from dossier.render.head import Published
from dossier.render.page import AuthorPage, Page
from dossier.settings import Settings


@frozen
class BuildRequest:
    """What a command of this project's own wants built: all it read, for one audience."""

    project: Project
    audience: Audience


@frozen
class Built:
    """What the engine made a site of, by which a part of it can be made again."""

    site: Site
    config: MkDocsConfig
    files: Files
    env: Any
    """Jinja's environment of the theme."""
    nav: Any = None
    shown: Sequence[File] | None = None
    """The files of its pages, once they were looked for."""
    around: object = None
    """The state of what stands beside the content."""


@changing
class Run:
    """What one run of the engine knows from one event to the next."""

    command: str = "build"
    is_dirty: bool = False
    """Whether it was asked to keep what an earlier run has written."""
    is_on_loopback: bool | None = None
    """Where its server listens, once that is known. No later configuration moves it."""
    asked: BuildRequest | None = None
    settings: Settings | None = None
    project: Project | None = None
    site: Site | None = None
    pages: Mapping[str, Page | AuthorPage] = field(default_factory=dict)
    published: Published = field(default_factory=lambda: Published(""))
    late: LateFiles = field(default_factory=LateFiles)
    """What a private server draws when it is asked for."""
    memory: Memory = field(default_factory=Memory)
    """What a private server knows from earlier edits."""
    around: object = None
    """The state of what stands beside the content, as it was read."""
    engine: Built | None = None
    """What the engine is building."""
    built: Built | None = None
    """What it has built, while the served folder holds that."""

    @property
    def serves_privately(self) -> bool:
        """Whether what is built is for the author's browser alone."""
        is_private = self.settings is None or self.settings.audience is Audience.PRIVATE
        return self.command == "serve" and is_private

    @property
    def opened(self) -> frozenset[str]:
        """Return the elements that the author opened in free pages."""
        return frozenset(name for name, _, _ in self._allowed)

    @property
    def hosts(self) -> tuple[str, ...]:
        """Return the hosts from which these may show something."""
        return tuple(dict.fromkeys(host for _, host, _ in self._allowed if host))

    @property
    def _allowed(self) -> tuple[tuple[str, str, str], ...]:
        return self.settings.allowed_html if self.settings else ()
