"""A file of the library as rules read it: its entries, its texts, and what its figures are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, replace
from functools import partial
from typing import TypeVar

from dossier.claims.judge import Judge
from dossier.lint.card import Card, cards
from dossier.lint.standings import Standings
from dossier.model.document import Document
from dossier.model.library import (
    ApplicationEntry,
    Library,
    PageEntry,
    ProfileEntry,
    ProjectEntry,
    RecordEntry,
    StoryEntry,
)
from dossier.model.recall import Recall
from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.plain.problems import Problem
from dossier.prose.citations import cited
from dossier.prose.passages import (
    Passage,
    heads_of,
    of_application,
    of_page,
    of_profile,
    of_project,
    of_record,
    of_story,
)
from dossier.prose.placed_directives import PlacedDirective, placed_directives
from dossier.prose.scan import Reference

Found = TypeVar("Found")
PartFound = tuple[int, tuple[Problem, ...]]
"""What was found in a part of a file, and the line that the part begins in."""
Once = Callable[[object, tuple[object, ...], Callable[[], PartFound]], PartFound]


@frozen
class FileView:
    """What one file holds for the library's audience. Not slotted: texts are read late and kept.

    What reads it may ask the library for what `lint/cache.py` compares, and of dossiers for this
    file's alone: what was read is kept while both are as they were.
    """

    library: Library
    standings: Standings
    source: Document
    profile: ProfileEntry | None = None
    page: PageEntry | None = None
    project: ProjectEntry | None = None
    records: tuple[RecordEntry, ...] = ()
    application: ApplicationEntry | None = None
    story: StoryEntry | None = None
    recall: Recall | None = field(default=None, compare=False)
    """What was found in parts of it."""
    content: tuple[object, ...] = field(default=(), compare=False)
    """What hangs on this file alone is the same while this is."""
    once: Once | None = field(default=None, compare=False)
    """Returns what is made of a part by its name, and of what it hangs on, if that is kept."""

    @property
    def judge(self) -> Judge:
        """What figures are held against."""
        return self.standings.judge

    def is_left_out(self, *path: str | int) -> bool:
        """Whether a field lacks a value, or a part, only because what is written is wrong."""
        return self.library.is_left_out(self.source, path)

    @property
    def front(self) -> FileView:
        """The same file; a dossier without its prose, on which nothing that is read of it hangs."""
        return self if self.application is None else self._front

    @cached_property
    def _front(self) -> FileView:
        source = self.source
        plain = Document(
            *(source.file, "", source.yaml_line, source.yaml),
            hidden=source.hidden,
            places=source.places,
        )
        entry = self.application
        bare = ApplicationEntry(entry.id, entry.application, plain, ()) if entry else None
        content = source.yaml_line, source.yaml, *self.content[1:]
        return replace(self, source=plain, application=bare, content=content)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The texts of the file that references can stand in."""
        return tuple(self._passages())

    @property
    def heads(self) -> Iterator[Passage]:
        """What its page, its sections, links and sources are called and described by."""
        own = (self.page, self.project, self.profile, *self.records, self.application)
        return (head for entry in own if entry for head in heads_of(entry))

    @cached_property
    def mentions(self) -> tuple[tuple[Passage, Reference], ...]:
        """The links, images and references of its texts, each with the text it stands in."""
        return tuple((passage, m) for passage in self.passages for m in passage.mentions())

    def part(self, name: object, read: Callable[[FileView], Iterable[Found]]) -> tuple[Found, ...]:
        """Return what a function reads of the file, unless it has done so."""
        if self.recall is None:
            return tuple(read(self))
        return self.recall.once(name, self.content, lambda: tuple(read(self)))

    def in_front(self, check: Callable[[FileView], Iterable[Problem]]) -> Iterable[Problem]:
        """Return what is found in the file without a dossier's prose."""
        front = self.front
        if self.once is None:
            return check(front)
        return self.once("front", front.content, lambda: (0, tuple(check(front))))[1]

    def in_cards(self, check: Callable[[Card], Iterable[Problem]]) -> Iterator[Problem]:
        """Yield what is found in texts that are read together, where they stand now."""
        heads = cards(self.standings, self.heads, are_heads=True)
        for card in (*cards(self.standings, self.passages), *heads):
            if self.once is None:
                yield from check(card)
            else:
                find = partial(_found_in, card, check)
                line, found = self.once(("card", card.name), card.hangs_on, find)
                yield from (_moved(problem, card.line - line) for problem in found)

    @property
    def directives(self) -> Iterator[PlacedDirective]:
        """The directives of its texts, as far as they can be read."""
        return (found for found in self._directives if isinstance(found, PlacedDirective))

    @property
    def directive_problems(self) -> Iterator[Problem]:
        """Why the other directives cannot be read."""
        return (found for found in self._directives if isinstance(found, Problem))

    @cached_property
    def _directives(self) -> tuple[PlacedDirective | Problem, ...]:
        return tuple(found for passage in self.passages for found in placed_directives(passage))

    def _passages(self) -> Iterator[Passage]:
        if self.profile:
            yield from of_profile(self.profile)
        if self.page:
            yield of_page(self.page)
        if self.project:
            yield from of_project(self.project)
        for record in self.records:
            yield from of_record(record)
        if self.application:
            yield from of_application(self.application)
        if self.story:
            yield of_story(self.story)


def _found_in(card: Card, check: Callable[[Card], Iterable[Problem]]) -> PartFound:
    return card.line, tuple(check(card))


def _moved(problem: Problem, lines: int) -> Problem:
    where = problem.where
    return replace(problem, where=replace(where, line=where.line + lines)) if lines else problem


def cited_records(view: FileView) -> Iterator[str]:
    """Yield the ids of the records that a file cites."""
    yield from cited(view.passages, view.application)


def file_views(
    library: Library, standings: Standings | None = None, seen: Library | None = None
) -> Iterator[FileView]:
    """Yield the files of a library, each once, the dossiers last.

    `standings` are those of a library with the same records and projects, this one's if not given;
    `seen` is the library as the files see it.
    """
    known, seen = standings or Standings(Judge(library)), seen or library
    if library.profile:
        yield FileView(seen, known, library.profile.source, profile=library.profile)
    for page in library.pages.values():
        yield FileView(seen, known, page.source, page=page)
    for project in library.projects.values():
        yield FileView(seen, known, project.source, project=project)
    by_file: dict[str, list[RecordEntry]] = {}
    for record in library.records.values():
        by_file.setdefault(record.source.file, []).append(record)
    for records in by_file.values():
        yield FileView(seen, known, records[0].source, records=tuple(records))
    for story in library.stories.values():
        yield FileView(seen, known, story.source, story=story)
    for entry in library.applications.values():
        yield FileView(seen, known, entry.source, application=entry)
