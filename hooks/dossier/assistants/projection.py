"""What assistants may see of all dossiers, cut down to one of them."""

from __future__ import annotations

from dataclasses import replace

from dossier.match.postings import opened_postings
from dossier.match.recipient import library_for
from dossier.model.audience import Audience
from dossier.model.library import ApplicationEntry, Library, RecordEntry
from dossier.plain.frozen import frozen


@frozen
class OneDossier:
    """A dossier as an assistant sees it."""

    entry: ApplicationEntry
    library: Library
    """With the records that it cites, and those that it could."""
    cited: tuple[RecordEntry, ...]

    @property
    def others(self) -> tuple[RecordEntry, ...]:
        """The records that it could cite: public ones, and those opened to assistants."""
        known = {entry.id for entry in self.cited}
        return tuple(e for e in self.library.records.values() if e.id not in known)


def one_dossier(library: Library, application_id: str, role_id: str | None = None) -> OneDossier:
    """Return one dossier, or its part for one role.

    `library` is that of the assistant's audience. Raises ConfigError for a dossier or role that is
    not there.
    """
    cut = library_for(library, application_id, role_id)
    open_ones, proposed = (Audience.ASSISTANT, Audience.PUBLIC), f"{proposals_of(application_id)}/"
    records = {
        name: entry
        for name, entry in library.records.items()
        if name in cut.records or entry.audience in open_ones or name.startswith(proposed)
    }
    texts = opened_postings(library.texts, cut.applications)
    # Which files cannot be read may be another dossier's affair.
    whole = replace(cut, records=records, texts=texts, unread=frozenset(), files=frozenset())
    return OneDossier(cut.applications[application_id], whole, tuple(cut.records.values()))


def proposals_of(application_id: str) -> str:
    """Return the file in which whoever sees one dossier alone proposes records for it."""
    return f"{application_id}-proposed"
