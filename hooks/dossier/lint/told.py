"""What prose tells of one's own work, file by file: drift, standing and caveats.

A file that reads as it did, over records and projects that are as they were, is not judged again:
under `serve` an edit costs the files that it touches.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from dossier.claims.judge import Judge
from dossier.claims.reading import read
from dossier.claims.standing import Standings
from dossier.library import Library
from dossier.lint import caveats, drift, standing
from dossier.problems import Problem
from dossier.references.passages import Passage, of_application, of_records, of_site
from dossier.source import Source

_CONTEXTS = 4
"""For how many sets of records and projects findings are kept: one a view of the content."""
_FILES = 8192
"""For how many texts of files they are kept at most."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What texts are held against, and what was found in those that have been."""

    ground: object
    """Records and projects with their places: while they are equal, findings hold."""
    judge: Judge
    standings: Standings
    known: dict[Hashable, tuple[Problem, ...]] = field(default_factory=dict)


_contexts: list[_Context] = []
"""The newest first."""


def check(library: Library) -> Iterator[Problem]:
    """Judge what has changed since it was judged last."""
    context = _context(library)
    if len(context.known) > _FILES:
        context.known.clear()
    for key, judge, passages in _files(library, context):
        found = context.known.get(key)
        if found is None:
            found = context.known[key] = tuple(_judged(judge, context.standings, passages()))
        yield from found


def forget() -> None:
    """Judge everything again next time."""
    _contexts.clear()


def _files(
    library: Library, context: _Context
) -> Iterator[tuple[Hashable, Judge, Callable[[], Iterable[Passage]]]]:
    """Yield the passages of each dossier and of all else, each with what tells its text."""
    # Of records it matters whose file they stand in, so they need a judge that knows these very
    # files, not others that read alike.
    own = context.judge if context.judge.library is library else Judge(library)
    yield "records", own, lambda: of_records(library)
    sources = [
        *([library.profile.source] if library.profile else []),
        *(entry.source for entry in library.pages.values()),
        *(entry.source for entry in library.projects.values()),
    ]
    yield tuple(map(_key, sources)), context.judge, lambda: of_site(library)
    for entry in library.applications.values():
        yield _key(entry.source), context.judge, partial(of_application, entry)


def _key(source: Source) -> Hashable:
    return source.file, source.text, source.hidden


def _judged(judge: Judge, standings: Standings, passages: Iterable[Passage]) -> Iterator[Problem]:
    readings = read(judge, passages)
    yield from drift.check(readings)
    yield from standing.check(standings, readings)
    yield from caveats.check(judge, readings)


def _context(library: Library) -> _Context:
    """Return the context that a library's texts stand in, the known one if it is still so."""
    ground = _ground(library)
    known = next((context for context in _contexts if context.ground == ground), None)
    if known is None:
        judge = Judge(library)
        known = _Context(ground, judge, Standings(judge))
    else:
        _contexts.remove(known)
    _contexts[:] = [known, *_contexts][:_CONTEXTS]
    return known


def _ground(library: Library) -> object:
    sources = [
        *(entry.source for entry in library.records.values()),
        *(entry.source for entry in library.projects.values()),
    ]
    return (
        library.audience,
        library.unread,
        {source.file: (source.yaml, source.yaml_line, source.hidden) for source in sources},
        [(e.id, e.project, e.audience, e.path, e.record) for e in library.records.values()],
        [(entry.id, entry.project) for entry in library.projects.values()],
    )
