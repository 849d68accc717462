"""Where a page stands: the links from it to records, projects, rows, pages and files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from typing import Self

from dossier.match.coverage import RoleCoverage, cover
from dossier.model import paths
from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.model.figure import thousands_mark
from dossier.model.library import ApplicationEntry, Library, RecordEntry
from dossier.model.sent_link import SentLink
from dossier.plain.frozen import frozen
from dossier.plain.media import ImageSize
from dossier.prose.markdown import is_safe
from dossier.render.labels import are_asked_for

EVIDENCE_PAGE = "evidence/index.md"
APPLICATIONS_PAGE = "applications/index.md"
PROJECTS_PAGE = "projects/index.md"
PROBLEMS_PAGE = "problems.md"
GUIDE_PAGE = "design.md"


@frozen
class Frame:
    """What the views and the prose of one page need beside what they show."""

    library: Library
    coverage: Mapping[str, tuple[RoleCoverage, ...]]
    """Of each dossier, by its id."""
    as_of: date
    directory_urls: bool
    page: str = ""
    """The page's path below `content/`."""
    reader: Audience = Audience.PRIVATE
    """Who may read the text that is being rendered."""
    application: ApplicationEntry | None = None
    """The dossier whose text is being rendered."""
    inlined: Mapping[str, str] | None = None
    """For a page that stands alone: the `data:` addresses of the files it may hold, by path."""
    sizes: Mapping[str, ImageSize] = field(default_factory=dict)
    """Of the images that pages show, by path below `content/`."""
    links: tuple[SentLink, ...] = ()
    """Who was sent a link, if the author alone looks."""
    previews: bool = False
    """Whether there are pages of what recipients would see."""

    @classmethod
    def of(
        cls,
        library: Library,
        as_of: date,
        *,
        directory_urls: bool,
        sizes: Mapping[str, ImageSize] | None = None,
        links: tuple[SentLink, ...] = (),
    ) -> Self:
        """Return the frame of a library, with the coverage of all its dossiers."""
        entries = library.applications.values()
        coverage = {entry.id: cover(entry, library, as_of) for entry in entries}
        return cls(
            library,
            coverage,
            as_of,
            directory_urls,
            reader=library.audience,
            sizes=sizes or {},
            links=links,
        )

    def links_of(self, application_id: str) -> tuple[SentLink, ...]:
        """Return the links to a dossier that were sent."""
        return tuple(link for link in self.links if link.application == application_id)

    def on(self, page: str, application: ApplicationEntry | None = None) -> Self:
        """Return the frame of another page."""
        return replace(self, page=page, application=application)

    @property
    def is_private(self) -> bool:
        """Whether the author alone will read what is made here."""
        return self.library.audience is Audience.PRIVATE

    @property
    def thousands(self) -> str:
        """What parts thousands in the language of the content."""
        return thousands_mark(self.library.language)

    def to_page(self, path: str, fragment: str = "") -> str:
        """Return the link to another page's source path."""
        target = paths.address(path, directory_urls=self.directory_urls)
        return self._relative(target + (f"#{fragment}" if fragment else ""))

    @property
    def stands_alone(self) -> bool:
        """Whether one page holds all there is: every row, every card, every file."""
        return self.inlined is not None

    @property
    def is_all_asked_for(self) -> bool:
        """Whether a recipient can open none of the sources, which one line says of all."""
        return self.stands_alone and are_asked_for(self.library.records.values())

    def to_file(self, path: str) -> str:
        """Return the link to a file of the site."""
        return self._relative(path)

    def to_record(self, entry: RecordEntry) -> str:
        """Return the link to a record's card: on its project's page, else on the evidence page."""
        return self.to_page(self.card_page(entry), entry.id)

    def card_page(self, entry: RecordEntry) -> str:
        """Return the page that holds a record's card."""
        if self.stands_alone:
            return self.page
        if entry.project in self.library.projects:
            return project_page(str(entry.project))
        return EVIDENCE_PAGE

    def to_row(self, application_id: str, row_id: str) -> str:
        """Return the link to a row of a dossier."""
        page = self.page if self.stands_alone else application_page(application_id)
        return self.to_page(page, row_anchor(row_id))

    def to_written(self, source: Document, address: str) -> str | None:
        """Return the link that stands for a relative one in a text, None if it leads nowhere."""
        path = paths.relative_target(source, address)
        if path is None:
            return address if is_safe(address) else None
        _, _, fragment = address.partition("#")
        if path.endswith(".md"):
            # From a page that stands alone only public pages can be reached.
            reader = Audience.PUBLIC if self.stands_alone else self.reader
            known = paths.page_named(self.library, path, reader)
            return self.to_page(path, fragment) if known else None
        if self.inlined is not None:
            return self.inlined.get(path)
        known = path in self.library.files and paths.asset_named(path)
        return self.to_file(path) if known else None

    def size_of(self, source: Document, address: str) -> ImageSize | None:
        """Return the size of the image that an address in a text leads to, None if not known."""
        return self.sizes.get(paths.relative_target(source, address) or "")

    def _relative(self, target: str) -> str:
        page = paths.address(self.page, directory_urls=self.directory_urls)
        return paths.relative(target, page)


def project_page(project_id: str) -> str:
    """Return the source path of a project's page."""
    return f"projects/{project_id}.md"


def application_page(application_id: str) -> str:
    """Return the source path of a dossier's page."""
    return f"applications/{application_id}/index.md"


def preview_page(application_id: str) -> str:
    """Return the source path of what a dossier's recipient would see."""
    return f"applications/{application_id}/preview/index.md"


def row_anchor(row_id: str) -> str:
    """Return the anchor of a row on its dossier's page."""
    return f"proof-{row_id}"
