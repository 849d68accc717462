"""What was read of files, kept while they and all that they are held against are as they were.

Under `serve` an edit costs the texts that it touches and the rules of their file, one of a record
also the rules and texts that have asked for what it says now. One of a project, or of what a metric
is called, costs all files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, replace
from typing import TypeVar

from dossier.claims.sentences import sentences
from dossier.lint.file_view import FileView, Once, file_views
from dossier.lint.sight import Sight, written
from dossier.match.postings import LOCK, posting_texts
from dossier.model.document import Document
from dossier.model.library import Library, RecordEntry
from dossier.model.recall import Recall
from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import changing, frozen
from dossier.quantities.tokens import tokens
from dossier.quantities.word_search import parts_of

Item = TypeVar("Item")
_MOST = 4
"""For how many contexts readings are kept: one a view of the content."""


@frozen
class CachedFile:
    """A file, and what was read of it. Not slotted: of most files nothing is read again."""

    name: str
    context: object
    """What is the same for all files, and what readings of any may hang on: plain values."""
    content: tuple[object, ...]
    """What they hang on beside that."""
    _view: FileView
    _recall: Recall | None
    _once: Once | None

    @cached_property
    def view(self) -> FileView:
        """The file as rules read it."""
        return replace(self._view, recall=self._recall, once=self._once, content=self.content)

    def read(self, read: Callable[[FileView], Iterable[Item]]) -> tuple[Item, ...]:
        """Return what a function reads of the file, without doing it twice if it is kept."""
        if self._recall is None:
            return tuple(read(self.view))
        name = self.name, read
        return self._recall.once(name, self.content, lambda: tuple(read(self.view)))


@changing
class _Cache:
    """What was read in one context."""

    context: object
    sight: Sight
    recall: Recall
    contents: dict[str, tuple[Document, object, tuple[object, ...]]] = field(default_factory=dict)
    """What readings of a file hang on, by its name, with the file and the saved postings of then:
    no other is the very same."""

    def see(self, library: Library) -> None:
        """Look at a library in the same context, and forget what does not hold any more."""
        if library is not self.sight.library:
            before, self.sight = self.sight, Sight.of(library, self.sight)
            changed = self.sight.changed_since(before)
            self.recall.begin(changed or set(), anew=changed is None)
        self.sight.begin()

    def content_of(self, view: FileView) -> tuple[object, ...]:
        """Return what readings of a file hang on, the same object while that is the same."""
        source, texts = view.source, self.sight.library.texts
        known = self.contents.get(source.file)
        if known and known[0] is source and known[1] is texts and not view.records:
            return known[2]
        content = _content(view)
        if known and known[2] == content:
            content = known[2]
        self.contents[source.file] = source, texts, content
        return content


_caches: list[_Cache] = []
"""The newest first."""


def cached_files(
    library: Library, *, is_kept: bool = True, once: Once | None = None
) -> Iterator[CachedFile]:
    """Yield the files of a library, each with what is known of it from earlier runs, if it is kept.

    If it is not, `once` may keep what is found in parts of dossiers. Use one before asking for the
    next: what was parsed of it goes with it.
    """
    context = _context(library), _records(library)
    if not is_kept:
        for view in file_views(library):
            # Who edits another file edits all its texts, or what those of all files hang on.
            of_parts = once if view.application else None
            yield CachedFile(view.source.file, context, _content(view), view, None, of_parts)
        return
    cache = _cache_for(library)
    recall = cache.recall
    names = set()
    for view in file_views(library, cache.sight.standings, cache.sight.watched):
        name = view.source.file
        names.add(name)
        yield CachedFile(name, context, cache.content_of(view), view, recall, recall.once)
    for gone in cache.contents.keys() - names:
        del cache.contents[gone]


def found_among(
    library: Library, readings: tuple[object, ...], find: Callable[[], Iterable[Item]], name: object
) -> tuple[Item, ...]:
    """Return what is found by comparing readings, what was found before if they are the same."""
    kept = (cache.recall for cache in _caches if cache.sight.library is library)
    return next(kept, Recall()).once(name, readings, lambda: tuple(find()))


def forget() -> None:
    """Read everything anew next time."""
    _caches.clear()


def forget_statements() -> None:
    """Let go of what rules share of single statements: no page is drawn from it."""
    for shared in (sentences, tokens, parts_of):
        shared.cache_clear()


def _content(view: FileView) -> tuple[object, ...]:
    """Return what the readings of a file hang on besides the context."""
    source, entry = view.source, view.application
    postings = posting_texts(view.library, entry) if entry else ()
    return source.text, source.hidden, postings, tuple(_computed(record) for record in view.records)


def _computed(record: RecordEntry) -> object:
    """Return what its file does not say of a record."""
    return record.verdict, record.own_parts


def _cache_for(library: Library) -> _Cache:
    context = _context(library)
    known = next((cache for cache in _caches if cache.context == context), None)
    if known is None:
        sight = Sight.of(library)
        known = _Cache(context, sight, Recall(sight.book))
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
