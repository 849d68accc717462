"""Projects and the author's own pages: front matter and prose."""

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
    """What it is called. Example: `Warehouse`"""
    audience: Audience = Audience.PRIVATE
    """Who may see it."""
    line: Text | None = None
    """What it is, in one sentence. Example: `Nightly loads that repair themselves`"""
    status: ProjectStatus = ProjectStatus.ACTIVE
    """Whether it goes on."""
    links: tuple[Link, ...] = ()
    """Where it can be seen."""
    skills: tuple[Line, ...] = ()
    """The skills it shows. Example: `[SQL, Python]`"""
    headline: tuple[Line, ...] = ()
    """Metrics for its card. Above a dossier's rows stand three figures, each of another record:
    those that its pitch cites; then, of rows rated direct or strong, those named here; then
    changes, then measures and shares, then counts. Example: `[warehouse/loads#time]`"""
    limits: Text | None = None
    """What its evidence does not show. Example: `One cluster, built by the author`"""


class FreePage(Entry):
    """The front matter of the home page and of a page of the author's own."""

    whole = True

    title: Line | None = None
    """The page's title. Example: `About`"""
    description: Line | None = None
    """What search engines and previews say of it. Example: `Who I am`"""
    audience: Audience = Audience.PRIVATE
    """Whether it is published: `public`, or not."""
    subtitle: Line | None = None
    """A second line in the navigation. Example: `In short`"""
    icon: Line | None = None
    """An icon of the theme. Example: `material/account`"""
    status: Line | None = None
    """A mark in the navigation. Example: `new`"""
    template: Line | None = None
    """Another template of the theme. Example: `404.html`"""
    hide: tuple[Line, ...] = ()
    """Parts of the frame to leave out. Example: `[navigation, toc]`"""
    tags: tuple[Line, ...] = ()
    """Tags of the page. Example: `[writing]`"""
