"""What recipients of several dossiers read, and the problems of what crosses from one to others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.model.audience import Audience
from dossier.model.library import Library, RecordEntry
from dossier.plain.frozen import frozen
from dossier.plain.problems import Problem
from dossier.publishing.authored import Authored, strings
from dossier.publishing.read_dossier import ReadDossier, dump, shown

IN_PLACE = "say why in a comment in the line above: `dossier: allow {}: …`"


@frozen
class Crossing:
    """A problem of what the recipients of some dossiers read."""

    problem: Problem
    dossiers: frozenset[str]
    """The ids of these dossiers."""


def read_by_many(library: Library) -> Iterator[tuple[RecordEntry | None, tuple[Authored, ...]]]:
    """Yield what recipients of many dossiers read: of the profile, None, and of each record."""
    yield None, tuple(_of_profile(library))
    for record in library.records.values():
        if Audience.SHARED.may_see(record.audience):
            yield record, tuple(_of_record(record))


def cites(read: ReadDossier, record_id: str) -> bool:
    """Return whether a dossier cites a record, in a row or in what recipients read."""
    return any(names(record_id, text.text) for text in read.sent)


def names(record_id: str, text: str) -> bool:
    """Return whether a text has the id of a record, and not as part of another or of an address."""
    if record_id not in text:
        return False
    return bool(re.search(rf"(?<![\w/-]){re.escape(record_id)}(?![\w/-])", text))


def _of_profile(library: Library) -> Iterator[Authored]:
    if entry := library.profile:
        # No recipient's page shows these.
        yield from shown(entry.profile, entry.source, "leads")


def _of_record(entry: RecordEntry) -> Iterator[Authored]:
    for path, text in strings(dump(entry.record)):
        yield Authored(text, entry.source, (*entry.path, *path))
