"""What was read of files, kept while they and all that they are held against are as they were.

Under `serve` an edit costs the file that it touches, one of a record also the files that have asked
for what it says now. One of a project, or of what a metric is called, costs all files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from dossier.claims.sentences import sentences
from dossier.lint.file_view import FileView, file_views
from dossier.lint.kept_statements import KeptStatements
from dossier.lint.sight import Sight, written
from dossier.match.postings import LOCK, posting_texts
from dossier.model.document import Document
from dossier.model.library import Library
from dossier.model.watched import Question
from dossier.plain.frozen import frozen
from dossier.quantities.tokens import tokens
from dossier.quantities.word_search import parts_of

Item = TypeVar("Item")
_MOST = 4
"""For how many contexts readings are kept: one a view of the content."""
_EDITED = 8
"""Of how many files that somebody writes in statements are kept."""


_Readings = dict[Callable[[FileView], object], tuple[object, ...]]
"""What was read of a file, by what read it."""


@dataclass(slots=True)
class _KnownFile:
    """A file that was read."""

    source: Document
    texts: object
    """The saved postings that were there."""
    content: object
    readings: _Readings = field(default_factory=dict)
    notes: frozenset[Question] = frozenset()
    """What they have asked for."""

    def is_of(self, view: FileView, texts: object) -> bool:
        """Whether a file is the same by a cheap look: no other is the very document."""
        return view.source is self.source and texts is self.texts and not view.records


@frozen
class CachedFile:
    """A file, and what was read of it."""

    view: FileView
    context: object
    """What is the same for all files, and what readings of any may hang on: plain values."""
    _known: _KnownFile
    _sight: Sight

    @property
    def content(self) -> object:
        """What they hang on beside that."""
        return self._known.content

    def read(self, read: Callable[[FileView], Iterable[Item]]) -> tuple[Item, ...]:
        """Return what a function reads of the file, without doing it twice."""
        known = self._known.readings.get(read)
        if known is None:
            made, asked = self._sight.book.apart(lambda: tuple(read(self.view)))
            known = self._known.readings[read] = made
            self._known.notes |= asked
        return cast("tuple[Item, ...]", known)


@dataclass(slots=True)
class _Cache:
    """What was read in one context."""

    context: object
    sight: Sight
    files: dict[str, _KnownFile] = field(default_factory=dict)
    """What was read, by the file's name."""
    statements: dict[str, KeptStatements] = field(default_factory=dict)
    """Of the files that were edited last."""

    def see(self, library: Library) -> None:
        """Look at a library in the same context, and forget what does not hold any more."""
        if library is not self.sight.library:
            before, self.sight = self.sight, Sight.of(library, self.sight)
            changed = self.sight.changed_since(before)
            for name, file in list(self.files.items()):
                if changed is None or not changed.isdisjoint(file.notes):
                    del self.files[name]
                    self.statements.pop(name, None)
        self.sight.begin()

    def look_up(self, view: FileView) -> tuple[FileView, _KnownFile]:
        """Return what is known of a file, and the view to read what is not."""
        name, texts = view.source.file, self.sight.library.texts
        before = self.files.get(name)
        if before and before.is_of(view, texts):
            return view, before
        known = _KnownFile(view.source, texts, _content(view))
        if before and before.content == known.content:
            known.readings, known.notes = before.readings, before.notes
        elif before and view.application:
            statements = self.statements.pop(name, None) or KeptStatements()
            known.notes = before.notes  # of what is kept of it
            self.statements[name] = statements  # the newest is the last
            view = replace(view, kept=statements)
            for oldest in list(self.statements)[:-_EDITED]:
                del self.statements[oldest]
        return view, known


_caches: list[_Cache] = []
"""The newest first."""


def cached_files(library: Library) -> Iterator[CachedFile]:
    """Yield the files of a library, each with what is known of it from earlier runs.

    Use one before asking for the next: what was parsed of it goes with it.
    """
    cache, context = _cache_for(library), (_context(library), _records(library))
    files: dict[str, _KnownFile] = {}
    for each in file_views(library, cache.sight.standings, cache.sight.watched):
        view, known = cache.look_up(each)
        files[view.source.file] = known
        yield CachedFile(view, context, known, cache.sight)
    cache.files = files


def forget() -> None:
    """Read everything anew next time."""
    _caches.clear()


def forget_statements() -> None:
    """Let go of what rules share of single statements: no page is drawn from it."""
    for shared in (sentences, tokens, parts_of):
        shared.cache_clear()


def _content(view: FileView) -> object:
    """Return what the readings of a file hang on besides the context."""
    source, entry = view.source, view.application
    postings = posting_texts(view.library, entry) if entry else ()
    return source.text, source.hidden, postings, [record.verdict for record in view.records]


def _cache_for(library: Library) -> _Cache:
    context = _context(library)
    known = next((cache for cache in _caches if cache.context == context), None)
    if known is None:
        known = _Cache(context, Sight.of(library))
    else:
        _caches.remove(known)
    known.see(library)
    _caches[:] = [known, *_caches][:_MOST]
    return known


def _context(library: Library) -> object:
    """Return what readings of any file may hang on, and is compared as a whole.

    That is all but records, of which it is noted what is asked, and the prose of dossiers and
    pages. Projects are what their YAML says.
    """
    sources = [entry.source for entry in library.projects.values()]
    return (
        library.audience,
        library.language,
        library.unread,
        library.opened,
        library.files,
        library.texts.get(LOCK),
        library.stamps is None,
        library.employers,
        library.profile and library.profile.source.yaml,
        library.guardrails and library.guardrails.guardrails,
        {source.file: written(source) for source in sources},
        [(page.path, page.page.audience) for page in library.pages.values()],
        [(entry.id, entry.audience) for entry in library.applications.values()],
    )


def _records(library: Library) -> object:
    """Return what all records say, for what is kept without notes."""
    sources = {entry.source.file: entry.source for entry in library.records.values()}
    return {name: written(source) for name, source in sources.items()}
