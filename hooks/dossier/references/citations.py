"""Who cites a record: rows by name, texts by reference."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from dossier.library import ApplicationEntry, Library
from dossier.model.application import ProofPoint
from dossier.problems import Place
from dossier.references.passages import passages
from dossier.references.targets import Scheme


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that leans on a record."""

    file: str
    locate: Callable[[], Place]
    """Finds the place, which is work that few findings need."""
    application: ApplicationEntry | None
    """The dossier it stands in; None for the profile, a page, a project or another record."""
    row: ProofPoint | None
    """The row that names it; None for a text."""


def citations(library: Library) -> Mapping[str, tuple[Citation, ...]]:
    """Return who cites each record, by its id: the rows, then the texts.

    Of the texts of one file only the first is named, and none where a row of that file cites it.
    """
    found: dict[str, list[Citation]] = {}
    for record_id, citation in (*_of_rows(library), *_of_texts(library)):
        known = found.setdefault(record_id, [])
        if citation.row or all(citation.file != other.file for other in known):
            known.append(citation)
    return {record_id: tuple(known) for record_id, known in found.items()}


def _of_rows(library: Library) -> Iterator[tuple[str, Citation]]:
    for entry in library.applications.values():
        for position, row in enumerate(entry.application.proof_points):
            for number, record_id in enumerate(row.evidence):
                path = ("proof_points", position, "evidence", number)
                locate = partial(entry.source.locate, path)
                yield record_id, Citation(entry.source.file, locate, entry, row)


def _of_texts(library: Library) -> Iterator[tuple[str, Citation]]:
    for passage in passages(library):
        for mention in passage.mentions():
            if mention.target and mention.target.scheme is Scheme.EVIDENCE:
                locate = partial(passage.locate, mention)
                file, application = passage.source.file, passage.application
                yield mention.target.id, Citation(file, locate, application, None)
