"""Projects and the author's own pages: front matter and prose."""

from __future__ import annotations

from enum import StrEnum

from dossier.model.audience import Audience
from dossier.model.base import Entry, Line, Link, Text


class ProjectStatus(StrEnum):
    """Whether a project goes on."""

    ACTIVE = "active"
    RETIRED = "retired"
    PLANNED = "planned"


class Project(Entry):
    """The front matter of `content/projects/<id>.md`."""

    whole = True

    title: Line
    audience: Audience = Audience.PRIVATE
    line: Text | None = None
    status: ProjectStatus = ProjectStatus.ACTIVE
    links: tuple[Link, ...] = ()
    skills: tuple[Line, ...] = ()
    headline: tuple[Line, ...] = ()
    """Metrics for its card: `qortex/retrieval-gain#precision`."""
    limits: Text | None = None
    """What the evidence does not show."""


class FreePage(Entry):
    """The front matter of the home page and of a page of the author's own."""

    whole = True

    title: Line | None = None
    description: Line | None = None
    audience: Audience = Audience.PRIVATE
    subtitle: Line | None = None
    icon: Line | None = None
    status: Line | None = None
    template: Line | None = None
    hide: tuple[Line, ...] = ()
    tags: tuple[Line, ...] = ()
