"""What was found in files, kept while they and all that they are held against read as they did.

Under `serve` an edit costs the file that it touches; one of a record or of a project, which any
text may speak of, costs all files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar, cast

from dossier.claims.context import employers
from dossier.claims.judge import Judge
from dossier.claims.maturity import Standings
from dossier.lint.file_view import FileView, file_views
from dossier.match.postings import LOCK, posting_text
from dossier.model.library import Library

Found = TypeVar("Found")
_GROUNDS = 4
"""For how many grounds findings are kept: one a view of the content."""


_Findings = dict[Callable[[FileView], object], tuple[object, ...]]
"""What was found in a file, by what looked for it."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file, and what works on it have found."""

    view: FileView
    _found: _Findings

    def found(self, work: Callable[[FileView], Iterable[Found]]) -> tuple[Found, ...]:
        """Return what a work finds in the file, without doing it twice."""
        known = self._found.get(work)
        if known is None:
            known = self._found[work] = tuple(work(self.view))
        return cast("tuple[Found, ...]", known)


@dataclass(slots=True)
class _Kept:
    """What was found over one ground."""

    ground: object
    standings: Standings
    files: dict[str, tuple[object, _Findings]] = field(default_factory=dict)
    """By name: what the file read like, and what was found."""


_kept: list[_Kept] = []
"""The newest first."""


def recall(library: Library) -> Iterator[KeptFile]:
    """Yield the files of a library, each with what is known of it from earlier runs.

    Use one before asking for the next: what was read of it goes with it.
    """
    kept = _kept_for(library)
    files: dict[str, tuple[object, _Findings]] = {}
    for view in file_views(library, kept.standings):
        read = _read(view)
        before = kept.files.get(view.source.file)
        findings: _Findings = before[1] if before and before[0] == read else {}
        files[view.source.file] = read, findings
        yield KeptFile(view, findings)
    kept.files = files


def forget() -> None:
    """Find everything anew next time."""
    _kept.clear()


def _read(view: FileView) -> object:
    """Return what a file's findings hang on besides the ground."""
    source, entry = view.source, view.application
    roles = entry.application.roles if entry else ()
    postings = tuple(posting_text(view.library, entry, role) for role in roles) if entry else ()
    return source.text, source.hidden, postings


def _kept_for(library: Library) -> _Kept:
    ground = _ground(library)
    known = next((kept for kept in _kept if kept.ground == ground), None)
    if known is None:
        known = _Kept(ground, Standings(Judge(library)))
    else:
        _kept.remove(known)
    _kept[:] = [known, *_kept][:_GROUNDS]
    return known


def _ground(library: Library) -> object:
    """Return what findings in any file may hang on: all but the prose of dossiers and pages.

    Records and projects are what their YAML says.
    """
    sources = [
        *(entry.source for entry in library.records.values()),
        *(entry.source for entry in library.projects.values()),
    ]
    return (
        library.audience,
        library.unread,
        library.files,
        library.texts.get(LOCK),
        employers(library),
        library.guardrails and library.guardrails.guardrails,
        {source.file: (source.yaml, source.yaml_line, source.hidden) for source in sources},
        [(page.path, page.page.audience) for page in library.pages.values()],
        [(entry.id, entry.application.audience) for entry in library.applications.values()],
    )
