"""Collects the entries of one audience while documents are read; keeps them for the next time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from typing import Any

from dossier.load.field_comments import without_comments
from dossier.load.late import LateEntry, LateFile, is_uncut, keep_dossier, keep_uncut
from dossier.load.parsed_file import ParsedFile
from dossier.load.validate import Model, validate, validate_in_part
from dossier.model.audience import Audience
from dossier.model.document import Document, FileKind
from dossier.model.library import (
    ApplicationEntry,
    GuardrailsEntry,
    PageEntry,
    ProfileEntry,
    ProjectEntry,
    RecordEntry,
    StoryEntry,
    UnreadFile,
)
from dossier.model.lock import Stamp
from dossier.model.verdict import Verdict
from dossier.plain.errors import InternalError
from dossier.plain.frozen import changing, frozen
from dossier.plain.kept_facts import KeptFacts
from dossier.plain.problems import Problem
from dossier.plain.yaml_places import Path


@frozen
class _Validated:
    """An entry's raw value, and what it came to."""

    raw: object
    entry: Any
    problems: list[Problem]
    missed: frozenset[Path] = frozenset()
    """The fields that it does without."""


@changing
class Collector:
    """Collects entries and problems while the documents are read one by one."""

    audience: Audience
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    profile: ProfileEntry | None = None
    projects: dict[str, ProjectEntry] = field(default_factory=dict)
    records: dict[str, RecordEntry] = field(default_factory=dict)
    applications: dict[str, ApplicationEntry] = field(default_factory=dict)
    pages: dict[str, PageEntry] = field(default_factory=dict)
    guardrails: GuardrailsEntry | None = None
    stories: dict[str, StoryEntry] = field(default_factory=dict)
    unread: set[UnreadFile] = field(default_factory=set)
    left_out: set[tuple[str, Path]] = field(default_factory=set)
    stamps: Mapping[str, Stamp] | None = None
    problems: list[Problem] = field(default_factory=list)
    is_uncut: bool = False
    """Whether no value of what is read is known to hold a comment."""
    was_cut: bool = False
    """Whether one was found."""
    validated: dict[Path, _Validated] = field(default_factory=dict)
    """What was validated, by its path in its file."""
    before: Mapping[Path, _Validated] = field(default_factory=dict)
    """The same when the file was read last: while its YAML is as it was, the values are the very
    same."""

    @property
    def sees_all(self) -> bool:
        """Whether it collects for the author."""
        return self.audience is Audience.PRIVATE

    def add(self, other: Collector) -> None:
        """Add what was collected of another document."""
        self.profile = other.profile or self.profile
        self.guardrails = other.guardrails or self.guardrails
        self.stamps = self.stamps if other.stamps is None else other.stamps
        self.projects |= other.projects
        self.records |= other.records
        self.applications |= other.applications
        self.pages |= other.pages
        self.stories |= other.stories
        self.unread |= other.unread
        self.left_out |= other.left_out
        self.problems += other.problems

    def pass_over(self, document: ParsedFile, record: str = "") -> None:
        """Note that a file, or a record of it, cannot be read."""
        file = document.source.file
        self.unread.add(UnreadFile(file, document.kind, record or document.id))

    def validate(
        self,
        model: type[Model],
        raw: object,
        source: Document,
        path: Path = (),
        own: Audience = Audience.PUBLIC,
    ) -> tuple[Model | None, list[Problem]]:
        """Validate an entry without its comments. Only its author sees it while a part is wrong.

        `own` is its audience, if it is seen as a whole.
        """
        known = self.before.get(path)
        if known is None or known.raw is not raw or not isinstance(raw, dict):
            known = self._validated(model, raw, source, path, own)
        self.validated[path] = known
        self.left_out.update((source.file, field) for field in known.missed)
        return known.entry, known.problems

    def _validated(
        self, model: type[Model], raw: object, source: Document, path: Path, own: Audience
    ) -> _Validated:
        kept: object = raw
        problems: list[Problem] = []
        if not self.is_uncut:
            kept, problems = without_comments(model, raw, source, path, own)
            self.was_cut = self.was_cut or kept is not raw
        if not self.sees_all:
            entry, wrong = validate(model, kept, source, path)
            return _Validated(raw, entry, [*problems, *wrong])
        entry, wrong, missed = validate_in_part(model, kept, source, path)
        return _Validated(raw, entry, [*problems, *wrong], missed)


@changing
class KeptEntries:
    """What was collected of each document for one audience, while the document is as it was."""

    audience: Audience
    facts: KeptFacts | None = None
    """What the run before found out, for the author's eyes alone."""
    _files: dict[str, tuple[ParsedFile, Mapping[str, Verdict], Collector]] = field(
        default_factory=dict
    )

    def collect(
        self, documents: Mapping[str, ParsedFile], into: Collector, read: Callable[..., None]
    ) -> None:
        """Add what `read` collects of documents, by file, reading those alone that changed."""
        if into.audience is not self.audience:
            raise InternalError("what was collected for one audience is no other's")
        files = {}
        for name, document in documents.items():
            verdicts = _verdicts_of(document, into.verdicts)
            known = self._files.get(name)
            if known is None or known[0] is not document or known[1] != verdicts:
                before = known[2].validated if known else {}
                alone = self._collected(document, into.verdicts, read, before)
                if known:
                    _settle(alone, known[2])
                known = document, verdicts, alone
            files[name] = known
            into.add(known[2])
        self._files = files

    def _collected(
        self,
        document: ParsedFile,
        verdicts: Mapping[str, Verdict],
        read: Callable[..., None],
        before: Mapping[Path, _Validated],
    ) -> Collector:
        """Return what is collected of a document; a dossier may be read later."""
        alone = Collector(self.audience, verdicts, before=before)

        def entry() -> ApplicationEntry:
            read(alone := Collector(self.audience, verdicts), document)
            return alone.applications[document.id]

        if self.facts and isinstance(document, LateFile):
            alone.applications[document.id] = LateEntry(document, entry)
            return alone
        alone.is_uncut = self.facts is not None and is_uncut(self.facts, document)
        read(alone, document)
        alone.before = {}
        if self.facts and not alone.was_cut:
            keep_uncut(self.facts, document)
        is_clean = not (alone.problems or alone.unread or alone.left_out)
        if self.facts and is_clean and document.id in alone.applications:
            keep_dossier(self.facts, document, alone.applications[document.id])
        return alone


def _verdicts_of(document: ParsedFile, verdicts: Mapping[str, Verdict]) -> Mapping[str, Verdict]:
    if document.kind is not FileKind.EVIDENCE:
        return {}
    begin = f"{document.id}/"
    return {name: verdict for name, verdict in verdicts.items() if name.startswith(begin)}


def _settle(collected: Collector, before: Collector) -> None:
    """Keep the records of before that have not changed, so that they are told by identity.

    What is equal may be written otherwise, as 90 and 90.0 are, and be shown otherwise.
    """
    for id_, record in collected.records.items():
        same = before.records.get(id_)
        if same and repr(same.record) == repr(record.record):
            collected.records[id_] = replace(record, record=same.record)
