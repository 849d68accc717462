"""What one recipient may see of a dossier, and how its texts are told: the source of every export.

Beside the recipient's own part of the library, exports know the records that anybody may see, and
one private thing: what the author's emphasis refers to, in its order, without a word of its text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Self

from dossier.exporting.resume import NOTHING, Proof, Statement
from dossier.match.recipient import library_for
from dossier.model import paths
from dossier.model.audience import Audience
from dossier.model.figure import BEFORE, spell_before
from dossier.model.library import ApplicationEntry, Library, ProjectEntry, RecordEntry, Section
from dossier.model.source import addresses
from dossier.plain.frozen import frozen
from dossier.prose.inline_text import plain_text
from dossier.prose.markdown import parse_inline
from dossier.prose.scan import Reference, scan, scan_inline
from dossier.prose.sections import split_sections
from dossier.prose.targets import Scheme, Target
from dossier.render.frame import Frame, application_page, project_page
from dossier.render.renderer import Renderer
from dossier.render.site import renderer_of
from dossier.settings import Settings

Emphasis = tuple[Target, ...]
"""Projects and records in the order in which they matter; nothing else of the author's section."""


def emphasis_section(entry: ApplicationEntry) -> Section | None:
    """Return the author's section, which no other view than the private one holds.

    It is found in the file itself, so that nothing else that is private decides about it.
    """
    sections, _ = split_sections(entry.source, (entry.application.company,))
    return next((section for section in sections or () if section.name == "emphasis"), None)


def emphasis_of(section: Section | None) -> Emphasis:
    """Return what a section refers to: the first mention of each project and record."""
    mentions = scan(section.text) if section else ()
    targets = (mention.target for mention in mentions)
    wanted = (Scheme.PROJECT, Scheme.EVIDENCE)
    found = (replace(t, metric=None) for t in targets if t and t.scheme in wanted)
    return tuple(dict.fromkeys(found))


def _beside(said: str, more: str) -> str:
    """Return a figure with more beside it, in the bracket that it has already."""
    return f"{said[:-1]}; {more})" if said.endswith(")") else f"{said} ({more})"


@frozen
class Recipient:
    """What one recipient may see of a dossier."""

    library: Library
    """The recipient's part, with the records that anybody may see."""
    entry: ApplicationEntry
    emphasis: Emphasis
    renderer: Renderer
    site_url: str
    """Where the public site is; empty if nobody knows."""

    @classmethod
    def of(
        cls,
        shared: Library,
        application_id: str,
        role_id: str | None = None,
        *,
        settings: Settings,
        site_url: str,
    ) -> Self:
        """Cut the library of the shared audience down to one recipient.

        Raises ConfigError for a dossier or role that is not there.
        """
        cut = library_for(shared, application_id, role_id)
        records = {
            name: entry
            for name, entry in shared.records.items()
            if name in cut.records or entry.audience is Audience.PUBLIC
        }
        library = replace(cut, records=records)
        entry = library.applications[application_id]
        frame = Frame.of(library, settings.as_of, directory_urls=settings.directory_urls)
        renderer = renderer_of(frame, settings.templates)
        page = application_page(application_id)
        # All that an export takes from what is private, see docs/decisions/exporting.md.
        emphasis = emphasis_of(emphasis_section(entry))
        return cls(library, entry, emphasis, renderer.on(page, entry), site_url)

    def plain(self, text: str | None) -> str:
        """Return a text field without its markup, figures and earlier values from their records."""
        if not text:
            return ""
        told = {mention.target for mention in scan_inline(text)}
        plain = self.renderer.plain(text)

        def spelled(target: Target, shown: str, title: str = "") -> str:
            said = self.renderer.plain_reference(target, shown, title)
            earlier = self._earlier(target)
            is_told = not earlier or self._before(target) in told or earlier in plain
            return said if is_told else _beside(said, f"{earlier} before")

        return plain_text(parse_inline(text), spelled).strip()

    def _earlier(self, target: Target) -> str:
        """Return the earlier value of what a mention writes, empty for none or no word for it."""
        record = self.library.records.get(target.id)
        is_figure = target.scheme is Scheme.EVIDENCE and target.metric and record
        metric = record.metric(str(target.metric)) if is_figure and record else None
        earlier = spell_before(metric, self.renderer.frame.thousands) if metric else None
        is_english = self.library.language.partition("-")[0] == "en"
        return str(earlier) if earlier and is_english else ""

    @staticmethod
    def _before(target: Target) -> Target:
        return replace(target, metric=f"{target.metric}.{BEFORE}")

    def tell(self, text: str | None) -> Statement:
        """Return a text field with the addresses of the records that its figures are from."""
        if not text:
            return NOTHING
        return Statement(self.plain(text), self.proofs(scan_inline(text)))

    def proofs(self, mentions: tuple[Reference, ...]) -> tuple[Proof, ...]:
        """Return where the figures among some mentions can be looked up, each address once."""
        cited = self.cited(mentions, figures_only=True)
        return self.proofs_of(*cited)

    def proofs_of(self, *records: RecordEntry) -> tuple[Proof, ...]:
        """Return where records can be looked up: of several on one page, that page's address."""
        pages: dict[str, dict[str, None]] = {}
        for address in filter(None, map(self.address_of, records)):
            pages.setdefault(address.partition("#")[0], {})[address] = None
        return tuple(
            Proof(next(iter(addresses)) if len(addresses) == 1 else page)
            for page, addresses in pages.items()
        )

    def cited(
        self, mentions: tuple[Reference, ...], *, figures_only: bool = False
    ) -> Iterator[RecordEntry]:
        """Yield the records that mentions cite and the recipient may see."""
        for mention in mentions:
            target = mention.target
            if target is None or target.scheme is not Scheme.EVIDENCE:
                continue
            if (target.metric or not figures_only) and target.id in self.library.records:
                yield self.library.records[target.id]

    def page_of(self, project: ProjectEntry) -> str:
        """Return where a project's page is, empty if nobody knows where the site is."""
        return self._on_site(project_page(project.id)) if self.site_url else ""

    def _on_site(self, page: str) -> str:
        urls = self.renderer.frame.directory_urls
        return f"{self.site_url.rstrip('/')}/{paths.address(page, directory_urls=urls)}"

    def address_of(self, record: RecordEntry) -> str:
        """Return where anybody can look a record up: on the public site, else at its source."""
        if self.site_url and record.audience is Audience.PUBLIC:
            return f"{self._on_site(self.renderer.frame.card_page(record))}#{record.id}"
        source = record.record.source
        opens = addresses(source) if source and record.opens else {}
        return next(iter(opens.values()), "")
