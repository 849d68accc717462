"""All entries by id: the one thing that every later stage reads.

A library is already filtered: it holds what its audience may see and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from dossier.model.application import Application, ProofPoint
from dossier.model.audience import Audience
from dossier.model.confirmation import Confirmation
from dossier.model.document import Document, FileKind
from dossier.model.evidence import Metric, Record
from dossier.model.guardrail import Guardrail
from dossier.model.lock import Stamp, stamp_of
from dossier.model.profile import Profile
from dossier.model.project import FreePage, Project
from dossier.model.source import addresses
from dossier.model.story import Story
from dossier.model.verdict import CheckResult, SourcePart, Verdict
from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.plain.yaml_places import Path


@frozen
class ProfileEntry:
    """The profile and where it stands."""

    profile: Profile
    source: Document


@frozen
class ProjectEntry:
    """A project; its prose is the source's body."""

    id: str
    project: Project
    source: Document


@frozen
class RecordEntry:
    """An evidence record."""

    id: str
    """`file/record`, as people refer to it."""
    record: Record
    project: str | None
    """The project it belongs to: its own, or its file's."""
    audience: Audience
    source: Document
    path: Path
    verdict: Verdict | None = field(default=None, hash=False)
    """What checking its source came to, None if that was not done since it last changed."""
    confirmations: tuple[Confirmation, ...] = ()
    """What persons signed of it, each checked, as far as its reader may see that they did."""
    own_parts: frozenset[str] = frozenset()
    """The parts of its source whose address is the author's own: `url`, `repo`."""

    @property
    def proven(self) -> Mapping[SourcePart, CheckResult]:
        """The parts of its source that were checked of the record as it is now, to the letter."""
        parts = self.verdict.parts if self.verdict else {}
        now = self.stamp().fingerprint if parts else ""
        return {part: found for part, found in parts.items() if found.record == now}

    @property
    def is_broken(self) -> bool:
        """Whether its source was not there when it was last checked."""
        return self.verdict is not None and self.verdict.is_broken

    @property
    def is_linked(self) -> bool:
        """Whether its source has more than a label, and was not found to be broken."""
        source = self.record.source
        return source is not None and source.is_linked and not self.is_broken

    @property
    def opens(self) -> bool:
        """Whether whoever reads it can open its source."""
        source = self.record.source
        return source is not None and bool(addresses(source)) and not self.is_broken

    def metric(self, metric_id: str) -> Metric | None:
        """Return the metric with that id."""
        return next((m for m in self.record.metrics if m.id == metric_id), None)

    def stamp(self) -> Stamp:
        """Return what a review of it now would put into the evidence lock."""
        return stamp_of(self.record, self.project)


@frozen
class Section:
    """A part of a dossier's prose, from one heading to the next."""

    name: str | None
    """The known section it is, or None."""
    title: str
    """The heading as written, without its options; empty for what stands before the first."""
    audience: Audience
    text: str
    line: int
    """The heading's line in the body, counted from 0."""
    offset: int
    """Where `text` begins in the body, in characters."""


@frozen
class ApplicationEntry:
    """A dossier with the sections of its prose, in the author's order."""

    id: str
    application: Application
    source: Document
    sections: tuple[Section, ...]

    @property
    def audience(self) -> Audience:
        """Who may see it."""
        return self.application.audience

    @property
    def names(self) -> tuple[str, ...]:
        """What its company is called."""
        return self.application.company, *self.application.aliases

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of its postings."""
        return tuple(str(role.url) for role in self.application.roles if role.url)

    @property
    def postings(self) -> tuple[str, ...]:
        """The saved postings of its roles, beside it; empty for a role without one."""
        postings = (role.posting for role in self.application.roles)
        return tuple((posting.file or "") if posting else "" for posting in postings)

    def section(self, name: str) -> Section | None:
        """Return the first section of that name."""
        return next((section for section in self.sections if section.name == name), None)


@frozen
class PageEntry:
    """The home page or a page of the author's own."""

    path: str
    """Relative to `content/`."""
    page: FreePage
    source: Document


@frozen
class GuardrailsEntry:
    """The forbidden claims and where they stand."""

    guardrails: tuple[Guardrail, ...]
    source: Document


@frozen
class StoryEntry:
    """A story; its prose is the source's body."""

    id: str
    story: Story
    source: Document


@frozen
class UnreadFile:
    """A file that cannot be read, or a record in it."""

    file: str
    """Its name, relative to the project's root."""
    kind: FileKind
    id: str
    """Of the file; of a record that alone cannot be read, the record's."""

    @property
    def record(self) -> str:
        """The record's id, or how the ids of all its records begin."""
        return self.id if "/" in self.id else f"{self.id}/"

    def holds(self, target: str) -> bool:
        """Whether what a reference points to would stand in it."""
        if self.kind is FileKind.EVIDENCE:
            return target == self.record or ("/" not in self.id and target.startswith(self.record))
        return self.kind is FileKind.PROJECT and target == self.id


@frozen
class Library:
    """What an audience may see. Not slotted, because look-ups are made late and kept."""

    audience: Audience
    profile: ProfileEntry | None = None
    projects: Mapping[str, ProjectEntry] = field(default_factory=dict)
    records: Mapping[str, RecordEntry] = field(default_factory=dict)
    applications: Mapping[str, ApplicationEntry] = field(default_factory=dict)
    pages: Mapping[str, PageEntry] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    """Files that texts may refer to, relative to `content/`: assets, and privately all others."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Saved postings by path below `content/`, in the private view only."""
    guardrails: GuardrailsEntry | None = None
    """What may not be claimed, in the private view only."""
    unread: frozenset[UnreadFile] = frozenset()
    """Visible files and records with problems of their own, already told."""
    stamps: Mapping[str, Stamp] | None = None
    """Records as they were last reviewed, by id: None without a lock, and in every view but the
    private one, so that whoever sees less sees nothing suspect."""
    opened: frozenset[str] = frozenset()
    """Elements that the author opened in free pages, which are not taken out of them."""
    left_out: frozenset[tuple[str, Path]] = frozenset()
    """Fields whose values are wrong, by file and path, in the private view only: their entries do
    without them. That they are missing has been told."""
    stories: Mapping[str, StoryEntry] = field(default_factory=dict)
    """Answers that dossiers share, in the private view only."""
    known_projects: Mapping[str, ProjectEntry] = field(default_factory=dict)
    """Of what one recipient reads: the projects of the records, which mostly have no page."""
    theme_language: str = "en"
    """The language of the site's theme."""

    @property
    def sources(self) -> frozenset[str]:
        """The names of the files that the entries stand in."""
        found = {entry.source.file for entry in (self.profile, self.guardrails) if entry}
        found.update(entry.source.file for entry in self.projects.values())
        found.update(entry.source.file for entry in self.records.values())
        found.update(entry.source.file for entry in self.applications.values())
        found.update(entry.source.file for entry in self.pages.values())
        found.update(entry.source.file for entry in self.stories.values())
        return frozenset(found)

    def is_unread(self, target: str) -> bool:
        """Whether a reference is dead only because its target has a problem of its own."""
        return any(unread.holds(target) for unread in self.unread)

    def is_left_out(self, source: Document, path: Path) -> bool:
        """Whether a field lacks a value, or a part, only because what is written is wrong."""
        return any(
            file == source.file and field[: len(path)] == path for file, field in self.left_out
        )

    @property
    def language(self) -> str:
        """The language of the content: as the profile says, else the theme's."""
        stated = self.profile.profile.language if self.profile else None
        return stated or self.theme_language

    @property
    def employers(self) -> tuple[str, ...]:
        """The names of the employers that the profile lists."""
        work = self.profile.profile.work if self.profile else ()
        return tuple(dict.fromkeys(job.employer for job in work if job.employer))

    def method_of(self, entry: RecordEntry) -> str | None:
        """Return how a record was measured, for those who say it: few who read a record do."""
        return entry.record.method

    @cached_property
    def suspects(self) -> frozenset[str]:
        """The ids of the records that have changed since they were last reviewed."""
        stamps = self.stamps or {}
        return frozenset(
            entry.id
            for entry in self.records.values()
            if entry.id in stamps and entry.stamp().fingerprint != stamps[entry.id].fingerprint
        )

    @cached_property
    def citations(self) -> Mapping[str, tuple[tuple[ApplicationEntry, ProofPoint], ...]]:
        """The rows that cite each record, by record id."""
        found: dict[str, list[tuple[ApplicationEntry, ProofPoint]]] = {}
        for entry in self.applications.values():
            for row in entry.application.proof_points:
                for record_id in row.evidence:
                    found.setdefault(record_id, []).append((entry, row))
        return {record_id: tuple(rows) for record_id, rows in found.items()}

    @cached_property
    def records_by_project(self) -> Mapping[str, tuple[RecordEntry, ...]]:
        """The records of each project, in the order of the files."""
        found: dict[str, list[RecordEntry]] = {}
        for entry in self.records.values():
            if entry.project:
                found.setdefault(entry.project, []).append(entry)
        return {project: tuple(entries) for project, entries in found.items()}
