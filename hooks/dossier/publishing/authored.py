"""A library to the texts that its author wrote, each with its place: no label, no key, no choice.

What a field offers to choose from is the tool's word, whoever chose it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum

from pydantic import BaseModel

from dossier.load.field_comments import comments_in
from dossier.model.document import Document
from dossier.model.library import Library
from dossier.plain.frozen import frozen
from dossier.plain.problems import Place
from dossier.plain.yaml_places import Path

CONFIGURATION = Document("mkdocs.yml", "")
"""Where that stands which every page says."""


@frozen
class Authored:
    """A text, and where in its file it stands."""

    text: str
    source: Document
    path: Path | None = None
    """Of a value in the YAML; None for prose."""
    offset: int = 0
    """Where prose begins in the source's body."""
    is_content: bool = True
    """Whether something may be allowed in it, in place."""

    def locate(self, words: str) -> Place:
        """Return the place of words in the text, whatever blanks stand between them."""
        if self.path is not None:
            return self.source.locate_in(self.path, words)
        pattern = r"\W+".join(map(re.escape, re.findall(r"\w+", words)))
        found = re.search(pattern, self.text) if pattern else None
        return self.source.locate_in_body(self.offset + (found.start() if found else 0))


def authored(library: Library) -> Iterator[Authored]:
    """Yield every text of a library, file by file."""
    if entry := library.profile:
        yield from _values(entry.profile, entry.source)
    for record in library.records.values():
        yield from _values(record.record, record.source, record.path)
    for project in library.projects.values():
        yield from _values(project.project, project.source)
        yield Authored(project.source.body, project.source)
    for page in library.pages.values():
        yield from _values(page.page, page.source)
        yield Authored(page.source.body, page.source)
    for story in library.stories.values():
        yield from _values(story.story, story.source)
        yield Authored(story.source.body, story.source)
    for dossier in library.applications.values():
        yield from _values(dossier.application, dossier.source)
        for section in dossier.sections:
            if section.name is None:
                start = sum(map(len, dossier.source.body.split("\n")[: section.line]))
                start += section.line
                yield Authored(section.title, dossier.source, offset=max(start, 0))
            yield Authored(section.text, dossier.source, offset=section.offset)


def hidden(library: Library) -> Iterator[Authored]:
    """Yield the comments of other tools in a library's files, which nobody is shown."""
    sources = [entry.source for entry in library.projects.values()]
    sources += [library.profile.source] if library.profile else []
    sources += {entry.source.file: entry.source for entry in library.records.values()}.values()
    sources += [entry.source for entry in library.pages.values()]
    sources += [entry.source for entry in library.applications.values()]
    sources += [entry.source for entry in library.stories.values()]
    for source in sources:
        body = "\n".join(source.text.split("\n")[source.body_line :])
        for start, end, _, _ in source.comments:
            yield Authored(body[start:end], source, offset=start)
        yield from (Authored(text, source, path) for path, text in comments_in(source))


def named(library: Library, assets: Iterable[str]) -> Iterator[Authored]:
    """Yield the names that addresses of a library's pages and files are made of."""
    files = {entry.id: entry.source.file for entry in library.projects.values()}
    files |= {entry.id: entry.source.file for entry in library.records.values()}
    files |= {entry.id: entry.source.file for entry in library.applications.values()}
    files |= {path: f"content/{path}" for path in (*library.pages, *assets)}
    for name, file in files.items():
        yield Authored(name, Document(file, ""))


def ids(library: Library) -> Iterator[str]:
    """Yield the names that files and entries go by, which addresses are made of."""
    yield from library.projects
    yield from library.records
    yield from library.applications
    yield from library.pages
    yield from library.files


def _values(model: BaseModel, source: Document, path: Path = ()) -> Iterator[Authored]:
    for here, text in strings(model.model_dump(by_alias=True), path):
        yield Authored(text, source, here)


def strings(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text in what a model holds, with its path."""
    if isinstance(value, str):  # first: most are
        if not isinstance(value, Enum):
            yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from strings(item, (*path, str(key)))
    elif isinstance(value, list | tuple):
        for position, item in enumerate(value):
            yield from strings(item, (*path, position))
