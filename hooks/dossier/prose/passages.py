"""Every text of a library, with its place and whose eyes it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from dossier.model.audience import Audience, narrowest
from dossier.model.base import Entry, shape, texts
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
from dossier.model.own_words import own_words
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place
from dossier.plain.yaml_places import Path
from dossier.prose.markdown import parse, parse_page
from dossier.prose.scan import (
    Block,
    Reference,
    blocks,
    may_mention,
    scan,
    scan_inline,
    scan_page,
)

_COMMENT = pattern(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ATTRIBUTE = pattern(r"""\b(?:src|href|poster|data)=(["'])(.*?)\1""")

AnyEntry = ProfileEntry | PageEntry | ProjectEntry | RecordEntry | StoryEntry | ApplicationEntry


@frozen
class Passage:
    """A text: a YAML field, a section of a dossier, or the prose of a page."""

    text: str
    audience: Audience
    """Who will read it, if whoever may read its file does."""
    source: Document
    path: Path | None = None
    """Where it stands in the YAML; None for prose."""
    offset: int = 0
    """Where prose begins in the source's body."""
    application: ApplicationEntry | None = None
    """The dossier it is part of."""
    is_page: bool = False
    """Whether MkDocs renders it, not the core."""

    def mentions(self) -> tuple[Reference, ...]:
        """Return the links and references of the text."""
        if self.path is not None:
            return scan_inline(self.text)
        return scan_page(self.text) if self.is_page else scan(self.text)

    def addresses(self) -> Iterator[str]:
        """Yield the address of every link and image, those in a page's raw HTML included."""
        for mention in self.mentions():
            yield mention.address
        if self.is_page and "<" in self.text:
            shown = _COMMENT.sub("", self.text)
            yield from (found[2] for found in _ATTRIBUTE.finditer(shown))

    def blocks(self) -> Iterator[Block]:
        """Yield the directives of the text."""
        if self.path is not None or ("```" not in self.text and "~~~" not in self.text):
            return iter(())
        return blocks(parse_page(self.text) if self.is_page else parse(self.text)[0])

    def locate(self, mention: Reference) -> Place:
        """Return the place of a mention in its file."""
        if self.path is not None:
            return self.source.locate_in(self.path, mention.address)
        if mention.start is not None:
            return self.source.locate_in_body(self.offset + mention.start)
        return self.locate_line(mention.line)

    def locate_address(self, address: str) -> Place:
        """Return the first place of an address in its file."""
        for mention in self.mentions():
            if mention.address == address:
                return self.locate(mention)
        return self.locate_line(self.text.count("\n", 0, max(self.text.find(address), 0)))

    def holds(self, where: Place) -> bool:
        """Return whether a place is in its lines of prose."""
        first = self.source.locate_in_body(self.offset)
        last = first.line + self.text.count("\n")
        return first.file == where.file and first.line <= where.line <= last

    def locate_line(self, line: int) -> Place:
        """Return the place of a line of prose, `line` counted from 0 within the text."""
        first = self.source.locate_in_body(self.offset)
        return Place(first.file, first.line + line, 1)


def passages(library: Library) -> Iterator[Passage]:
    """Yield every text that references can stand in, file by file."""
    for entry in entries(library):
        yield from passages_of(entry)


def entries(library: Library) -> Iterator[AnyEntry]:
    """Yield all that has texts in which references can stand."""
    if library.profile:
        yield library.profile
    yield from library.pages.values()
    yield from library.projects.values()
    yield from library.records.values()
    yield from library.stories.values()
    yield from library.applications.values()


def passages_of(entry: AnyEntry) -> Iterator[Passage]:
    """Return the texts of an entry."""
    match entry:
        case ProfileEntry():
            return of_profile(entry)
        case PageEntry():
            return iter((of_page(entry),))
        case ProjectEntry():
            return of_project(entry)
        case RecordEntry():
            return of_record(entry)
        case StoryEntry():
            return iter((of_story(entry),))
        case ApplicationEntry():
            return of_application(entry)


def prose_of(entry: AnyEntry) -> tuple[str, ...]:
    """Return the texts of an entry that are no fields."""
    match entry:
        case ApplicationEntry():
            return tuple(section.text for section in entry.sections)
        case PageEntry() | ProjectEntry() | StoryEntry():
            return (entry.source.body,)
    return ()


def of_page(entry: PageEntry) -> Passage:
    """Return the text of a page."""
    audience = Audience.PUBLIC if entry.path == "index.md" else entry.page.audience
    return Passage(entry.source.body, audience, entry.source, is_page=True)


def heads_of(entry: AnyEntry) -> Iterator[Passage]:
    """Yield what pages, sections, roles, links and sources are called and described by.

    No reference is read there, so these are none of the texts above.
    """
    source = entry.source
    match entry:
        case PageEntry():
            audience = of_page(entry).audience
            for path, text in own_words(entry.page):
                yield Passage(text, audience, source, path)
        case ProjectEntry():
            for path, text in own_words(entry.project):
                yield Passage(text, entry.project.audience, source, path)
        case ProfileEntry():
            for path, text in own_words(entry.profile):
                yield Passage(text, _audience_in(entry, path), source, path)
        case RecordEntry():
            for path, text in own_words(entry.record):
                yield Passage(text, entry.audience, source, (*entry.path, *path))
        case ApplicationEntry():
            yield from _heads_of_application(entry)


def _heads_of_application(entry: ApplicationEntry) -> Iterator[Passage]:
    opened = {Audience.SHARED: Audience.PUBLIC} if is_open(entry) else {}
    for path, text in own_words(entry.application):
        audience = field_audience(type(entry.application), path)
        yield Passage(text, opened.get(audience, audience), entry.source, path)
    # The headings with a reference are texts like others.
    for section in entry.sections:
        if section.title and not may_mention(section.title):
            start = entry.source.body.rfind("\n", 0, max(section.offset - 1, 0)) + 1
            audience = opened.get(section.audience, section.audience)
            yield Passage(section.title, audience, entry.source, offset=start, application=entry)


def of_project(entry: ProjectEntry) -> Iterator[Passage]:
    """Yield the texts of a project."""
    audience = entry.project.audience
    for path, text in texts(entry.project):
        yield Passage(text, audience, entry.source, path)
    yield Passage(entry.source.body, audience, entry.source, is_page=True)


def of_story(entry: StoryEntry) -> Passage:
    """Return the text of a story."""
    return Passage(entry.source.body, Audience.PRIVATE, entry.source)


def of_record(entry: RecordEntry) -> Iterator[Passage]:
    """Yield the texts of a record."""
    for path, text in texts(entry.record):
        yield Passage(text, entry.audience, entry.source, (*entry.path, *path))


def of_application(entry: ApplicationEntry) -> Iterator[Passage]:
    """Yield the texts of one dossier."""
    application = entry.application
    opened = {Audience.SHARED: Audience.PUBLIC} if is_open(entry) else {}
    for path, text in texts(application):
        audience = field_audience(type(application), path)
        audience = opened.get(audience, audience)
        yield Passage(text, audience, entry.source, path, application=entry)
    source = entry.source
    starts = [0, *accumulate(len(line) + 1 for line in source.body.split("\n"))]
    for section in entry.sections:
        audience = opened.get(section.audience, section.audience)
        if may_mention(section.title):
            start = starts[section.line]
            heading = source.body[start : section.offset]
            yield Passage(heading, audience, source, offset=start, application=entry)
        yield Passage(section.text, audience, source, offset=section.offset, application=entry)


def is_open(entry: ApplicationEntry) -> bool:
    """Return whether a dossier's shared part stands openly on the site."""
    return entry.application.audience is Audience.PUBLIC


def of_profile(entry: ProfileEntry) -> Iterator[Passage]:
    """Yield the texts of the profile."""
    for path, text in texts(entry.profile):
        yield Passage(text, _audience_in(entry, path), entry.source, path)


def _audience_in(entry: ProfileEntry, path: Path) -> Audience:
    audience = field_audience(type(entry.profile), path)
    value: object = entry.profile
    for part in path[:-1]:
        value = value[part] if isinstance(part, int) else getattr(value, part)  # type: ignore[index]
        audience = getattr(value, "audience", audience)
    return audience


def field_audience(model: type[Entry], path: Path) -> Audience:
    """Return the audience of the field at a path, by the models' annotations alone."""
    return _field_audience(model, tuple(part for part in path if isinstance(part, str)))


@cache
def _field_audience(model: type[Entry], keys: tuple[str, ...]) -> Audience:
    audience = Audience.PUBLIC
    for key in keys:
        field = shape(model)[key]
        if not model.whole:
            audience = narrowest(audience, field.audience)
        if field.model:
            model = field.model
    return audience
