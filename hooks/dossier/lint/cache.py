"""What was read of files, kept while they and all that they are held against are as they were.

Under `serve` an edit costs the file that it touches; one of a record or of a project, which any
text may speak of, costs all files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar, cast

from dossier.claims.judge import Judge
from dossier.claims.sentences import sentences
from dossier.lint.file_view import FileView, file_views
from dossier.lint.standings import Standings
from dossier.match.postings import LOCK, posting_text
from dossier.model.library import Library
from dossier.quantities.tokens import tokens
from dossier.quantities.word_search import parts_of

Item = TypeVar("Item")
_MOST = 4
"""For how many contexts readings are kept: one a view of the content."""


_Readings = dict[Callable[[FileView], object], tuple[object, ...]]
"""What was read of a file, by what read it."""


@dataclass(frozen=True, slots=True)
class CachedFile:
    """A file, and what was read of it."""

    view: FileView
    context: object
    """What is the same for all files, and what readings of any may hang on: plain values."""
    content: object
    """What they hang on beside that."""
    _readings: _Readings

    def read(self, read: Callable[[FileView], Iterable[Item]]) -> tuple[Item, ...]:
        """Return what a function reads of the file, without doing it twice."""
        known = self._readings.get(read)
        if known is None:
            known = self._readings[read] = tuple(read(self.view))
        return cast("tuple[Item, ...]", known)


@dataclass(slots=True)
class _Cache:
    """What was read in one context."""

    context: object
    standings: Standings
    files: dict[str, tuple[object, _Readings]] = field(default_factory=dict)
    """By name: the content that was read, and the readings."""


_caches: list[_Cache] = []
"""The newest first."""


def cached_files(library: Library) -> Iterator[CachedFile]:
    """Yield the files of a library, each with what is known of it from earlier runs.

    Use one before asking for the next: what was parsed of it goes with it.
    """
    cache = _cache_for(library)
    files: dict[str, tuple[object, _Readings]] = {}
    for view in file_views(library, cache.standings):
        content = _content(view)
        before = cache.files.get(view.source.file)
        readings: _Readings = before[1] if before and before[0] == content else {}
        files[view.source.file] = content, readings
        yield CachedFile(view, cache.context, content, readings)
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
    roles = entry.application.roles if entry else ()
    postings = tuple(posting_text(view.library, entry, role) for role in roles) if entry else ()
    return source.text, source.hidden, postings, [record.verdict for record in view.records]


def _cache_for(library: Library) -> _Cache:
    context = _context(library)
    known = next((cache for cache in _caches if cache.context == context), None)
    if known is None:
        known = _Cache(context, Standings(Judge(library)))
    else:
        _caches.remove(known)
    _caches[:] = [known, *_caches][:_MOST]
    return known


def _context(library: Library) -> object:
    """Return what readings of any file may hang on: all but the prose of dossiers and pages.

    Records and projects are what their YAML says.
    """
    sources = [
        *(entry.source for entry in library.records.values()),
        *(entry.source for entry in library.projects.values()),
    ]
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
        {source.file: (source.yaml, source.yaml_line, source.hidden) for source in sources},
        [(page.path, page.page.audience) for page in library.pages.values()],
        [(entry.id, entry.application.audience) for entry in library.applications.values()],
    )
