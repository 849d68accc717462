"""Who cites a record: rows by name, texts by reference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import PurePosixPath

from dossier.model.application import ProofPoint
from dossier.model.document import Document, FileKind
from dossier.model.library import ApplicationEntry, Library, UnreadFile
from dossier.plain.frozen import frozen
from dossier.plain.problems import Place
from dossier.prose.passages import Passage
from dossier.prose.targets import Scheme


@frozen
class Citation:
    """A place that leans on a record."""

    locate: Callable[[], Place]
    """Finds the place, once: it is work that few findings need."""
    application: ApplicationEntry | None
    """The dossier it stands in; None for the profile, a page, a project or another record."""
    row: ProofPoint | None
    """The row that names it; None for a text."""


Citing = Mapping[str, tuple[Citation, ...]]
"""Who cites each record, by its id."""


def citing(passages: Iterable[Passage], entry: ApplicationEntry | None) -> Citing:
    """Return where one file cites each record: the rows of its dossier, or else the first text."""
    found: dict[str, tuple[Citation, ...]] = {}
    for record_id, citation in _of_rows(entry) if entry else ():
        found[record_id] = (*found.get(record_id, ()), citation)
    for record_id, citation in _of_texts(passages):
        found.setdefault(record_id, (citation,))
    return found


def cited(passages: Iterable[Passage], entry: ApplicationEntry | None) -> frozenset[str]:
    """Return the ids of the records that texts, and the rows of a dossier, cite."""
    rows = entry.application.proof_points if entry else ()
    mentions = (mention for passage in passages for mention in passage.mentions())
    targets = (mention.target for mention in mentions if mention.target)
    in_texts = (target.id for target in targets if target.scheme is Scheme.EVIDENCE)
    return frozenset((*(record_id for row in rows for record_id in row.evidence), *in_texts))


def unread_namesakes(source: Document, library: Library) -> Iterator[UnreadFile]:
    """Yield the broken evidence of a page's name: by habit that of a project is called like it."""
    page = PurePosixPath(source.file)
    for unread in library.unread if page.suffix == ".md" else ():
        if unread.kind is FileKind.EVIDENCE and unread.record.startswith(f"{page.stem}/"):
            yield unread


def leans_on_unread(passage: Passage, library: Library) -> bool:
    """Return whether a text rests on what cannot be read: by a reference, a row, or its project."""
    if not library.unread:
        return False
    if any(unread_namesakes(passage.source, library)):
        return True
    targets = (mention.target.id for mention in passage.mentions() if mention.target)
    rows = passage.application.application.proof_points if passage.application else ()
    names = {*targets, *(record_id for row in rows for record_id in row.evidence)}
    return any(map(library.is_unread, names))


def _of_rows(entry: ApplicationEntry) -> Iterator[tuple[str, Citation]]:
    for position, row in enumerate(entry.application.proof_points):
        for number, record_id in enumerate(row.evidence):
            path = ("proof_points", position, "evidence", number)
            locate = cache(partial(entry.source.locate, path))
            yield record_id, Citation(locate, entry, row)


def _of_texts(passages: Iterable[Passage]) -> Iterator[tuple[str, Citation]]:
    for passage in passages:
        for mention in passage.mentions():
            if mention.target and mention.target.scheme is Scheme.EVIDENCE:
                locate = cache(partial(passage.locate, mention))
                yield mention.target.id, Citation(locate, passage.application, None)
